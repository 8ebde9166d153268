import { unknownImport } from '../problems.ts'
import type { Store } from '../store/open-store.ts'
import { findImport, type Import, type ImportItem, pageOfItems } from '../store/queries/imports.ts'

/** One import. Throws a Problem when there was none of that number. */
export const findImportOf = async (store: Store, id: number): Promise<Import> => {
  const found = await findImport(store.db, id)
  if (found === null) throw unknownImport(id)
  return found
}

const PAGE = 500

/** Every input of an import with the stage it reached and its outcome, in the order in which they were read. */
export async function* showImport(store: Store, id: number): AsyncGenerator<ImportItem> {
  await findImportOf(store, id)
  let after = 0
  for (;;) {
    const page = await pageOfItems(store.db, id, after, PAGE)
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    after = last.seq
  }
}
