import type { ImportRecord } from '@sijil/core/contract/import-record.js'
import type { RefusalRecord } from '@sijil/core/contract/ingest-report.js'
import { unknownImport } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import { findImport, refusedItems } from '../store/queries/imports.ts'
import { toImportRecord } from './list-imports.ts'

/** One import with what was refused and why. Throws a Problem when there was none of that number. */
export const showImport = async (
  store: Store,
  id: number,
): Promise<ImportRecord & { readonly refusals: readonly RefusalRecord[] }> => {
  const found = await findImport(store.db, id)
  if (found === null) throw unknownImport(id)
  const refused = await refusedItems(store.db, id)
  return {
    ...toImportRecord(found),
    refusals: refused.map(({ name, at_line, code, reason }) => ({
      name,
      at: at_line,
      code: code ?? '',
      text: reason ?? '',
    })),
  }
}
