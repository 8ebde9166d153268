import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { sessionQuery } from '../../lib/session.ts'
import { AccountCard } from './account-card.tsx'

const route = getRouteApi('/join')
const SHORTEST = 12

/** Choosing a password with the link that an administrator gave. */
export const JoinPage = () => {
  const t = useT()
  const client = useQueryClient()
  const navigate = route.useNavigate()
  // The secret stands behind the #: no server and no log sees it on its way.
  const secret = useRouterState({ select: (state) => state.location.hash })
  const [password, setPassword] = useState('')
  const join = useMutation({
    mutationFn: () => api.call('join', { body: { secret, password } }),
    onSuccess: async ({ body }) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, body)
      await navigate({ to: '/incidents', search: {} })
    },
  })
  return (
    <AccountCard title={t('join.title')}>
      <p className="mt-0 text-soft">{t('join.lead')}</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          join.mutate()
        }}
      >
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
        <FormProblem error={join.error} />
        <Button look="primary" type="submit" isDisabled={join.isPending}>
          {t('join.go')}
        </Button>
      </form>
    </AccountCard>
  )
}
