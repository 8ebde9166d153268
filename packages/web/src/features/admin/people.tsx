import type { PersonRecord } from '@sijil/core/contract/api/routes/accounts.js'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { useConfirmed } from '../../components/confirm.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Rows } from '../../components/rows.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { Tag } from '../../components/tag.tsx'
import { say } from '../../components/toasts.tsx'
import { api, isConflict, problemOf } from '../../lib/api.ts'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { problemWords } from '../../lib/problem-words.ts'
import { collectionsQuery, peopleQuery } from '../../lib/resources.ts'
import { InvitationSheet } from './invitation-sheet.tsx'
import { PersonSheet } from './person-sheet.tsx'

/** Who may sign in, and what each may do in which collection. */
export const People = () => {
  const t = useT()
  const client = useQueryClient()
  const people = useQuery(peopleQuery)
  const collections = useQuery(collectionsQuery)
  const { run, sheet } = useConfirmed()
  const [editing, setEditing] = useState<PersonRecord | 'new' | null>(null)
  const [link, setLink] = useState<{ readonly name: string; readonly secret: string } | null>(null)
  const onError = (error: unknown): void => {
    const problem = problemOf(error)
    if (problem?.code !== 'confirm-first') say(problemWords(error, t), { tone: 'alert' })
  }
  const refetch = () => client.invalidateQueries({ queryKey: ['people'] })
  const invite = useMutation({
    mutationFn: (id: string) => run(() => api.call('invitePerson', { params: { id } })),
    onSuccess: ({ body }) => setLink({ name: body.person.name, secret: body.secret }),
    onError,
  })
  const disable = useMutation({
    mutationFn: ({ id, disabled, version }: PersonRecord) =>
      run(() => api.call('changePerson', { params: { id }, body: { disabled: !disabled }, version })),
    onSuccess: refetch,
    onError: (error) => {
      onError(error)
      if (isConflict(error)) void refetch()
    },
  })
  if (people.isError) return <Failed error={people.error} retry={() => people.refetch()} />
  if (people.isPending) return <Loading lines={4} />
  const nameOf = (id: number | null): string =>
    id === null
      ? t('people.everywhere')
      : (collections.data?.items.find((collection) => collection.id === id)?.name ?? String(id))
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <p className="m-0 max-w-[70ch] text-soft">{t('people.lead')}</p>
        <Button look="primary" onPress={() => setEditing('new')}>
          <UserPlus aria-hidden="true" className="size-4" />
          {t('people.add')}
        </Button>
      </div>
      <Rows
        label={t('admin.people')}
        head={[
          { name: t('account.name') },
          { name: t('people.roles') },
          { name: t('people.state') },
          { name: t('table.actions'), end: true },
        ]}
        rows={people.data.items.map((person) => ({
          id: person.id,
          faint: person.disabled,
          cells: [
            <span key="name" className="block min-w-40">
              <Words className="block font-medium break-words">{person.name}</Words>
              <Ltr className="block text-[0.85rem] text-soft">{person.email}</Ltr>
            </span>,
            <span key="roles" className="flex flex-wrap gap-1.5">
              {person.owner && <Tag look="accent">{t('people.owner')}</Tag>}
              {person.grants.map(({ collection, role }) => (
                <Tag key={collection}>
                  {named(t, 'role', role)} · <Words>{nameOf(collection)}</Words>
                </Tag>
              ))}
            </span>,
            <span key="state" className="flex flex-wrap gap-1.5">
              <Tag look={person.disabled ? 'alert' : person.joined ? 'good' : 'toll'}>
                {t(person.disabled ? 'people.disabled' : person.joined ? 'people.joined' : 'people.invited')}
              </Tag>
              {person.totp && <Tag>{t('people.totp')}</Tag>}
            </span>,
            <span key="act" className="flex flex-wrap justify-end gap-1.5">
              <Button small onPress={() => setEditing(person)} aria-label={t('people.changeOf', { name: person.name })}>
                {t('people.change')}
              </Button>
              {!person.disabled && (
                <Button
                  small
                  look="quiet"
                  onPress={() => invite.mutate(person.id)}
                  aria-label={`${t('people.link')}: ${person.name}`}
                >
                  {t('people.link')}
                </Button>
              )}
              {!person.owner && (
                <Button
                  small
                  look={person.disabled ? 'plain' : 'danger'}
                  onPress={() => disable.mutate(person)}
                  isDisabled={disable.isPending}
                  aria-label={t(person.disabled ? 'people.enableOf' : 'people.disableOf', { name: person.name })}
                >
                  {t(person.disabled ? 'people.enable' : 'people.disable')}
                </Button>
              )}
            </span>,
          ],
        }))}
      />
      {editing && (
        <PersonSheet
          person={editing === 'new' ? null : editing}
          collections={collections.data?.items ?? []}
          run={run}
          close={() => setEditing(null)}
          done={async (invited) => {
            setEditing(null)
            if (invited) setLink(invited)
            await refetch()
          }}
        />
      )}
      {link && <InvitationSheet {...link} close={() => setLink(null)} />}
      {sheet}
    </>
  )
}
