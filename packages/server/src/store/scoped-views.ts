import { sql } from 'kysely'
import type { Db, Tables } from './database.ts'

/** The schema that readers of some collections read from, in place of the tables themselves. */
export const SCOPED_SCHEMA = 'sijil_scoped'

/** What a reader of some collections sees of a table: a condition on its rows; `all`, or `none`. */
type Visible = 'all' | 'none' | string

const ofDocument: Visible = 'sijil.may_read(t.document_id)'
const ofClaim: Visible = 'exists (select from sijil.claims c where c.id = t.claim_id and sijil.may_read(c.document_id))'
const ofImport: Visible = 'sijil.may_read_import(t.import_id)'

/**
 * Every table, and what of it a reader of some collections sees. A table that stands not here cannot be read by them at
 * all, so a new one needs a line: nothing is shown because somebody forgot.
 */
const VISIBLE: Readonly<Record<keyof Tables, Visible>> = {
  texts: 'exists (select from sijil.documents d where d.text_id = t.id and sijil.may_read(d.id))',
  raws: 'exists (select from sijil.documents d where d.raw_sha256 = t.sha256 and sijil.may_read(d.id))',
  documents: 'sijil.may_read(t.id)',
  copies: 'sijil.may_read(t.document_id) and sijil.may_read(t.of_id)',
  passages: 'sijil.may_read(t.document_id) and sijil.may_read(t.of_id)',
  // Numbers of documents, by which copies are looked for; nobody reads it by itself.
  shingles: 'none',
  readings: ofDocument,
  claims: ofDocument,
  claim_places: ofClaim,
  blocks: ofDocument,
  judgements: 'sijil.may_read_side(t.left_id) and sijil.may_read_side(t.right_id)',
  withdrawals:
    'exists (select from sijil.judgements j where j.id = t.judgement_id and sijil.may_read_side(j.left_id) and sijil.may_read_side(j.right_id))',
  codes: ofClaim,
  to_link: ofDocument,
  links: `${ofClaim} and sijil.may_read_incident((select i.incident from sijil.incidents i where i.code = t.code))`,
  incidents: 'sijil.may_read_incident(t.incident)',
  incident_versions: 'sijil.may_read_incident(t.incident) and sijil.may_read_side(t.code)',
  reviews: `case when t.target = 'claim' then sijil.may_read(t.home)
    else t.home is not null and sijil.may_read_incident((select i.incident from sijil.incidents i where i.code = t.home)) end`,
  review_withdrawals: `exists (select from ${SCOPED_SCHEMA}.reviews r where r.id = t.review_id)`,
  reviewed_claims: ofDocument,
  current_claims: ofDocument,
  claim_spots: 'exists (select from sijil.claims c where c.seq = t.claim_seq and sijil.may_read(c.document_id))',
  // Names alone, by which spots are found: where they stand is in the spots.
  place_names: 'all',
  derived: 'all',
  gazetteers: 'all',
  organisation_lists: 'all',
  gazetteer_places: 'all',
  imports: 'sijil.may_read_import(t.id)',
  import_items: ofImport,
  people: 'none',
  sessions: 'none',
  tokens: 'none',
  invitations: 'none',
  recovery_codes: 'none',
  passkeys: 'none',
  identities: 'none',
  ceremonies: 'none',
  failures: 'none',
  desk: ofDocument,
  codings: 'none',
  coders: 'none',
  coded_claims: 'none',
  collections: 't.id = any(sijil.my_collections())',
  collection_documents: 't.collection_id = any(sijil.my_collections())',
  collection_imports: 't.collection_id = any(sijil.my_collections())',
  grants: 'none',
  uploads: 't.collection_id = any(sijil.my_collections())',
  saved_views: 'none',
  settings: 'none',
  tasks: 'none',
  person_names: ofDocument,
  protected_words: 'none',
  counters: 'all',
  log: 'none',
}

/** The collection of what nobody put into another. */
export const MAIN_COLLECTION = 1

const FUNCTIONS = [
  `create or replace function sijil.my_collections() returns bigint[] stable language sql as $$
     select string_to_array(nullif(current_setting('sijil.collections', true), ''), ',')::bigint[] $$`,

  `create or replace function sijil.may_read(doc text) returns boolean stable language sql as $$
     select exists (select from sijil.collection_documents m
                     where m.document_id = doc and m.collection_id = any(sijil.my_collections()))
         or (${MAIN_COLLECTION} = any(sijil.my_collections())
             and not exists (select from sijil.collection_documents m where m.document_id = doc)) $$`,

  `create or replace function sijil.may_read_import(import bigint) returns boolean stable language sql as $$
     select exists (select from sijil.collection_imports m
                     where m.import_id = import and m.collection_id = any(sijil.my_collections()))
         or (${MAIN_COLLECTION} = any(sijil.my_collections())
             and not exists (select from sijil.collection_imports m where m.import_id = import)) $$`,

  // Of a claim's id, a place of it ("CLAIM#1") or a code.
  `create or replace function sijil.may_read_side(side text) returns boolean stable language sql as $$
     select exists (select from sijil.claims c
                     where c.id = coalesce((select k.claim_id from sijil.codes k where k.code = side), split_part(side, '#', 1))
                       and sijil.may_read(c.document_id)) $$`,

  // Whatever rests on a document that may not be read would tell of it.
  `create or replace function sijil.may_read_incident(incident jsonb) returns boolean stable language sql as $$
     select incident is null
         or not exists (select from jsonb_array_elements_text(incident -> 'documents') d where not sijil.may_read(d)) $$`,
] as const

/** Makes the views anew over the tables as they are now. Those that read meanwhile wait a moment. */
export const makeScopedViews = async (db: Db): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('sijil.scoped'))`.execute(tx)
    for (const statement of FUNCTIONS) await sql.raw(statement).execute(tx)
    await sql.raw(`drop schema if exists ${SCOPED_SCHEMA} cascade`).execute(tx)
    await sql.raw(`create schema ${SCOPED_SCHEMA}`).execute(tx)
    for (const [table, visible] of Object.entries(VISIBLE)) {
      const condition = visible === 'all' ? 'true' : visible === 'none' ? 'false' : visible
      await sql
        .raw(`create view ${SCOPED_SCHEMA}.${table} as select * from sijil.${table} t where ${condition}`)
        .execute(tx)
    }
  })
