import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { RANK_LINKS } from '../migrations/000024-queue.ts'
import { allOf } from './conditions.ts'
import { comesAfter, type Ended, inOrder, type Order, standsAt } from './keyset.ts'

/** Gives the claims of documents their place in the queue, as they are linked now. */
export const queueClaims = async (db: Db, documents: readonly string[]): Promise<void> => {
  await sql`${sql.raw(RANK_LINKS)} and c.document_id = any(${documents})`.execute(db)
}

/** The same of all claims. */
export const queueAllClaims = async (db: Db): Promise<void> => {
  await sql.raw(RANK_LINKS).execute(db)
}

/** Takes a claim out of the queue: somebody reviewed it. */
export const unqueueClaim = async (db: Db, claim: string): Promise<void> => {
  await db
    .updateTable('links')
    .set({ rank: null })
    .where('claim_id', '=', claim)
    .where('rank', 'is not', null)
    .execute()
}

const ORDER: Order = {
  key: sql`l.rank`,
  keyType: 'bigint',
  tie: sql`l.claim_id`,
  tieType: 'text',
  descending: true,
}

/** Some of the claims that wait for a review, those first that may be wrong and move much. */
export const pageOfQueue = async (
  db: Db,
  { after, size }: { readonly after: Ended | null; readonly size: number },
): Promise<readonly { readonly ended: Ended; readonly claim: string }[]> => {
  const last = sql<boolean>`exists (select from claims c join readings r on r.document_id = c.document_id and r.maker = c.maker
                                     where c.id = l.claim_id)`
  // Of a claim of several incidents, the link that weighs most.
  const first = sql<boolean>`not exists (select from links m where m.claim_id = l.claim_id and m.rank is not null
                                          and (m.rank, m.code) > (l.rank, l.code))`
  const { rows } = await sql<{ key: string; tie: string }>`
    select ${standsAt(ORDER)} from links l
     where ${allOf([sql<boolean>`l.rank is not null`, comesAfter(ORDER, after), first, last])}
     order by ${inOrder(ORDER)} limit ${size}`.execute(db)
  return rows.map(({ key, tie }) => ({ ended: [key, tie], claim: tie }))
}

/** How many claims wait, no further than `most`. */
export const countQueue = async (db: Db, most: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select distinct claim_id from links where rank is not null limit ${most}) q`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}
