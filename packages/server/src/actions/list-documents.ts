import { type DocumentRecord, toDocumentRecord } from '@sijil/core/contract/document-record.js'
import type { CopyRelation } from '@sijil/core/model/copy.js'
import type { Store } from '../store/open-store.ts'
import { copiesOf } from '../store/queries/copies.ts'
import { documentNames, pageOfDocuments } from '../store/queries/documents.ts'

const PAGE = 200

/** All documents in the order in which they came, each with what it copies most. */
export async function* listDocuments(store: Store): AsyncGenerator<DocumentRecord> {
  let after = 0
  for (;;) {
    const page = await pageOfDocuments(store.db, after, PAGE)
    const last = page.at(-1)
    if (last === undefined) return
    const strongest = await strongestCopies(
      store,
      page.map(({ document }) => document.id),
    )
    for (const { document, claims } of page)
      yield toDocumentRecord(document, { claims, copy: strongest.get(document.id) ?? null })
    after = last.seq
  }
}

interface Strongest {
  readonly relation: CopyRelation
  readonly of: string
}

const strongestCopies = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Strongest>> => {
  const copies = await copiesOf(store.db, ids)
  const names = await documentNames(
    store.db,
    copies.map(({ of }) => of),
  )
  const strongest = new Map<string, Strongest>()
  for (const relation of copies) {
    const known = strongest.get(relation.document)
    if (known === undefined || known.relation.containment < relation.containment)
      strongest.set(relation.document, { relation, of: names.get(relation.of) ?? relation.of })
  }
  return strongest
}
