import type { ImportFile } from '@sijil/core/contract/import-record.js'
import { MOST_ON_A_PAGE, type Page, type PageRequest } from '@sijil/core/contract/page.js'
import { unknownImport } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import {
  countImportLines,
  type ImportLine,
  pageOfImportLines,
  pathsOfImport,
  type Retried,
  retriedFiles,
} from '../store/queries/import-files.ts'
import { everyPage, pageOf, pastNumber } from './page.ts'

/** All that an import took in, in the order in which it was read. Throws a Problem when there was none of that number. */
export const listImportFiles = (store: Store, id: number): AsyncGenerator<ImportFile> =>
  everyPage((page) => findImportFiles(store, id, page), MOST_ON_A_PAGE)

/** A page of it. Throws a Problem when there was no import of that number. */
export const findImportFiles = async (store: Store, id: number, page: PageRequest): Promise<Page<ImportFile>> => {
  const paths = await pathsOfImport(store.db, id)
  if (paths === null) throw unknownImport(id)
  return pageOf(
    {
      sort: 'read',
      rows: async ({ after, size }) =>
        (await pageOfImportLines(store.db, id, pastNumber(after), size)).map((one) => ({
          ended: [String(one.seq), String(one.seq)],
          one,
        })),
      count: () => countImportLines(store.db, id),
      items: async (rows) => {
        const lines = rows.map(({ one }) => one)
        const refused = lines.filter(({ outcome }) => outcome === 'refused').map(({ name }) => name)
        const retried = await retriedFiles(store.db, id, paths, [...new Set(refused)])
        return lines.map((line) => toImportFile(line, retried))
      },
    },
    page,
  )
}

const toImportFile = (line: ImportLine, retried: ReadonlyMap<string, Retried>): ImportFile => ({
  name: line.name,
  at: line.at_line,
  stage: line.outcome === 'refused' ? 'ingest' : line.waits ? 'store' : 'link',
  outcome: line.outcome === 'new' && line.copies ? 'copied' : line.outcome,
  documents: line.documents,
  document: line.document_id,
  code: line.code,
  text: line.reason,
  retried: line.outcome === 'refused' ? (retried.get(line.name) ?? null) : null,
})
