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

/** Documents whose claims were read last by another maker than this, in the order in which they came. */
export const documentsReadOtherwise = async (db: Db, maker: string, size: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select d.id from documents d join readings r on r.document_id = d.id
     where r.maker <> ${maker} order by d.seq limit ${size}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Adds where claims happened, by a version of the gazetteer. */
export const insertClaimPlaces = async (db: Db, gazetteer: string, places: readonly ClaimPlaces[]): Promise<void> => {
  const rows = places.map((one) => ({ claim_id: one.claim, gazetteer, places: one.places }))
  await insertRows(db, 'claim_places', { claim_id: 'text', gazetteer: 'text', places: 'jsonb' } as const, rows)
}

/** The claims of documents as people left them, in the order of documents and text, each with whether somebody rejected it. */
export const claimsShown = async (
  db: Db,
  documents: readonly string[],
): Promise<readonly { readonly claim: Claim; readonly rejected: boolean }[]> =>
  documents.length === 0
    ? []
    : await db
        .selectFrom('current_claims')
        .select(['claim', 'rejected'])
        .where('document_id', '=', sql<string>`any(${documents})`)
        .orderBy('document_id')
        .orderBy('start_at')
        .orderBy('id')
        .execute()

/** The same without those that were rejected: what the record is made of. */
export const claimsOfDocuments = async (db: Db, documents: readonly string[]): Promise<readonly Claim[]> =>
  (await claimsShown(db, documents)).filter(({ rejected }) => !rejected).map(({ claim }) => claim)

/** The claims of documents as they were read last; with `persons` also those that people added, as they added them. */
export const claimsAsRead = async (
  db: Db,
  documents: readonly string[],
  { persons }: { readonly persons: boolean },
): Promise<readonly Claim[]> => {
  if (documents.length === 0) return []
  const { rows } = await sql<{ claim: Claim }>`
    select c.claim from claims c left join readings d on d.document_id = c.document_id
     where c.document_id = any(${documents}) and (c.maker = d.maker or (${persons} and c.maker like 'person:%'))
     order by c.document_id, c.start_at, c.id`.execute(db)
  return rows.map(({ claim }) => claim)
}

/** Claims by id as people left them, whichever reading they are of. */
export const claimsById = async (db: Db, ids: readonly string[]): Promise<readonly Claim[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<{ claim: Claim }>`
    select coalesce(r.claim, c.claim) as claim
      from claims c left join reviewed_claims r on r.claim_id = c.id
     where c.id = any(${ids}) order by c.document_id, c.start_at, c.id`.execute(db)
  return rows.map(({ claim }) => claim)
}

/** Where the claims of documents happened, as people or else the newest gazetteer have it. */
export const placesOfDocuments = async (db: Db, documents: readonly string[]): Promise<readonly ClaimPlaces[]> => {
  if (documents.length === 0) return []
  const { rows } = await sql<{ id: ClaimId; places: ClaimPlaces['places'] }>`
    select distinct on (c.id) c.id, coalesce(r.places, p.places) as places
      from current_claims c
      join claim_places p on p.claim_id = c.id
      left join reviewed_claims r on r.claim_id = c.id
     where c.document_id = any(${documents}) and not c.rejected
     order by c.id, p.seq desc`.execute(db)
  return rows.map(({ id, places }) => ({ claim: id, places }))
}

/** Where the claims of documents were placed last, whatever people say. */
export const placesAsRead = async (db: Db, documents: readonly string[]): Promise<readonly ClaimPlaces[]> => {
  if (documents.length === 0) return []
  const { rows } = await sql<{ id: ClaimId; places: ClaimPlaces['places'] }>`
    select distinct on (c.id) c.id, p.places from claims c join claim_places p on p.claim_id = c.id
     where c.document_id = any(${documents}) order by c.id, p.seq desc`.execute(db)
  return rows.map(({ id, places }) => ({ claim: id, places }))
}

/** A claim as people left it. */
export interface ReviewedClaim {
  readonly claim: Claim
  readonly rejected: boolean
  /** Null where nobody decided on the places. */
  readonly places: ClaimPlaces['places'] | null
}

/** Puts what people left of the claims of documents in the place of what was kept of it before. */
export const replaceReviewed = async (
  db: Db,
  documents: readonly string[],
  claims: readonly ReviewedClaim[],
): Promise<void> => {
  await db.deleteFrom('reviewed_claims').where('document_id', '=', sql<string>`any(${documents})`).execute()
  const rows = claims.map(({ claim, rejected, places }) => ({
    claim_id: claim.id,
    document_id: claim.document,
    rejected,
    kind: claim.kind,
    metric: isCountClaim(claim) ? claim.metric : null,
    scope: isCountClaim(claim) ? claim.scope : null,
    low: isCountClaim(claim) ? claim.count.low : null,
    high: isCountClaim(claim) ? claim.count.high : null,
    earliest: claim.time.earliest,
    latest: claim.time.latest,
    claim,
    places,
  }))
  await insertRows(db, 'reviewed_claims', REVIEWED, rows)
}

const REVIEWED = {
  claim_id: 'text',
  document_id: 'text',
  rejected: 'boolean',
  kind: 'text',
  metric: 'text',
  scope: 'text',
  low: 'bigint',
  high: 'bigint',
  earliest: 'date',
  latest: 'date',
  claim: 'jsonb',
  places: 'jsonb',
} as const

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
        from claims where document_id = any(${documents}) and maker not like 'person:%'
    ) as made where maker = first`.execute(db)
  return rows.map(({ claim }) => claim)
}

/** Claims by id, as they were added. */
export const claimsAsAdded = async (db: Db, ids: readonly string[]): Promise<readonly Claim[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<{ claim: Claim }>`select claim from claims where id = any(${ids})`.execute(db)
  return rows.map(({ claim }) => claim)
}

/** Where the claims of documents were placed first. */
export const placesReadFirst = async (db: Db, documents: readonly string[]): Promise<readonly ClaimPlaces[]> => {
  const { rows } = await sql<{ id: ClaimId; places: ClaimPlaces['places'] }>`
    select distinct on (c.id) c.id, p.places from claims c join claim_places p on p.claim_id = c.id
     where c.document_id = any(${documents}) order by c.id, p.seq`.execute(db)
  return rows.map(({ id, places }) => ({ claim: id, places }))
}
