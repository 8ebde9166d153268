import { appendOnly, type SqlMigration } from './sql-migration.ts'

/** Permanent codes, and the incidents folded from the claims: a view that can be made again at any time. */
export const incidents: SqlMigration = {
  name: '000003-incidents',
  statements: [
    // A code belongs for ever to one claim, or to one place of it ("CLAIM#1"); it names the incident in which that stands.
    `create table codes (
       code text primary key,
       anchor text not null unique,
       claim_id text not null generated always as (split_part(anchor, '#', 1)) stored,
       serial integer not null,
       given_at timestamptz not null default now()
     )`,
    'create index codes_claim on codes (claim_id)',
    ...appendOnly('codes'),

    // Documents that came, or whose copies or judgements changed, since the record was last linked.
    `create table to_link (
       document_id text primary key references documents
     )`,

    `create table links (
       claim_id text not null references claims,
       code text not null references codes,
       link jsonb not null
     )`,
    'create index links_claim on links (claim_id)',
    'create index links_code on links (code)',

    `create table incidents (
       code text primary key references codes,
       kind text not null,
       earliest date,
       latest date,
       country text,
       admin1 text,
       place_name text,
       place_text text,
       lat double precision,
       lon double precision,
       killed_low bigint,
       killed_high bigint,
       killed_known boolean not null,
       grade text not null,
       origins integer not null,
       incident jsonb not null
     )`,
    'create index incidents_time on incidents (earliest, latest)',
    'create index incidents_order on incidents ((coalesce(earliest, latest)), code)',

    // What an incident looked like after each change; null = it was folded into another.
    `create table incident_versions (
       seq bigint generated always as identity primary key,
       code text not null references codes,
       at timestamptz not null default now(),
       import_id bigint,
       incident jsonb
     )`,
    'create index incident_versions_code on incident_versions (code, seq)',
    ...appendOnly('incident_versions'),
  ],
}
