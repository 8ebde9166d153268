import type { OrganisationListRecord } from '@sijil/core/contract/organisation-record.js'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { downloadCsv } from '../../lib/downloads.ts'
import { moment, number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { cellsOf, HEAD } from './organisation-table.ts'
import { UseNoMoreSheet } from './use-no-more-sheet.tsx'
import type { useOrganisationTables } from './use-organisation-tables.ts'

interface OrganisationTablesProps {
  readonly lists: readonly OrganisationListRecord[]
  readonly tables: ReturnType<typeof useOrganisationTables>
  readonly mayChange: boolean
}

/** The tables that are in use, each to be had as a file; one can be used no more. */
export const OrganisationTables = ({ lists, tables, mayChange }: OrganisationTablesProps) => {
  const t = useT()
  const [removing, setRemoving] = useState<OrganisationListRecord | null>(null)
  return (
    <section className="mt-6">
      <h2 className="mt-0 mb-2 text-[1.05rem] font-semibold">{t('organisations.tables')}</h2>
      <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
        {lists.map((list) => (
          <li
            key={list.version}
            className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3"
          >
            <span className="min-w-0">
              <Words className="block font-semibold break-words">{list.name}</Words>
              <span className="flex flex-wrap gap-x-4 text-[0.87rem] text-soft">
                <span>
                  {t('organisations.count', {
                    n: list.organisations.length,
                    shown: number(list.organisations.length),
                  })}
                </span>
                <Ltr>{list.version}</Ltr>
                <Words>{moment(list.addedAt)}</Words>
              </span>
            </span>
            <span className="flex flex-wrap gap-2">
              <Button
                small
                onPress={() => downloadCsv(list.name, HEAD, list.organisations.map(cellsOf))}
                aria-label={t('organisations.downloadOf', { name: list.name })}
              >
                <Download aria-hidden="true" className="size-4" />
                CSV
              </Button>
              {mayChange && (
                <Button
                  small
                  look="quiet"
                  onPress={() => setRemoving(list)}
                  aria-label={t('tables.removeOf', { name: list.name })}
                >
                  {t('tables.remove')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {removing && (
        <UseNoMoreSheet
          name={removing.name}
          note={t('organisations.removeNote')}
          error={tables.remove.error}
          busy={tables.remove.isPending ? t('organisations.folding') : null}
          go={() => tables.remove.mutate(removing, { onSuccess: () => setRemoving(null) })}
          close={() => {
            tables.remove.reset()
            setRemoving(null)
          }}
        />
      )}
    </section>
  )
}
