import { type Claim, type ClaimId, isCountClaim } from '@sijil/core/model/claim.js'
import type { ClaimPlaces } from '@sijil/core/model/place.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { insertRows } from './insert-rows.ts'

/** Adds claims; those that are there already stay as they are. */
export const insertClaims = async (db: Db, claims: readonly Claim[]): Promise<void> => {
  await insertRows(db, 'claims', COLUMNS, claims.map(toRow))
}

const COLUMNS = {
  id: 'text',
  document_id: 'text',
  maker: 'text',
  kind: 'text',
  metric: 'text',
  scope: 'text',
  low: 'bigint',
  high: 'bigint',
  earliest: 'date',
  latest: 'date',
  start_at: 'integer',
  claim: 'jsonb',
} as const

const toRow = (claim: Claim) => ({
  id: claim.id,
  document_id: claim.document,
  maker: makerOf(claim),
  kind: claim.kind,
  metric: isCountClaim(claim) ? claim.metric : null,
  scope: isCountClaim(claim) ? claim.scope : null,
  low: isCountClaim(claim) ? claim.count.low : null,
  high: isCountClaim(claim) ? claim.count.high : null,
  earliest: claim.time.earliest,
  latest: claim.time.latest,
  start_at: claim.start,
  claim,
})

const makerOf = ({ maker }: Claim): string => `${maker.by} ${maker.version}`

/** Notes by which stage, at which version, each document was read last: only those claims count. */
export const setReadings = async (
  db: Db,
  readings: readonly { readonly document: string; readonly maker: string }[],
): Promise<void> => {
  await sql`
    insert into readings (document_id, maker)
    select document, maker from json_to_recordset(${JSON.stringify(readings)}::json) as r(document text, maker text)
    on conflict (document_id) do update set maker = excluded.maker, read_at = now()`.execute(db)
}

/** Adds where claims happened, by a version of the gazetteer. */
export const insertClaimPlaces = async (db: Db, gazetteer: string, places: readonly ClaimPlaces[]): Promise<void> => {
  const rows = places.map((one) => ({ claim_id: one.claim, gazetteer, places: one.places }))
  await insertRows(db, 'claim_places', { claim_id: 'text', gazetteer: 'text', places: 'jsonb' } as const, rows)
}

/** Only claims of the last reading of their document count. */
const current = (db: Db) =>
  db
    .selectFrom('claims')
    .innerJoin('readings', (on) =>
      on.onRef('readings.document_id', '=', 'claims.document_id').onRef('readings.maker', '=', 'claims.maker'),
    )

/** The claims of documents, in the order of documents and text. */
export const claimsOfDocuments = async (db: Db, documents: readonly string[]): Promise<readonly Claim[]> => {
  if (documents.length === 0) return []
  const rows = await current(db)
    .select('claims.claim')
    .where('claims.document_id', '=', sql<string>`any(${documents})`)
    .orderBy('claims.document_id')
    .orderBy('claims.start_at')
    .orderBy('claims.id')
    .execute()
  return rows.map(({ claim }) => claim)
}

/** Claims by id, whichever reading they are of. */
export const claimsById = async (db: Db, ids: readonly string[]): Promise<readonly Claim[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('claims')
    .select('claim')
    .where('id', '=', sql<string>`any(${ids})`)
    .orderBy('document_id')
    .orderBy('start_at')
    .orderBy('id')
    .execute()
  return rows.map(({ claim }) => claim)
}

/** Where the claims of documents happened, as the newest gazetteer has it. */
export const placesOfDocuments = async (db: Db, documents: readonly string[]): Promise<readonly ClaimPlaces[]> => {
  if (documents.length === 0) return []
  const rows = await current(db)
    .innerJoin('claim_places', 'claim_places.claim_id', 'claims.id')
    .distinctOn('claims.id')
    .select(['claims.id', 'claim_places.places'])
    .where('claims.document_id', '=', sql<string>`any(${documents})`)
    .orderBy('claims.id')
    .orderBy('claim_places.seq', 'desc')
    .execute()
  return rows.map(({ id, places }) => ({ claim: id as ClaimId, places }))
}

/** The documents of claims, by claim; those that are not there are left out. */
export const documentsOfClaims = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('claims')
    .select(['id', 'document_id'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Map(rows.map(({ id, document_id }) => [id, document_id]))
}

/** The claims of the first reading of documents: those that the log has a digest of. */
export const claimsReadFirst = async (db: Db, documents: readonly string[]): Promise<readonly Claim[]> => {
  const { rows } = await sql<{ claim: Claim }>`
    select claim from (
      select claim, maker, first_value(maker) over (partition by document_id order by seq) as first
        from claims where document_id = any(${documents})
    ) as made where maker = first`.execute(db)
  return rows.map(({ claim }) => claim)
}

/** Where the claims of documents were placed first. */
export const placesReadFirst = async (db: Db, documents: readonly string[]): Promise<readonly ClaimPlaces[]> => {
  const { rows } = await sql<{ id: ClaimId; places: ClaimPlaces['places'] }>`
    select distinct on (c.id) c.id, p.places from claims c join claim_places p on p.claim_id = c.id
     where c.document_id = any(${documents}) order by c.id, p.seq`.execute(db)
  return rows.map(({ id, places }) => ({ claim: id, places }))
}
