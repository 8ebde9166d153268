import { stateVersion } from '@sijil/core/contract/versions.js'
import type { DeskState } from '@sijil/core/model/desk.js'
import { noSuchThing } from '../problems/access.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { changeDesk, type DeskWork as Desk, desksOf } from '../store/queries/desk.ts'
import { knownDocuments } from '../store/queries/documents.ts'
import { appendLog } from '../store/queries/log.ts'
import { transact } from '../store/transact.ts'
import { listCoders } from './coding/assign-coding.ts'
import { expectVersion } from './keep-review.ts'

/** Which documents are whose, and how far the work on them has come; what is left out stays. */
export interface DeskWork {
  readonly documents: readonly { readonly id: string; readonly version: string }[]
  readonly state?: DeskState | undefined
  /** Null = nobody. */
  readonly assignee?: string | null | undefined
  readonly by: string
}

/** What a writer saw of the work on a document. */
export const deskVersion = (id: string, { state, assignee }: Pick<Desk, 'state' | 'assignee'>): string =>
  stateVersion('desk', [id, state, assignee])

/**
 * Keeps it. Throws a Problem for a document that `reader` may not read, for somebody who may not code, and for a document
 * with which somebody did something since it was seen.
 */
export const deskDocuments = async (
  store: Store,
  reader: Store,
  { documents: seen, state, assignee, by }: DeskWork,
): Promise<void> => {
  const documents = seen.map(({ id }) => id)
  const known = await knownDocuments(reader.db, documents)
  if (documents.some((id) => !known.has(id))) throw noSuchThing('document')
  const coders = assignee == null ? [] : await listCoders(store)
  const coder = coders.find(({ id }) => id === assignee)
  if (assignee != null && coder === undefined) throw noSuchThing('coder')
  await transact(store.db, 'judge', async (tx) => {
    await expectDesks(tx, seen)
    await changeDesk(tx, documents, { state, assignee: assignee === undefined ? undefined : (coder ?? null) })
    await appendLog(tx, 'desk', { documents, state: state ?? null, assignee: assignee ?? null, by })
  })
}

const expectDesks = async (tx: Db, seen: DeskWork['documents']): Promise<void> => {
  const desks = await desksOf(
    tx,
    seen.map(({ id }) => id),
  )
  for (const { id, version } of seen) {
    const now = deskVersion(id, desks.get(id) ?? { state: 'new', assignee: null })
    expectVersion(`the work on ${id}`, { sees: version }, now, [])
  }
}
