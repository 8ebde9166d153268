import type { ClaimFilter, ClaimSort } from '@sijil/core/contract/claim-filter.js'
import type { Claim, Scope } from '@sijil/core/model/claim.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { allOf, type Condition, hasPart, liesAt, type PlacesWanted, when, wordsQuery } from './conditions.ts'
import { comesAfter, countRows, type Ended, inOrder, type Order, standsAt } from './keyset.ts'

/** A filter whose document, incident and place were looked up. */
export type ClaimsWanted = Omit<ClaimFilter, 'doc' | 'incident' | 'place' | 'scope'> &
  PlacesWanted & {
    readonly documents?: readonly string[]
    readonly ids?: readonly string[]
    readonly scopes?: readonly Scope[]
    /** Only those that nobody rejected. */
    readonly standing?: boolean
  }

export interface FoundClaim {
  readonly ended: Ended
  readonly claim: Claim
  readonly doc: string
  /** A person rejected it: it feeds nothing. */
  readonly rejected: boolean
}

// Only claims of the last reading of their document count, and those that people added. Two lists, so that each keeps its
// indexes: the many that nobody reviewed, and the few as people left them.
const AS_READ = sql`
  (select c.* from claims c join readings r on r.document_id = c.document_id and r.maker = c.maker
    where not exists (select from reviewed_claims v where v.claim_id = c.id)) c
  join documents d on d.id = c.document_id`
const AS_LEFT = sql`
  (select v.*, v.claim_id as id, o.seq from reviewed_claims v join claims o on o.id = v.claim_id
     left join readings r on r.document_id = o.document_id
    where o.maker = r.maker or o.maker like 'person:%') c
  join documents d on d.id = c.document_id`

const orderOf = (sort: ClaimSort): Order => ({
  key: sql`c.seq`,
  keyType: 'bigint',
  tie: sql`c.seq`,
  tieType: 'bigint',
  descending: sort === 'newest',
})

/** Some of the claims wanted, in an order, after a place in it. */
export const pageOfClaims = async (
  db: Db,
  wanted: ClaimsWanted,
  { sort, after, size }: { readonly sort: ClaimSort; readonly after: Ended | null; readonly size: number },
): Promise<readonly FoundClaim[]> => {
  const order = orderOf(sort)
  const where = allOf([conditionOf(wanted), comesAfter(order, after)])
  const { rows } = await sql<{ key: string; tie: string; claim: Claim; doc: string; rejected: boolean }>`
    select * from (
      (select ${standsAt(order)}, c.seq, c.claim, d.doc, false as rejected from ${AS_READ}
        where ${where} order by ${inOrder(order)} limit ${size})
      union all
      (select ${standsAt(order)}, c.seq, c.claim, d.doc, c.rejected from ${AS_LEFT}
        where ${allOf([where, standsIn(wanted)])} order by ${inOrder(order)} limit ${size})
    ) c order by ${inOrder(order)} limit ${size}`.execute(db)
  return rows.map(({ key, tie, claim, doc, rejected }) => ({ ended: [key, tie], claim, doc, rejected }))
}

export const countClaimsWanted = async (db: Db, wanted: ClaimsWanted): Promise<number> =>
  (await countRows(db, AS_READ, conditionOf(wanted))) +
  (await countRows(db, AS_LEFT, allOf([conditionOf(wanted), standsIn(wanted)])))

/** Nobody rejects a claim without reviewing it: a condition on those as people left them. */
const standsIn = ({ standing }: ClaimsWanted): Condition | null =>
  standing === true ? sql<boolean>`not c.rejected` : null

const conditionOf = (wanted: ClaimsWanted): Condition =>
  allOf([
    when(wanted.search, (search) => sql<boolean>`sijil.claim_words(c.claim) @@ ${wordsQuery(search)}`),
    when(wanted.documents, (ids) => sql<boolean>`c.document_id = any(${ids})`),
    when(wanted.ids, (ids) => sql<boolean>`c.id = any(${ids})`),
    when(wanted.kind, (kind) => sql<boolean>`c.kind = ${kind}`),
    when(wanted.metric, (metric) => sql<boolean>`c.metric = ${metric}`),
    when(wanted.scopes, (scopes) => sql<boolean>`c.scope = any(${scopes})`),
    when(wanted.from, (from) => sql<boolean>`(c.latest is null or c.latest >= ${from}::date)`),
    when(
      wanted.to,
      (to) => sql<boolean>`(coalesce(c.earliest, c.latest) is null or coalesce(c.earliest, c.latest) <= ${to}::date)`,
    ),
    spotCondition(wanted),
    when(wanted.actor, (actor) => hasPart(sql`sijil.texts_in(c.claim->'actors')`, actor)),
    when(wanted.means, (means) => sql<boolean>`c.claim->>'means' = ${means}`),
    when(
      wanted.min,
      (least) => sql<boolean>`(c.metric is not null and coalesce(c.high, 9000000000000000) >= ${least})`,
    ),
    when(wanted.max, (most) => sql<boolean>`(c.metric is not null and coalesce(c.low, 0) <= ${most})`),
  ])

const spotCondition = (wanted: PlacesWanted): Condition | null => {
  const at = liesAt(wanted, SPOT_COLUMNS)
  return at === null ? null : sql<boolean>`c.seq in (select s.claim_seq from claim_spots s where ${at})`
}

/** The columns of `claim_spots s`. */
export const SPOT_COLUMNS = { names: sql`s.names`, country: sql`s.country`, spot: sql`s.spot` }
