import type { SqlMigration } from './sql-migration.ts'

/** Organisations that users imported. A new import under a name replaces the old one, whose row stays. */
export const organisations: SqlMigration = {
  name: '000010-organisations',
  statements: [
    `create table organisation_lists (
       id bigint generated always as identity primary key,
       name text not null,
       -- The name with the first digits of the checksum.
       version text not null,
       sha256 text not null,
       source text not null,
       rows jsonb not null,
       added_at timestamptz not null default now(),
       removed_at timestamptz
     )`,
    'create unique index organisation_lists_current on organisation_lists (name) where removed_at is null',
  ],
}
