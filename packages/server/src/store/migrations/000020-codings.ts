import { appendOnly, type SqlMigration } from './sql-migration.ts'

/** Documents that two people code without seeing one another's work, and what became of it. */
export const codings: SqlMigration = {
  name: '000020-codings',
  statements: [
    `create table codings (
       id text primary key,
       document_id text not null references documents,
       made_by text not null,
       made_at timestamptz not null default now(),
       settled_at timestamptz
     )`,
    // A document is coded twice at one time, not four times.
    'create unique index codings_open on codings (document_id) where settled_at is null',

    `create table coders (
       coding_id text not null references codings,
       person_id text not null references people,
       -- 1 or 2: the order in which they were named.
       place integer not null check (place in (1, 2)),
       done_at timestamptz,
       primary key (coding_id, person_id),
       unique (coding_id, place)
     )`,
    'create index coders_person on coders (person_id)',

    // Every answer stays; the last one on a claim counts.
    `create table coded_claims (
       seq bigint generated always as identity primary key,
       coding_id text not null references codings,
       person_id text not null references people,
       claim text not null,
       answer jsonb not null,
       at timestamptz not null default now()
     )`,
    'create index coded_claims_coding on coded_claims (coding_id, person_id)',
    ...appendOnly('coded_claims'),
  ],
}
