import type { SqlMigration } from './sql-migration.ts'

/** Who works on a document, and how far they have come. A document without a row is new, and nobody's. */
export const desk: SqlMigration = {
  name: '000021-desk',
  statements: [
    `create table desk (
       document_id text primary key references documents,
       state text not null check (state in ('new', 'reading', 'done', 'aside')),
       assignee text references people,
       -- As it was when it was given: readers of a collection do not see the table of people.
       assignee_name text
     )`,
    'create index desk_assignee on desk (assignee)',
    'create index desk_state on desk (state)',
  ],
}
