import { appendOnly, type SqlMigration } from './sql-migration.ts'

/** What people decided about claims, incidents and checks, and the claims as they left them. */
export const reviews: SqlMigration = {
  name: '000007-reviews',
  statements: [
    // The first shape of this table was never written to.
    'drop table reviews',
    `create table reviews (
       id text primary key,
       seq bigint generated always as identity unique,
       target text not null check (target in ('claim', 'incident', 'check')),
       target_id text not null,
       -- The document of a claim, the code of an incident or of a check's incident; null for the check of a toll.
       home text,
       field text not null,
       decision text not null check (decision in ('accept', 'correct', 'reject', 'add')),
       value jsonb,
       machine jsonb,
       passage jsonb,
       by_whom text not null,
       reason text not null,
       at timestamptz not null
     )`,
    'create index reviews_target on reviews (target_id)',
    'create index reviews_home on reviews (home)',
    ...appendOnly('reviews'),

    `create table review_withdrawals (
       review_id text primary key references reviews,
       by_whom text not null,
       reason text not null,
       at timestamptz not null
     )`,
    ...appendOnly('review_withdrawals'),

    // Claims that people changed, rejected or added: folded from the reviews, and can be folded again at any time.
    `create table reviewed_claims (
       claim_id text primary key references claims,
       document_id text not null,
       rejected boolean not null,
       kind text not null,
       metric text,
       scope text,
       low bigint,
       high bigint,
       earliest date,
       latest date,
       claim jsonb not null,
       places jsonb
     )`,
    'create index reviewed_claims_document on reviewed_claims (document_id)',

    // Claims that count: of the last reading of their document or of a person's making, as people left them.
    `create view current_claims as
       select c.id, c.seq, c.document_id, c.start_at,
              coalesce(r.claim, c.claim) as claim,
              coalesce(r.rejected, false) as rejected
         from claims c
         left join readings d on d.document_id = c.document_id
         left join reviewed_claims r on r.claim_id = c.id
        where c.maker = d.maker or c.maker like 'person:%'`,

    `create index incidents_checks on incidents using gin ((incident -> 'checks') jsonb_path_ops)`,
    // What was folded before has neither confirmation nor ids of checks.
    'insert into to_link (document_id) select id from documents on conflict do nothing',
  ],
}
