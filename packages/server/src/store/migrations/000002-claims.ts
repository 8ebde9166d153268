import { appendOnly, type SqlMigration } from './sql-migration.ts'

/** Claims, where they happened, and what people decided about them. */
export const claims: SqlMigration = {
  name: '000002-claims',
  statements: [
    // Which reading of a document counts: a new version of the rules adds claims beside the old ones.
    `create table readings (
       document_id text primary key references documents,
       maker text not null,
       read_at timestamptz not null default now()
     )`,

    `create table claims (
       id text primary key,
       seq bigint generated always as identity unique,
       document_id text not null references documents,
       maker text not null,
       kind text not null,
       metric text,
       scope text,
       low bigint,
       high bigint,
       earliest date,
       latest date,
       start_at integer not null,
       claim jsonb not null
     )`,
    'create index claims_document on claims (document_id, start_at)',
    'create index claims_scope on claims (scope, latest)',
    ...appendOnly('claims'),

    // A newer gazetteer places a claim anew; the highest seq counts.
    `create table claim_places (
       claim_id text not null references claims,
       seq bigint generated always as identity,
       gazetteer text not null,
       places jsonb not null,
       placed_at timestamptz not null default now(),
       primary key (claim_id, seq)
     )`,
    ...appendOnly('claim_places'),

    // Keys of what a claim may be linked with; what is loaded when new claims arrive.
    `create table blocks (
       key text not null,
       document_id text not null
     )`,
    'create index blocks_key on blocks (key, document_id)',
    'create index blocks_document on blocks (document_id)',

    `create table judgements (
       id text primary key,
       seq bigint generated always as identity unique,
       left_id text not null,
       right_id text not null,
       verdict text not null check (verdict in ('same', 'different', 'unsure')),
       by_whom text not null,
       reason text not null,
       at timestamptz not null
     )`,
    ...appendOnly('judgements'),

    `create table withdrawals (
       judgement_id text primary key references judgements,
       by_whom text not null,
       reason text not null,
       at timestamptz not null
     )`,
    ...appendOnly('withdrawals'),

    `create table reviews (
       seq bigint generated always as identity primary key,
       target_kind text not null check (target_kind in ('claim', 'incident')),
       target_id text not null,
       field text not null,
       decision text not null check (decision in ('accept', 'correct', 'reject')),
       value jsonb,
       by_whom text not null,
       reason text not null,
       at timestamptz not null
     )`,
    'create index reviews_target on reviews (target_id)',
    ...appendOnly('reviews'),
  ],
}
