import type { SqlMigration } from './sql-migration.ts'

/** Work that takes longer than a request: what was asked for, and what became of it. */
export const tasks: SqlMigration = {
  name: '000023-tasks',
  statements: [
    `create table tasks (
       seq bigint generated always as identity primary key,
       id text not null unique,
       -- The server that was asked, and the folder that its files lie in: no other takes it up.
       machine text not null,
       task jsonb not null,
       state text not null check (state in ('waiting', 'running', 'done', 'failed', 'interrupted')),
       -- How often it was begun.
       starts integer not null default 0,
       result jsonb,
       problem text,
       asked_by text not null,
       asked_at timestamptz not null default now()
     )`,
  ],
}
