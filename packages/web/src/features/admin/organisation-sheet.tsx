import type { OrganisationListRecord } from '@sijil/core/contract/organisation-record.js'
import { SOURCE_TYPES } from '@sijil/core/model/claim.js'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { aliasesOf, type Organisation } from './organisation-table.ts'
import type { useOrganisationTables } from './use-organisation-tables.ts'

interface OrganisationSheetProps {
  /** The one that is changed and its table; null for a new one. */
  readonly of: { readonly table: string; readonly organisation: Organisation } | null
  /** The table a new one goes to, unless another is named. */
  readonly table: string
  readonly lists: readonly OrganisationListRecord[]
  readonly tables: ReturnType<typeof useOrganisationTables>
  readonly close: () => void
}

const TYPES = ['party', ...SOURCE_TYPES] as const

/** An organisation with its other names. */
export const OrganisationSheet = ({ of, table: usual, lists, tables, close }: OrganisationSheetProps) => {
  const t = useT()
  const was = of?.organisation
  const [table, setTable] = useState(of?.table ?? usual)
  const [name, setName] = useState(was?.name ?? '')
  const [key, setKey] = useState(was?.key ?? '')
  const [type, setType] = useState(was?.type ?? 'other')
  const [party, setParty] = useState(was?.party ?? '')
  const [aliases, setAliases] = useState(was?.aliases.join('\n') ?? '')
  const { change } = tables
  const save = (now: Organisation | null): void =>
    change.mutate(
      {
        table: table.trim(),
        seen: lists.find(({ name }) => name === table.trim()),
        was: was?.key ?? null,
        now,
      },
      { onSuccess: close },
    )
  return (
    <Sheet title={was ? t('organisations.changeOf', { name: was.name }) : t('organisations.add')} isOpen close={close}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save({
            key: key.trim(),
            name: name.trim(),
            type,
            party: party.trim() === '' ? null : party.trim(),
            aliases: [...aliasesOf(aliases)],
          })
        }}
      >
        <Field label={t('account.name')} value={name} onChange={setName} isRequired autoFocus />
        <Field
          label={t('organisations.aliases')}
          lines={4}
          value={aliases}
          onChange={setAliases}
          hint={t('organisations.aliasesHint')}
        />
        <Choice
          label={t('organisations.type')}
          value={type}
          options={TYPES.map((id) => ({
            id,
            label: id === 'party' ? t('organisations.isParty') : named(t, 'source', id),
          }))}
          onChange={setType}
        />
        <Field label={t('organisations.party')} value={party} onChange={setParty} hint={t('organisations.partyHint')} />
        {!was && (
          <>
            <Field label={t('organisations.key')} value={key} onChange={setKey} hint={t('organisations.keyHint')} />
            <Field label={t('organisations.table')} value={table} onChange={setTable} isRequired />
          </>
        )}
        <p className="m-0 text-[0.87rem] text-soft">{t('organisations.folds')}</p>
        <FormProblem error={change.error} />
        <div className="flex flex-wrap justify-end gap-2">
          {was && (
            <Button look="danger" className="me-auto" isDisabled={change.isPending} onPress={() => save(null)}>
              {t('organisations.takeOut')}
            </Button>
          )}
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            isDisabled={name.trim() === '' || table.trim() === '' || change.isPending}
          >
            {change.isPending ? t('organisations.folding') : t('action.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
