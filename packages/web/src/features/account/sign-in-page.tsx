import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { api, problemOf } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { sessionQuery } from '../../lib/session.ts'
import { AccountCard } from './account-card.tsx'

const route = getRouteApi('/sign-in')

export const SignInPage = () => {
  const t = useT()
  const client = useQueryClient()
  const navigate = route.useNavigate()
  const session = useQuery(sessionQuery)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const signIn = useMutation({
    mutationFn: () => api.call('signIn', { body: { email, password, ...(code ? { code } : {}) } }),
    onSuccess: async ({ body }) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, body)
      await navigate({ to: '/incidents', search: {} })
    },
  })
  const problem = problemOf(signIn.error)
  if (session.data?.needsSetup) return <AccountCard title={t('setup.title')}>{t('setup.useLink')}</AccountCard>
  return (
    <AccountCard title={t('account.signIn')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate()
        }}
      >
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
          type="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={setPassword}
        />
        <Field
          label={t('account.code')}
          hint={t('account.codeHint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={setCode}
        />
        {signIn.isError && (
          <p role="alert" className="m-0 rounded-md bg-alert-wash px-3 py-2 text-alert">
            {problem ? `${problem.title}. ${problem.detail}` : t('error.unreachable')}
          </p>
        )}
        <Button look="primary" type="submit" isDisabled={signIn.isPending}>
          {t('account.signIn')}
        </Button>
      </form>
    </AccountCard>
  )
}
