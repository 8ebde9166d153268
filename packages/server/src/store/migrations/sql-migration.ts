import { type Migration, sql } from 'kysely'

/** One step of the schema's history, in SQL. Forward only: a step that was released is never edited, a new one follows. */
export interface SqlMigration {
  /** Numbered: steps run in the order of their names. */
  readonly name: string
  readonly statements: readonly string[]
}

/** A table whose rows are never changed or removed, held by the database itself. */
export const appendOnly = (table: string): readonly string[] => [
  `create trigger ${table}_rows_stay before update or delete on ${table} for each row execute function refuse_change()`,
  `create trigger ${table}_stays before truncate on ${table} for each statement execute function refuse_change()`,
]

/** The step as the migrator wants it. */
export const toMigration = ({ statements }: SqlMigration): Migration => ({
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
