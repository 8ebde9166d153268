import type { SqlMigration } from './sql-migration.ts'

const countsAccounts = (table: string, events: string): string =>
  `create trigger ${table}_count after ${events} on ${table} for each statement execute function count_accounts()`

/** People who may sign in, what they may do where, collections of documents, files on their way in. */
export const accounts: SqlMigration = {
  name: '000008-accounts',
  statements: [
    `create table people (
       id text primary key,
       email text not null unique check (email = lower(email)),
       name text not null,
       -- Argon2id; null until the person followed the link that they were given.
       password_hash text,
       -- The first of all cannot be disabled or lose a right.
       is_owner boolean not null default false,
       totp_secret text,
       totp_on boolean not null default false,
       -- The last step of the clock that a code was used for: none is good twice.
       totp_step bigint not null default 0,
       made_at timestamptz not null default now(),
       disabled_at timestamptz
     )`,
    'create unique index people_owner on people (is_owner) where is_owner',

    // Secrets are kept as hashes: whoever reads the store cannot use them.
    `create table sessions (
       id text primary key,
       hash text not null unique,
       person_id text not null references people,
       made_at timestamptz not null default now(),
       confirmed_at timestamptz not null default now(),
       expires_at timestamptz not null,
       ended_at timestamptz,
       address text not null,
       agent text not null
     )`,
    'create index sessions_person on sessions (person_id)',

    `create table tokens (
       id text primary key,
       hash text not null unique,
       person_id text not null references people,
       name text not null,
       scope text not null check (scope in ('read', 'write', 'admin')),
       made_at timestamptz not null default now(),
       expires_at timestamptz not null,
       ended_at timestamptz
     )`,
    'create index tokens_person on tokens (person_id)',

    // Links that make an account usable: good once, and not for long.
    `create table invitations (
       hash text primary key,
       person_id text not null references people,
       made_at timestamptz not null default now(),
       expires_at timestamptz not null,
       used_at timestamptz
     )`,

    `create table recovery_codes (
       hash text primary key,
       person_id text not null references people,
       used_at timestamptz
     )`,

    `create table passkeys (
       id text primary key,
       person_id text not null references people,
       name text not null,
       public_key text not null,
       counter bigint not null,
       transports jsonb not null,
       made_at timestamptz not null default now(),
       used_at timestamptz
     )`,

    // Who somebody is at an identity provider.
    `create table identities (
       issuer text not null,
       subject text not null,
       person_id text not null references people,
       made_at timestamptz not null default now(),
       primary key (issuer, subject)
     )`,

    // What has to be remembered between two requests of one ceremony (a passkey's challenge, a provider's state).
    `create table ceremonies (
       hash text primary key,
       kind text not null,
       person_id text references people,
       body jsonb not null,
       expires_at timestamptz not null
     )`,

    // Failed tries, by account and by address.
    `create table failures (
       key text primary key,
       count integer not null,
       last_at timestamptz not null
     )`,

    `create table collections (
       id bigint generated always as identity primary key,
       name text not null unique,
       made_at timestamptz not null default now()
     )`,
    // What nobody put anywhere is in the first collection.
    `insert into collections (name) values ('main')`,

    `create table collection_documents (
       collection_id bigint not null references collections,
       document_id text not null references documents,
       primary key (document_id, collection_id)
     )`,
    `create table collection_imports (
       collection_id bigint not null references collections,
       import_id bigint not null references imports,
       primary key (import_id, collection_id)
     )`,

    // A role in a collection; in all of them where it names none.
    `create table grants (
       person_id text not null references people,
       collection_id bigint references collections,
       role text not null check (role in ('public', 'viewer', 'coder', 'reviewer', 'admin'))
     )`,
    'create unique index grants_one on grants (person_id, coalesce(collection_id, 0))',

    `create table uploads (
       id text primary key,
       person_id text references people,
       collection_id bigint not null references collections,
       name text not null,
       size bigint not null,
       state text not null check (state in ('receiving', 'waiting', 'reading', 'done', 'failed')),
       import_id bigint references imports,
       problem text,
       made_at timestamptz not null default now()
     )`,

    `create table settings (
       name text primary key,
       value jsonb not null
     )`,

    // Where persons are named in a document, as some version of the rules tells it; null where that can't be told.
    `create table person_names (
       document_id text not null references documents,
       maker text not null,
       spans jsonb,
       primary key (document_id, maker)
     )`,

    // Goes up with every change of what somebody may do, so that nothing is remembered beyond it.
    `create table counters (name text primary key, count bigint not null)`,
    `insert into counters values ('accounts', 0)`,
    `create function count_accounts() returns trigger language plpgsql as $$
     begin
       update counters set count = count + 1 where name = 'accounts';
       return null;
     end $$`,
    countsAccounts('people', 'insert or update or delete'),
    countsAccounts('sessions', 'insert or delete or update'),
    countsAccounts('tokens', 'insert or delete or update'),
    countsAccounts('grants', 'insert or delete or update'),
    countsAccounts('collections', 'insert or delete or update'),
    countsAccounts('collection_documents', 'insert or delete or update'),
    countsAccounts('settings', 'insert or delete or update'),
  ],
}
