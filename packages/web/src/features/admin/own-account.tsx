import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { useConfirmed } from '../../components/confirm.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { addPasskey, hasPasskeys } from '../../lib/passkeys.ts'
import { sessionQuery } from '../../lib/session.ts'

const passkeysKey = ['passkeys'] as const

/** How somebody signs in: their passkeys, and who they are at the identity provider. */
export const OwnAccount = () => {
  const t = useT()
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <Passkeys />
      <Provider />
      <p className="m-0 text-faint">{t('passkey.about')}</p>
    </div>
  )
}

const Passkeys = () => {
  const t = useT()
  const client = useQueryClient()
  const { run, sheet } = useConfirmed()
  const [name, setName] = useState('')
  const passkeys = useQuery({
    queryKey: passkeysKey,
    queryFn: async ({ signal }) => (await api.call('listPasskeys', { signal })).body.items,
  })
  const refetch = () => client.invalidateQueries({ queryKey: passkeysKey })
  const add = useMutation({
    mutationFn: () => run(() => addPasskey(name.trim())),
    onSuccess: async () => {
      setName('')
      await refetch()
    },
  })
  const remove = useMutation({
    mutationFn: (id: string) => run(() => api.call('removePasskey', { params: { id } })),
    onSuccess: refetch,
  })
  if (passkeys.isError) return <Failed error={passkeys.error} retry={() => passkeys.refetch()} />
  if (passkeys.isPending) return <Loading lines={2} />
  return (
    <section aria-labelledby="passkeys" className="flex flex-col gap-3">
      <h2 id="passkeys" className="m-0 text-base font-semibold">
        {t('passkey.title')}
      </h2>
      {passkeys.data.length === 0 && <p className="m-0 text-soft">{t('passkey.none')}</p>}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {passkeys.data.map((passkey) => (
          <li key={passkey.id} className="flex items-center justify-between gap-3">
            <Words>{passkey.name}</Words>
            <Button
              small
              onPress={() => remove.mutate(passkey.id)}
              aria-label={t('passkey.remove', { name: passkey.name })}
            >
              {t('passkey.removeShort')}
            </Button>
          </li>
        ))}
      </ul>
      {hasPasskeys() ? (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            add.mutate()
          }}
        >
          <Field label={t('passkey.name')} isRequired value={name} onChange={setName} />
          <Button type="submit" look="primary" isDisabled={name.trim() === '' || add.isPending}>
            <KeyRound aria-hidden="true" className="size-4" />
            {t('passkey.add')}
          </Button>
        </form>
      ) : (
        <p className="m-0 text-soft">{t('passkey.notHere', { address: `http://localhost:${location.port}` })}</p>
      )}
      <FormProblem error={add.error ?? remove.error} />
      {sheet}
    </section>
  )
}

const Provider = () => {
  const t = useT()
  const client = useQueryClient()
  const { run, sheet } = useConfirmed()
  const session = useQuery(sessionQuery)
  const identities = useQuery({
    queryKey: ['identities'],
    queryFn: async ({ signal }) => (await api.call('listIdentities', { signal })).body.items,
  })
  const link = useMutation({
    mutationFn: () => run(() => api.call('linkProvider', {})),
    onSuccess: ({ body }) => location.assign(body.url),
  })
  const unlink = useMutation({
    mutationFn: () => run(() => api.call('unlinkProvider', {})),
    onSuccess: () => client.invalidateQueries({ queryKey: ['identities'] }),
  })
  const provider = session.data?.provider
  const isLinked = (identities.data?.length ?? 0) > 0
  if (provider == null && !isLinked) return null
  return (
    <section aria-labelledby="provider" className="flex flex-col items-start gap-3">
      <h2 id="provider" className="m-0 text-base font-semibold">
        {provider?.name ?? t('provider.title')}
      </h2>
      <p className="m-0 text-soft">{t(isLinked ? 'provider.linked' : 'provider.notLinked')}</p>
      {isLinked ? (
        <Button onPress={() => unlink.mutate()}>{t('provider.unlink')}</Button>
      ) : (
        <Button onPress={() => link.mutate()}>{t('provider.link')}</Button>
      )}
      <FormProblem error={link.error ?? unlink.error} />
      {sheet}
    </section>
  )
}
