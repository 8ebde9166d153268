import { alreadyThere, noSuchThing } from '../../problems/access.ts'
import { staleVersion } from '../../problems/record.ts'
import type { Store } from '../../store/open-store.ts'
import {
  allCollections,
  type Collection,
  collectionsOf,
  insertCollection,
  moveDocuments as move,
} from '../../store/queries/collections.ts'
import { knownDocuments } from '../../store/queries/documents.ts'
import { appendLog } from '../../store/queries/log.ts'
import { transact } from '../../store/transact.ts'

/** All collections that a reader of this store sees, the first one first. */
export const listCollections = (store: Store): Promise<readonly Collection[]> => allCollections(store.db)

/** Makes a collection. Throws a Problem when there is one of that name. */
export const addCollection = async (store: Store, name: string, by: string): Promise<Collection> =>
  transact(store.db, 'accounts', async (tx) => {
    const made = await insertCollection(tx, name)
    if (made === null) throw alreadyThere('a collection of that name')
    await appendLog(tx, 'account', { act: 'add-collection', collection: made.id, by })
    return made
  })

/** Which documents go from where to where. */
export interface Move {
  readonly from: number
  readonly to: number
  readonly documents: readonly string[]
}

/**
 * Moves documents between collections. Throws a Problem for a collection or document that is not there, and for one that
 * somebody moved meanwhile.
 */
export const moveDocuments = async (store: Store, { from, to, documents }: Move, by: string): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => {
    const collections = new Set((await allCollections(tx)).map(({ id }) => id))
    if (!collections.has(from) || !collections.has(to)) throw noSuchThing('collection')
    const known = await knownDocuments(tx, documents)
    if (documents.some((id) => !known.has(id))) throw noSuchThing('document')
    const held = await collectionsOf(tx, documents)
    for (const id of documents) {
      const now = held.get(id) ?? []
      if (!now.includes(from)) throw staleVersion(`where the document ${id} is`, String(from), now.join(' '), [])
    }
    await move(tx, from, to, documents)
    await appendLog(tx, 'account', { act: 'move', from, to, documents, by })
  })
