import { ROLES, type Role } from '@sijil/core/contract/api/role.js'
import type { PersonRecord } from '@sijil/core/contract/api/routes/accounts.js'
import { useMutation } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { api } from '../../lib/api.ts'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'

type Grants = PersonRecord['grants']
type Run = <T>(act: () => Promise<T>) => Promise<T>
const EVERYWHERE = 'all'

interface PersonSheetProps {
  /** Null for somebody new. */
  readonly person: PersonRecord | null
  readonly collections: readonly { readonly id: number; readonly name: string }[]
  readonly run: Run
  readonly close: () => void
  /** With the secret of the link, where somebody was added. */
  readonly done: (invited: { readonly name: string; readonly secret: string } | null) => void
}

/** Somebody's name, and their role in each collection. */
export const PersonSheet = ({ person, collections, run, close, done }: PersonSheetProps) => {
  const t = useT()
  const [name, setName] = useState(person?.name ?? '')
  const [email, setEmail] = useState('')
  const [grants, setGrants] = useState<Grants>(person?.grants ?? [{ collection: null, role: 'coder' }])
  const save = useMutation({
    mutationFn: () =>
      run(async () => {
        if (person === null) return (await api.call('addPerson', { body: { name: name.trim(), email, grants } })).body
        const roles = person.owner ? {} : { grants }
        const { id, version } = person
        await api.call('changePerson', { params: { id }, body: { name: name.trim(), ...roles }, version })
        return null
      }),
    onSuccess: (invited) => done(invited && { name: invited.person.name, secret: invited.secret }),
  })
  return (
    <Sheet title={person === null ? t('people.add') : t('people.changeOf', { name: person.name })} isOpen close={close}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Field label={t('account.name')} isRequired value={name} onChange={setName} />
        {person === null && (
          <Field label={t('account.email')} type="email" isRequired value={email} onChange={setEmail} />
        )}
        {person?.owner ? (
          <p className="m-0 text-soft">{t('people.ownerNote')}</p>
        ) : (
          <GrantFields grants={grants} change={setGrants} collections={collections} />
        )}
        <FormProblem error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={name.trim() === '' || save.isPending}>
            {t(person === null ? 'people.invite' : 'action.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

interface GrantFieldsProps extends Pick<PersonSheetProps, 'collections'> {
  readonly grants: Grants
  readonly change: (grants: Grants) => void
}

const GrantFields = ({ grants, change, collections }: GrantFieldsProps) => {
  const t = useT()
  const put = (at: number, part: Partial<Grants[number]>): void =>
    change(grants.map((grant, index) => (index === at ? { ...grant, ...part } : grant)))
  const places = [
    { id: EVERYWHERE, label: t('people.everywhere') },
    ...collections.map(({ id, name }) => ({ id: String(id), label: name })),
  ]
  return (
    <fieldset className="m-0 flex flex-col gap-2 border-0 p-0">
      <legend className="mb-1 p-0 text-[0.87rem] font-medium">{t('people.roles')}</legend>
      {grants.map((grant, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a grant is known by its place in the list
        <div key={at} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
          <Choice
            label={t('people.where')}
            hideLabel
            value={grant.collection === null ? EVERYWHERE : String(grant.collection)}
            options={places}
            onChange={(id) => put(at, { collection: id === EVERYWHERE ? null : Number(id) })}
          />
          <Choice
            label={t('people.role')}
            hideLabel
            value={grant.role}
            options={ROLES.map((id) => ({ id, label: named(t, 'role', id) }))}
            onChange={(role) => put(at, { role: role as Role })}
          />
          <Button
            look="quiet"
            aria-label={t('people.takeRole')}
            onPress={() => change(grants.filter((_, index) => index !== at))}
          >
            <X aria-hidden="true" className="size-4" />
          </Button>
        </div>
      ))}
      {grants
        .map(({ role }) => role)
        .filter((role, at, all) => all.indexOf(role) === at)
        .map((role) => (
          <p key={role} className="m-0 text-[0.85rem] text-soft">
            <strong className="font-medium">{named(t, 'role', role)}</strong>: {named(t, 'roleMeaning', role)}
          </p>
        ))}
      <Button
        small
        look="quiet"
        className="self-start"
        onPress={() => change([...grants, { collection: null, role: 'viewer' }])}
      >
        <Plus aria-hidden="true" className="size-4" />
        {t('people.addRole')}
      </Button>
    </fieldset>
  )
}
