import { Kysely, PostgresDialect } from 'kysely'
import type { ClientConfig } from 'pg'
import { makePool } from './connect.ts'
import type { Db, Tables } from './database.ts'
import { SCOPED_SCHEMA } from './scoped-views.ts'

/** Databases that show no more than some collections hold. */
export interface ScopedDatabases {
  /** The database as a reader of these collections sees it. Reading only. */
  of(collections: readonly number[]): Db
  close(): Promise<void>
}

const CONNECTIONS = 2
const REMEMBERED = 64

/**
 * Connections whose unqualified names lead to views that hold nothing but what the collections hold. Every query and
 * action works through them as it is; none can forget to narrow itself.
 */
export const scopedDatabases = (config: ClientConfig): ScopedDatabases => {
  const open = new Map<string, Kysely<Tables>>()
  const closing = new Set<Promise<void>>()
  const forgetOldest = () => {
    const [oldest] = open
    if (open.size <= REMEMBERED || oldest === undefined) return
    open.delete(oldest[0])
    const end = oldest[1].destroy().finally(() => closing.delete(end))
    closing.add(end)
  }
  return {
    of: (collections) => {
      const key = [...new Set(collections)].sort((a, b) => a - b).join(',')
      const known = open.get(key)
      open.delete(key)
      const db = known ?? new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(config, key) }) })
      open.set(key, db)
      forgetOldest()
      return db
    },
    close: async () => {
      await Promise.all([...[...open.values()].map((db) => db.destroy()), ...closing])
      open.clear()
    },
  }
}

const poolOf = (config: ClientConfig, collections: string) =>
  makePool(config, CONNECTIONS, [
    `search_path=${SCOPED_SCHEMA},public`,
    'default_transaction_read_only=on',
    // A list of numbers of our own: nothing that anybody typed.
    `sijil.collections=${collections || '0'}`,
  ])
