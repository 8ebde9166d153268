import { useQuery } from '@tanstack/react-query'
import { Building2, FileUp, Plus } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Rows } from '../../components/rows.tsx'
import { Empty, Failed, Loading } from '../../components/states.tsx'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { organisationsQuery } from '../../lib/resources.ts'
import { useMay } from '../../lib/session.ts'
import { OrganisationSheet } from './organisation-sheet.tsx'
import { answersTo, type Organisation } from './organisation-table.ts'
import { OrganisationTables } from './organisation-tables.tsx'
import { SkippedLines } from './skipped-lines.tsx'
import { useOrganisationTables } from './use-organisation-tables.ts'

const SHOWN = 200

interface Listed {
  readonly table: string
  readonly organisation: Organisation
}

/** Who is who among sources, outlets and parties: one organisation under several names has one vote. */
export const Organisations = () => {
  const t = useT()
  const query = useQuery(organisationsQuery)
  const mayChange = useMay('administer')
  const tables = useOrganisationTables(query.data?.items ?? [])
  const [words, setWords] = useState('')
  const [most, setMost] = useState(SHOWN)
  const [editing, setEditing] = useState<Listed | 'new' | null>(null)
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={6} />
  const lists = query.data.items
  const wanted = words.trim().toLocaleLowerCase()
  const all = lists.flatMap(({ name, organisations }) =>
    organisations.map((organisation): Listed => ({ table: name, organisation })),
  )
  const found = all.filter(({ organisation }) => answersTo(organisation, wanted))
  const { importFile } = tables
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <p className="m-0 max-w-[70ch] text-soft">{t('organisations.lead')}</p>
        {mayChange && (
          <div className="flex flex-wrap gap-2">
            <FileTrigger
              acceptedFileTypes={['.csv', '.tsv', 'text/csv']}
              onSelect={(files) => files?.[0] && importFile.mutate(files[0])}
            >
              <Button isDisabled={importFile.isPending}>
                <FileUp aria-hidden="true" className="size-4" />
                {importFile.isPending ? t('organisations.folding') : t('organisations.import')}
              </Button>
            </FileTrigger>
            <Button look="primary" onPress={() => setEditing('new')}>
              <Plus aria-hidden="true" className="size-4" />
              {t('organisations.add')}
            </Button>
          </div>
        )}
      </div>
      <FormProblem error={importFile.error} className="mb-3" />
      <SkippedLines lines={importFile.data ?? []} />
      {all.length === 0 ? (
        <Empty icon={Building2} title={t('organisations.none')}>
          {t('organisations.noneMend')}
        </Empty>
      ) : (
        <>
          <Field label={t('organisations.search')} value={words} onChange={setWords} className="mb-3 w-full max-w-80" />
          {found.length === 0 ? (
            <p className="text-soft">{t('search.nothing')}</p>
          ) : (
            <Rows
              label={t('admin.organisations')}
              head={[
                { name: t('account.name') },
                { name: t('organisations.aliases') },
                { name: t('organisations.type') },
                { name: t('organisations.party') },
                { name: t('organisations.table') },
                ...(mayChange ? [{ name: t('table.actions'), end: true }] : []),
              ]}
              rows={found.slice(0, most).map((listed) => ({
                id: `${listed.table} ${listed.organisation.key}`,
                cells: [
                  ...cells(listed, (type) =>
                    type === 'party' ? t('organisations.isParty') : named(t, 'source', type),
                  ),
                  mayChange && (
                    <Button
                      key="change"
                      small
                      onPress={() => setEditing(listed)}
                      aria-label={t('organisations.changeOf', { name: listed.organisation.name })}
                    >
                      {t('people.change')}
                    </Button>
                  ),
                ].slice(0, mayChange ? 6 : 5),
              }))}
            />
          )}
          {found.length > most && (
            <Button className="mt-3" onPress={() => setMost(most + SHOWN)}>
              {t('list.more')}
            </Button>
          )}
          <OrganisationTables lists={lists} tables={tables} mayChange={mayChange} />
        </>
      )}
      {editing && (
        <OrganisationSheet
          of={editing === 'new' ? null : editing}
          table={lists.at(-1)?.name ?? t('organisations.ownTable')}
          lists={lists}
          tables={tables}
          close={() => {
            tables.change.reset()
            setEditing(null)
          }}
        />
      )}
    </>
  )
}

const cells = (
  { table, organisation: { key, name, type, party, aliases } }: Listed,
  typed: (type: string) => string,
) => [
  <span key="name" className="block min-w-44">
    <Words className="block font-medium break-words">{name}</Words>
    <Ltr className="block text-[0.82rem] break-all text-faint">{key}</Ltr>
  </span>,
  aliases.length === 0 ? (
    <span key="aliases" className="text-faint">
      ·
    </span>
  ) : (
    <ul key="aliases" className="m-0 flex min-w-52 list-none flex-wrap gap-x-3 gap-y-0.5 p-0">
      {aliases.map((alias) => (
        <li key={alias}>
          <Words>{alias}</Words>
        </li>
      ))}
    </ul>
  ),
  typed(type),
  <Words key="party" className={party === null ? 'text-faint' : ''}>
    {party ?? '·'}
  </Words>,
  <Words key="table" className="text-soft">
    {table}
  </Words>,
]
