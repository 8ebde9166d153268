import type { SqlMigration } from './sql-migration.ts'

/** What a fingerprint's hash (53 bits) is kept as: 32 bits of it, as a signed number. */
const keyOf = (hash: string) => `(((${hash} & 4294967295) # ((${hash} >> 32) << 12)) - 2147483648)::integer`
/** The first 32 bits of a document's id as a signed number, so that numbers come in the order of the ids. */
export const numberOf = (id: string) =>
  `(('x' || lpad(left(${id}, 8), 16, '0'))::bit(64)::bigint - 2147483648)::integer`

/** Adds what `f` has of `hash` and `document_id`, which a `from` says; also for backups that an earlier Sijil wrote. */
export const ADD_SHINGLES = `insert into shingles (key, document) select ${keyOf('f.hash')}, ${numberOf('f.document_id')}`

/** Fingerprints as two numbers of four bytes: they were two fifths of a store. */
export const shingles: SqlMigration = {
  name: '000022-shingles',
  statements: [
    `create table shingles (
       key integer not null,
       document integer not null
     )`,
    `${ADD_SHINGLES} from fingerprints f`,
    // With what readers of some collections saw of it: that is made anew whenever the server starts.
    'drop table fingerprints cascade',
    'create index shingles_key on shingles (key, document)',
  ],
}
