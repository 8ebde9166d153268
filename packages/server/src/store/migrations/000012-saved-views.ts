import type { SqlMigration } from './sql-migration.ts'

/** Filters of pages that people keep under names of their own. */
export const savedViews: SqlMigration = {
  name: '000012-saved-views',
  statements: [
    `create table saved_views (
       id text primary key,
       person_id text not null references people,
       page text not null,
       name text not null,
       search jsonb not null,
       shared boolean not null,
       changes integer not null default 0,
       made_at timestamptz not null default now(),
       unique (person_id, page, name)
     )`,
    'create index saved_views_shared on saved_views (page) where shared',
  ],
}
