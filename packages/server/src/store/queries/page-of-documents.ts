import type { DocumentFilter, DocumentSort } from '@sijil/core/contract/document-filter.js'
import type { DeskRecord } from '@sijil/core/contract/document-record.js'
import type { Document } from '@sijil/core/model/document.js'
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'
import { allOf, type Condition, hasPart, liesAt, type PlacesWanted, when, wordsQuery } from './conditions.ts'
import { toDocument } from './documents.ts'
import { COUNTED, comesAfter, countRows, type Ended, inOrder, type Order, standsAt } from './keyset.ts'
import { SPOT_COLUMNS } from './page-of-claims.ts'

/** A filter whose place was looked up. */
export type DocumentsWanted = Omit<DocumentFilter, 'place'> & PlacesWanted

export interface FoundDocument {
  readonly ended: Ended
  readonly document: Document
  /** How many claims were read in it. */
  readonly claims: number
  readonly desk: Omit<DeskRecord, 'version'>
}

const TABLE = sql`documents d`

const byArrival = (descending: boolean): Order => ({
  key: sql`d.seq`,
  keyType: 'bigint',
  tie: sql`d.seq`,
  tieType: 'bigint',
  descending,
})

const ORDERS: Readonly<Record<DocumentSort, Order>> = {
  oldest: byArrival(false),
  newest: byArrival(true),
  published: {
    key: sql`(coalesce(d.published, '-infinity'::date))`,
    keyType: 'date',
    tie: sql`d.seq`,
    tieType: 'bigint',
    descending: true,
  },
}

interface At {
  readonly sort: DocumentSort
  readonly after: Ended | null
  readonly size: number
}

/** Some of the documents wanted, in an order, after a place in it. */
export const pageOfDocuments = async (
  db: Db,
  wanted: DocumentsWanted,
  { sort, after, size }: At,
): Promise<readonly FoundDocument[]> => {
  const order = ORDERS[sort]
  const branches = branchesOf(wanted).map(
    (condition) => sql`(select d.seq from ${TABLE} where ${allOf([condition, comesAfter(order, after)])}
                         order by ${inOrder(order)} limit ${size})`,
  )
  const { rows } = await sql<
    Selectable<Tables['documents']> & { key: string; tie: string; claims: number; desk: FoundDocument['desk'] }
  >`
    select ${standsAt(order)}, d.*,
           (select count(*)::int from current_claims c where c.document_id = d.id and not c.rejected) as claims,
           jsonb_build_object(
             'state', coalesce(k.state, 'new'),
             'assignee', case when k.assignee is null then null
                              else jsonb_build_object('id', k.assignee, 'name', k.assignee_name) end,
             'confidence', (select min((c.claim ->> 'confidence')::float) from current_claims c
                             where c.document_id = d.id and not c.rejected)) as desk
      from (${sql.join(branches, sql` union `)}) as found join documents d on d.seq = found.seq
      left join desk k on k.document_id = d.id
     order by ${inOrder(order)} limit ${size}`.execute(db)
  return rows.map(({ key, tie, claims, desk, ...row }) => ({
    ended: [key, tie],
    document: toDocument(row),
    claims,
    desk,
  }))
}

export const countDocumentsWanted = (db: Db, wanted: DocumentsWanted): Promise<number> => {
  const branches = branchesOf(wanted).map(
    (condition) => sql`(select d.seq from ${TABLE} where ${condition} limit ${COUNTED + 1})`,
  )
  return countRows(db, sql`(${sql.join(branches, sql` union `)}) as found`, allOf([]))
}

/**
 * The documents wanted as conditions of which one must hold. The words of a text and those of a title are in two indexes:
 * asked for at once, with an "or", the planner would use neither.
 */
const branchesOf = ({ search, ...wanted }: DocumentsWanted): readonly Condition[] => {
  const condition = conditionOf(wanted)
  return search === undefined
    ? [condition]
    : [allOf([textHolds(search), condition]), allOf([titleHolds(search), condition])]
}

const textHolds = (search: string): Condition =>
  sql<boolean>`d.text_id in (
    select t.id from texts t where t.words @@ ${wordsQuery(search)})`

const titleHolds = (search: string): Condition =>
  sql<boolean>`sijil.words_of(left(d.title, 1000)) @@ ${wordsQuery(search)}`

const conditionOf = (wanted: Omit<DocumentsWanted, 'search'>): Condition =>
  allOf([
    when(wanted.from, (from) => sql<boolean>`d.published >= ${from}::date`),
    when(wanted.to, (to) => sql<boolean>`d.published <= ${to}::date`),
    when(wanted.outlet, (outlet) => hasPart(sql`(coalesce(d.outlet, '') || ' ' || coalesce(d.agency, ''))`, outlet)),
    when(wanted.language, (language) => sql<boolean>`d.language = ${language.toLowerCase()}`),
    when(wanted.copies, (copies) => (copies ? sql<boolean>`exists (${COPIES})` : sql<boolean>`not exists (${COPIES})`)),
    when(wanted.state, (state) =>
      state === 'new'
        ? sql<boolean>`not exists (${DESK} and k.state <> 'new')`
        : sql<boolean>`exists (${DESK} and k.state = ${state})`,
    ),
    when(wanted.assignee, (person) =>
      person === 'nobody'
        ? sql<boolean>`not exists (${DESK} and k.assignee is not null)`
        : sql<boolean>`exists (${DESK} and k.assignee = ${person})`,
    ),
    spotCondition(wanted),
  ])

const DESK = sql`select from desk k where k.document_id = d.id`
const COPIES = sql`select from copies where copies.document_id = d.id and copies.relation <> 'quotes'`

const spotCondition = (wanted: PlacesWanted): Condition | null => {
  const at = liesAt(wanted, SPOT_COLUMNS)
  return at === null
    ? null
    : sql<boolean>`d.id in (
        select c.document_id from claim_spots s join claims c on c.seq = s.claim_seq
          join readings r on r.document_id = c.document_id and r.maker = c.maker
         where ${at})`
}
