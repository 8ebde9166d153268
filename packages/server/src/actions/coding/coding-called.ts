import type { CodingRecord } from '@sijil/core/contract/coding-record.js'
import { stateVersion } from '@sijil/core/contract/versions.js'
import { noSuchThing } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { type Coding, findCodings } from '../../store/queries/codings.ts'
import { loadDocuments } from '../../store/queries/documents.ts'

/** A coding by its id. Throws a Problem when there is none. */
export const codingCalled = async (store: Store, id: string): Promise<Coding> => {
  const [coding] = await findCodings(store.db, { id })
  if (coding === undefined) throw noSuchThing('double coding')
  return coding
}

/** What an adjudicator saw of it. */
export const codingVersion = ({ id, settled, coders }: Coding): string =>
  stateVersion('coding', [id, settled, coders.map(({ done }) => done)])

export const stateOf = ({ settled, coders }: Coding): CodingRecord['state'] =>
  settled ? 'settled' : coders.every(({ done }) => done) ? 'ready' : 'coding'

/** Codings as records, those of documents that `reader` may not read left out. `you` is who asks. */
export const codingRecords = async (
  reader: Store,
  codings: readonly Coding[],
  you: string,
): Promise<CodingRecord[]> => {
  const texts = await loadDocuments(reader.db, [...new Set(codings.map(({ document }) => document))])
  const documents = new Map<string, (typeof texts)[number]['document']>(
    texts.map((one) => [one.document.id, one.document]),
  )
  return codings.flatMap((coding) => {
    const document = documents.get(coding.document)
    if (document === undefined) return []
    const { id, doc, title, outlet, published } = document
    return [
      {
        id: coding.id,
        document: { id, doc, title, outlet, published },
        state: stateOf(coding),
        coders: coding.coders.map((coder) => ({ ...coder, you: coder.id === you })),
        madeBy: coding.madeBy,
        madeAt: coding.madeAt,
        version: codingVersion(coding),
      },
    ]
  })
}

/** One coding as a record. Throws a Problem where `reader` may not read its document. */
export const codingRecord = async (reader: Store, coding: Coding, you: string): Promise<CodingRecord> => {
  const [record] = await codingRecords(reader, [coding], you)
  if (record === undefined) throw noSuchThing('double coding')
  return record
}
