import { type MigrationProvider, Migrator, sql } from 'kysely'
import { codeOf } from '../error-facts.ts'
import { newerSchema } from '../problems/store.ts'
import { completeSearch } from './complete-search.ts'
import type { Db } from './database.ts'
import { MIGRATIONS } from './migrations/migrations.ts'
import { toMigration } from './migrations/sql-migration.ts'

const provider: MigrationProvider = {
  getMigrations: async () => Object.fromEntries(MIGRATIONS.map((step) => [step.name, toMigration(step)])),
}

/**
 * Brings the schema up to date, all steps or none; several processes at once take turns. Throws a Problem when a newer
 * Sijil has written the store.
 */
export const migrate = async (db: Db, where: string): Promise<void> => {
  const applied = await appliedSteps(db)
  const ours = new Set(MIGRATIONS.map(({ name }) => name))
  const foreign = applied.filter((name) => !ours.has(name))
  if (foreign.length > 0) throw newerSchema(where, foreign)
  if (applied.length < MIGRATIONS.length) await apply(db)
  await completeSearch(db)
}

const apply = async (db: Db): Promise<void> => {
  await sql`create schema if not exists sijil`.execute(db).catch((error: unknown) => {
    // Two processes made it at the same moment.
    if (codeOf(error) !== '23505') throw error
  })
  const migrator = new Migrator({ db, provider, migrationTableSchema: 'sijil' })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

const appliedSteps = async (db: Db): Promise<readonly string[]> => {
  try {
    const { rows } = await sql<{ name: string }>`select name from sijil.kysely_migration order by name`.execute(db)
    return rows.map(({ name }) => name)
  } catch (error) {
    // No such schema, or no such table.
    if (codeOf(error) === '42P01' || codeOf(error) === '3F000') return []
    throw error
  }
}
