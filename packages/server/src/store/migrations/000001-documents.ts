import { appendOnly, type SqlMigration } from './sql-migration.ts'

/** Texts, their publications, the bytes they came from, and how they copy one another. */
export const documents: SqlMigration = {
  name: '000001-documents',
  statements: [
    `create function refuse_change() returns trigger language plpgsql as $$
     begin
       raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
         using errcode = 'restrict_violation';
     end $$`,

    `create table texts (
       id text primary key,
       content text not null
     )`,
    ...appendOnly('texts'),

    // The bytes themselves lie in the data folder, under raw/. A large container's are kept in the parts it was read in.
    `create table raws (
       sha256 text primary key,
       length bigint not null
     )`,
    ...appendOnly('raws'),

    `create table documents (
       id text primary key,
       seq bigint generated always as identity unique,
       text_id text not null references texts,
       doc text not null,
       outlet text,
       agency text,
       url text,
       title text,
       published date,
       published_from text,
       updated date,
       language text,
       media_type text not null,
       raw_sha256 text not null references raws,
       zones jsonb not null,
       warnings jsonb not null,
       supersedes text,
       added_at timestamptz not null default now()
     )`,
    'create index documents_doc on documents (doc)',
    'create index documents_text on documents (text_id)',
    'create index documents_url on documents (url) where url is not null',
    'create index documents_published on documents (published)',
    ...appendOnly('documents'),

    `create table copies (
       document_id text not null references documents,
       of_id text not null references documents,
       relation text not null,
       containment real not null,
       why text not null,
       primary key (document_id, of_id)
     )`,
    'create index copies_of on copies (of_id)',

    `create table passages (
       document_id text not null references documents,
       of_id text not null references documents,
       start_at integer not null,
       end_at integer not null
     )`,
    'create index passages_document on passages (document_id)',
    'create index passages_of on passages (of_id)',

    // Many rows a document, always added with it: checking each against documents would cost more than the rows.
    `create table fingerprints (
       hash bigint not null,
       document_id text not null
     )`,
    'create index fingerprints_hash on fingerprints (hash, document_id)',
  ],
}
