import type { ReplyOf } from '@sijil/core/contract/api/route.js'
import type { Routes } from '@sijil/core/contract/api/routes.js'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { useT } from '../../lib/i18n.ts'
import { sessionQuery } from '../../lib/session.ts'
import { AccountCard } from './account-card.tsx'

interface EntryFormProps {
  readonly title: string
  readonly lead: string
  readonly act: string
  /** What is asked for besides the password. */
  readonly children?: ReactNode
  readonly enter: (secret: string, password: string) => Promise<{ readonly body: ReplyOf<Routes['showSession']> }>
  readonly to: '/inbox' | '/incidents'
}

const SHORTEST = 12

/** Choosing a password with a link that is good once; whoever has chosen is in. */
export const EntryForm = ({ title, lead, act, children, enter, to }: EntryFormProps) => {
  const t = useT()
  const client = useQueryClient()
  const navigate = useNavigate()
  // The secret stands behind the #: no server and no log sees it on its way.
  const secret = useRouterState({ select: (state) => state.location.hash })
  const [password, setPassword] = useState('')
  const entry = useMutation({
    mutationFn: () => enter(secret, password),
    onSuccess: async ({ body }) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, body)
      await navigate({ to, search: {} })
    },
  })
  return (
    <AccountCard title={title}>
      <p className="mt-0 text-soft">{lead}</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          entry.mutate()
        }}
      >
        {children}
        <Field
          label={t('account.password')}
          hint={t('account.passwordHint', { n: SHORTEST })}
          type="password"
          autoComplete="new-password"
          minLength={SHORTEST}
          isRequired
          value={password}
          onChange={setPassword}
        />
        <FormProblem error={entry.error} />
        <Button look="primary" type="submit" isDisabled={entry.isPending}>
          {act}
        </Button>
      </form>
    </AccountCard>
  )
}
