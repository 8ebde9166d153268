import type { SqlMigration } from './sql-migration.ts'

/** What listings are searched and narrowed by. All of it is derived, and made anew by `completeSearch` where it is missing. */
export const search: SqlMigration = {
  name: '000006-search',
  statements: [
    // Words of ASCII letters are stemmed as English, words with any others as Arabic, which leaves other scripts as they are.
    'create text search configuration sijil.words (copy = pg_catalog.english)',
    `alter text search configuration sijil.words
       alter mapping for word, hword, hword_part with pg_catalog.arabic_stem`,

    // Its cost makes the planner prefer the index to reading texts one by one; as plpgsql it is not inlined, and keeps its cost.
    `create function words_of(content text) returns tsvector
       language plpgsql immutable strict parallel safe cost 30000
       as $$ begin return to_tsvector('sijil.words'::regconfig, content); end $$`,

    // A tsvector holds a megabyte at most: of a longer text the beginning is searched.
    'create index texts_words on texts using gin (sijil.words_of(left(content, 200000)))',
    'alter table texts alter column id set statistics 10, alter column content set statistics 0',
    'alter index texts_words alter column 1 set statistics 20',
    'drop index documents_text',
    'create index documents_text on documents (text_id, seq)',
    'create index documents_title_words on documents using gin (sijil.words_of(left(title, 1000)))',
    'drop index documents_published',
    `create index documents_newest on documents ((coalesce(published, '-infinity'::date)), seq)`,
    `create index documents_outlet on documents using gin ((coalesce(outlet, '') || ' ' || coalesce(agency, '')) gin_trgm_ops)`,

    // The texts of a claim's mentions, for words and parts of words.
    `create function texts_in(mentions jsonb) returns text
       language sql immutable strict parallel safe
       return jsonb_path_query_array(mentions, '$[*].text')::text`,
    `create function claim_words(claim jsonb) returns tsvector
       language plpgsql immutable strict parallel safe cost 3000
       as $$ begin
         return to_tsvector('sijil.words'::regconfig, concat_ws(' ', claim->>'quote', sijil.texts_in(claim->'places'),
           sijil.texts_in(claim->'actors'), sijil.texts_in(claim->'sources')));
       end $$`,
    'create index claims_words on claims using gin (sijil.claim_words(claim))',
    `create index claims_actors on claims using gin (sijil.texts_in(claim->'actors') gin_trgm_ops)`,

    // Names of places, each once; \`keys\` by which they are found in any spelling, null until they are made.
    `create table place_names (
       id integer generated always as identity primary key,
       name text not null unique,
       keys text[],
       keyed_by integer
     )`,
    'create index place_names_keys on place_names using gin (keys)',

    // Where a claim lies by the newest gazetteer: a row a mention, and the names it is known by.
    `create table claim_spots (
       claim_seq bigint not null,
       names integer[] not null,
       country text,
       spot point
     )`,
    'create index claim_spots_claim on claim_spots (claim_seq)',
    'create index claim_spots_names on claim_spots using gin (names)',
    'create index claim_spots_spot on claim_spots using gist (spot)',
    'create index claim_spots_country on claim_spots (country)',

    'alter table incidents add column words tsvector, add column names integer[]',
    'create index incidents_words on incidents using gin (words)',
    'create index incidents_names on incidents using gin (names)',
    'create index incidents_spot on incidents using gist (point(lon, lat))',
    'create index incidents_country on incidents (country)',
    `create index incidents_actors on incidents using gin ((incident->>'actors') gin_trgm_ops)`,
    'drop index incidents_order',
    `create index incidents_oldest on incidents ((coalesce(earliest, latest, 'infinity'::date)), code)`,
    `create index incidents_newest on incidents ((coalesce(earliest, latest, '-infinity'::date)), code)`,
    `create index incidents_deadliest on incidents
       ((case when killed_known then coalesce(killed_high, 9000000000000000) else -1 end), code)`,

    // Which derived tables are complete, by the version of the rules that fill them.
    'create table derived (name text primary key, version integer not null)',
  ],
}
