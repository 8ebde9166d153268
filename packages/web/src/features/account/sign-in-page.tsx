import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { signInByPasskey } from '../../lib/passkeys.ts'
import { sessionQuery } from '../../lib/session.ts'
import { AccountCard } from './account-card.tsx'
import { OtherWays } from './other-ways.tsx'

const route = getRouteApi('/sign-in')

export const SignInPage = () => {
  const t = useT()
  const client = useQueryClient()
  const navigate = route.useNavigate()
  const session = useQuery(sessionQuery)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const begin = async ({ body }: Awaited<ReturnType<typeof signInByPasskey>>) => {
    client.clear()
    client.setQueryData(sessionQuery.queryKey, body)
    await navigate({ to: '/incidents', search: {} })
  }
  const signIn = useMutation({
    mutationFn: () => api.call('signIn', { body: { email, password, ...(code ? { code } : {}) } }),
    onSuccess: begin,
  })
  const byPasskey = useMutation({ mutationFn: signInByPasskey, onSuccess: begin })
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
        <FormProblem error={signIn.error} />
        <Button look="primary" type="submit" isDisabled={signIn.isPending}>
          {t('account.signIn')}
        </Button>
      </form>
      <OtherWays
        byPasskey={byPasskey.mutate}
        refused={byPasskey.isError}
        provider={session.data?.provider?.name ?? null}
      />
    </AccountCard>
  )
}
