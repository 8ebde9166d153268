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

const route = getRouteApi('/setup')
const SHORTEST = 12

/** The first account, made with the one-time link that the terminal printed. */
export const SetupPage = () => {
  const t = useT()
  const client = useQueryClient()
  const navigate = route.useNavigate()
  // The secret stands behind the #: no server and no log sees it on its way.
  const secret = useRouterState({ select: (state) => state.location.hash })
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const setUp = useMutation({
    mutationFn: () => api.call('setUp', { body: { secret, name, email, password } }),
    onSuccess: async ({ body }) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, body)
      await navigate({ to: '/inbox', search: {} })
    },
  })
  return (
    <AccountCard title={t('setup.title')}>
      <p className="mt-0 text-soft">{t('setup.lead')}</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setUp.mutate()
        }}
      >
        <Field label={t('account.name')} autoComplete="name" isRequired value={name} onChange={setName} />
        <Field
          label={t('account.email')}
          type="email"
          autoComplete="username"
          isRequired
          value={email}
          onChange={setEmail}
        />
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
        <FormProblem error={setUp.error} />
        <Button look="primary" type="submit" isDisabled={setUp.isPending}>
          {t('setup.make')}
        </Button>
      </form>
    </AccountCard>
  )
}
