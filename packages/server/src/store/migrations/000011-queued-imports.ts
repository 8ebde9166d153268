import type { SqlMigration } from './sql-migration.ts'

/** Imports that workers read batch by batch. */
export const queuedImports: SqlMigration = {
  name: '000011-queued-imports',
  statements: ['alter table imports add column batches integer, add column batches_handled integer not null default 0'],
}
