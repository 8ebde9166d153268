import type { ImportRecord } from '@sijil/core/contract/import-record.js'
import type { Page, PageRequest } from '@sijil/core/contract/page.js'
import type { Store } from '../store/open-store.ts'
import { listImports as all, countImports, type ImportWithCounts, pageOfImports } from '../store/queries/imports.ts'
import { pageOf, pastNumber } from './page.ts'

/** Every run of an import, oldest first, with how many documents were new, known and copied, and how many refusals. */
export async function* listImports(store: Store): AsyncGenerator<ImportRecord> {
  for (const one of await all(store.db)) yield toImportRecord(one)
}

/** A page of them, the newest first. */
export const findImports = (store: Store, page: PageRequest): Promise<Page<ImportRecord>> =>
  pageOf(
    {
      sort: 'newest',
      rows: async ({ after, size }) =>
        (await pageOfImports(store.db, pastNumber(after), size)).map((one) => ({
          ended: [String(one.id), String(one.id)],
          one,
        })),
      count: () => countImports(store.db),
      items: async (rows) => rows.map(({ one }) => toImportRecord(one)),
    },
    page,
  )

/** An import as a record. */
export const toImportRecord = ({ counts, copied, ...one }: ImportWithCounts): ImportRecord => ({
  id: one.id,
  startedAt: one.started_at,
  finishedAt: one.finished_at,
  outcome: one.outcome,
  paths: [...one.paths],
  new: counts.new ?? 0,
  known: counts.known ?? 0,
  copied,
  refused: counts.refused ?? 0,
})
