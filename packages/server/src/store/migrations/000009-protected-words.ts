import type { SqlMigration } from './sql-migration.ts'

/** The words of persons' names, as searches stem them: who may not see a name must not find it either. */
export const protectedWords: SqlMigration = {
  name: '000009-protected-words',
  statements: [
    `create table protected_words (
       word text primary key
     )`,
    // Names that were found before had no words kept: they are found anew.
    'delete from person_names',
  ],
}
