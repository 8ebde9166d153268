import { digestOf } from '../store/digest.ts'
import type { Store } from '../store/open-store.ts'
import { claimsReadFirst, placesReadFirst } from '../store/queries/claims.ts'
import { loadDocuments } from '../store/queries/documents.ts'

/** The digests of documents with what was read in them first, by document. */
export const digestsOf = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const claims = await claimsReadFirst(store.db, ids)
  const places = new Map((await placesReadFirst(store.db, ids)).map((one) => [one.claim as string, one]))
  return new Map(
    (await loadDocuments(store.db, ids)).map((one) => {
      const own = claims.filter(({ document }) => document === one.document.id)
      return [
        one.document.id as string,
        digestOf({ ...one, claims: own, places: own.flatMap(({ id }) => places.get(id) ?? []) }),
      ]
    }),
  )
}
