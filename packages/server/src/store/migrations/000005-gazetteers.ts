import type { SqlMigration } from './sql-migration.ts'

/** Gazetteers that users imported. A new import under a name replaces the old one, whose row stays: claims remember it. */
export const gazetteers: SqlMigration = {
  name: '000005-gazetteers',
  statements: [
    `create table gazetteers (
       id bigint generated always as identity primary key,
       name text not null,
       -- The name with the first digits of the checksum: what a claim's places say placed them.
       version text not null,
       sha256 text not null,
       format text not null,
       source text not null,
       licence text,
       places integer not null,
       added_at timestamptz not null default now(),
       removed_at timestamptz
     )`,
    'create unique index gazetteers_current on gazetteers (name) where removed_at is null',

    `create table gazetteer_places (
       gazetteer_id bigint not null references gazetteers,
       position integer not null,
       place jsonb not null,
       primary key (gazetteer_id, position)
     )`,
  ],
}
