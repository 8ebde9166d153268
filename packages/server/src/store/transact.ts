import { sql } from 'kysely'
import { codeOf } from '../error-facts.ts'
import type { Db } from './database.ts'

/** What processes take turns at. Linking is no such thing: there each locks the documents that it links. */
export type Turn = 'ingest' | 'judge' | 'gazetteer' | 'accounts'

/**
 * Runs `work` in a transaction: all of it holds, and is on the disk, or none of it. Processes that share the store take
 * turns at work of one name: a copy that another process is storing at this moment could not be seen otherwise.
 */
export const transact = async <T>(db: Db, turn: Turn, work: (tx: Db) => Promise<T>): Promise<T> =>
  transactFreely(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`sijil.${turn}`}))`.execute(tx)
    return work(tx)
  })

/** Thrown by work that another process got in the way of: it is done again, from the beginning. */
export class Collision extends Error {
  constructor(what: string) {
    super(`another process did the same at the same moment: ${what}`)
    this.name = 'Collision'
  }
}

const MOST_TRIES = 10

/** The same without taking turns. When the database had to end one of two that waited for one another, it is done again. */
export const transactFreely = async <T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++)
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (tries === MOST_TRIES || !mayPass(error)) throw error
    }
}

/** A deadlock, or a collision. */
const mayPass = (error: unknown): boolean => error instanceof Collision || codeOf(error) === '40P01'
