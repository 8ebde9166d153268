import { randomUUID } from 'node:crypto'
import { atLeast } from '@sijil/core/contract/api/role.js'
import { alreadyThere, noSuchThing } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { type Coding, insertCoding } from '../../store/queries/codings.ts'
import { appendLog } from '../../store/queries/log.ts'
import { allPeople, grantsOf } from '../../store/queries/people.ts'
import { transact } from '../../store/transact.ts'
import { codingCalled } from './coding-called.ts'

/** Who may code anywhere: everybody with that role who is not shut out. */
export const listCoders = async (store: Store): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  const people = (await allPeople(store.db)).filter(({ disabled_at }) => disabled_at === null)
  const able = await Promise.all(
    people.map(async (person) => {
      const grants = await grantsOf(store.db, person.id)
      return person.is_owner || grants.some(({ role }) => atLeast(role, 'coder'))
    }),
  )
  return people.filter((_, at) => able[at]).map(({ id, name }) => ({ id, name }))
}

/** Which document two people are to code, and who says so. */
export interface Assignment {
  readonly document: string
  readonly coders: readonly string[]
  readonly by: string
}

/** Gives a document to two coders. Throws a Problem where one of them may not code, or the document is being coded. */
export const assignCoding = async (store: Store, { document, coders, by }: Assignment): Promise<Coding> => {
  const able = new Set((await listCoders(store)).map(({ id }) => id))
  if (new Set(coders).size < 2 || coders.some((id) => !able.has(id))) throw noSuchThing('pair of coders')
  const id = randomUUID()
  await transact(store.db, 'judge', async (tx) => {
    if (!(await insertCoding(tx, { id, document, madeBy: by }, coders))) throw alreadyThere('a double coding of it')
    await appendLog(tx, 'coding', { act: 'assign', coding: id, document, coders, by })
  })
  return codingCalled(store, id)
}
