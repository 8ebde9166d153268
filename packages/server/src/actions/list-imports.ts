import type { ImportRecord } from '@sijil/core/contract/import-record.js'
import type { Store } from '../store/open-store.ts'
import { listImports as all, type ImportWithCounts } from '../store/queries/imports.ts'

/** Every run of an import, oldest first, with how many documents were new, known and copied, and how many refusals. */
export async function* listImports(store: Store): AsyncGenerator<ImportRecord> {
  for (const one of await all(store.db)) yield toImportRecord(one)
}

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
