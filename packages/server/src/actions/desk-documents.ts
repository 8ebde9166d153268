import type { DeskState } from '@sijil/core/model/desk.js'
import { noSuchThing } from '../access-problems.ts'
import type { Store } from '../store/open-store.ts'
import { changeDesk } from '../store/queries/desk.ts'
import { knownDocuments } from '../store/queries/documents.ts'
import { appendLog } from '../store/queries/log.ts'
import { transact } from '../store/transact.ts'
import { listCoders } from './coding/assign-coding.ts'

/** Which documents are whose, and how far the work on them has come; what is left out stays. */
export interface DeskWork {
  readonly documents: readonly string[]
  readonly state?: DeskState | undefined
  /** Null = nobody. */
  readonly assignee?: string | null | undefined
  readonly by: string
}

/** Keeps it. Throws a Problem for a document that `reader` may not read, and for somebody who may not code. */
export const deskDocuments = async (
  store: Store,
  reader: Store,
  { documents, state, assignee, by }: DeskWork,
): Promise<void> => {
  const known = await knownDocuments(reader.db, documents)
  if (documents.some((id) => !known.has(id))) throw noSuchThing('document')
  const coders = assignee == null ? [] : await listCoders(store)
  const coder = coders.find(({ id }) => id === assignee)
  if (assignee != null && coder === undefined) throw noSuchThing('coder')
  await transact(store.db, 'judge', async (tx) => {
    await changeDesk(tx, documents, { state, assignee: assignee === undefined ? undefined : (coder ?? null) })
    await appendLog(tx, 'desk', { documents, state: state ?? null, assignee: assignee ?? null, by })
  })
}
