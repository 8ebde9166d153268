import { appendOnly, type SqlMigration } from './sql-migration.ts'

/** The ledger of imports, and the log in which each entry carries the hash of the one before. */
export const ledgers: SqlMigration = {
  name: '000004-ledgers',
  statements: [
    `create table imports (
       id bigint generated always as identity primary key,
       started_at timestamptz not null default now(),
       finished_at timestamptz,
       outcome text not null default 'running' check (outcome in ('running', 'done', 'interrupted', 'failed')),
       paths jsonb not null,
       process text not null
     )`,

    `create table import_items (
       seq bigint generated always as identity primary key,
       import_id bigint not null references imports,
       name text not null,
       sha256 text,
       stage text not null,
       outcome text not null check (outcome in ('new', 'known', 'copied', 'refused')),
       documents integer not null,
       document_id text references documents,
       at_line text,
       code text,
       reason text,
       at timestamptz not null default now()
     )`,
    'create index import_items_import on import_items (import_id, seq)',
    `create index import_items_read on import_items (sha256, name)`,
    ...appendOnly('import_items'),

    // \`body\` is kept as the very characters that were hashed.
    `create table log (
       seq bigint primary key,
       at timestamptz not null,
       kind text not null,
       body text not null,
       previous text not null,
       hash text not null
     )`,
    ...appendOnly('log'),
  ],
}
