import type { DocumentFilter, DocumentSort } from '@sijil/core/contract/document-filter.js'
import type { Document } from '@sijil/core/model/document.js'
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'
import { allOf, type Condition, hasPart, liesAt, type PlacesWanted, when, wordsQuery } from './conditions.ts'
import { toDocument } from './documents.ts'
import { comesAfter, countRows, type Ended, inOrder, type Order, standsAt } from './keyset.ts'
import { SPOT_COLUMNS } from './page-of-claims.ts'

/** A filter whose place was looked up. */
export type DocumentsWanted = Omit<DocumentFilter, 'place'> & PlacesWanted

export interface FoundDocument {
  readonly ended: Ended
  readonly document: Document
  /** How many claims were read in it. */
  readonly claims: number
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

/** Some of the documents wanted, in an order, after a place in it. */
export const pageOfDocuments = async (
  db: Db,
  wanted: DocumentsWanted,
  { sort, after, size }: { readonly sort: DocumentSort; readonly after: Ended | null; readonly size: number },
): Promise<readonly FoundDocument[]> => {
  const order = ORDERS[sort]
  const { rows } = await sql<Selectable<Tables['documents']> & { key: string; tie: string; claims: number }>`
    with page as (
      select ${standsAt(order)}, d.* from ${TABLE}
       where ${allOf([conditionOf(wanted), comesAfter(order, after)])}
       order by ${inOrder(order)} limit ${size}
    )
    select d.*, (select count(*)::int from current_claims c where c.document_id = d.id and not c.rejected) as claims
      from page d order by ${inOrder(order)}`.execute(db)
  return rows.map(({ key, tie, claims, ...row }) => ({ ended: [key, tie], document: toDocument(row), claims }))
}

export const countDocumentsWanted = (db: Db, wanted: DocumentsWanted): Promise<number> =>
  countRows(db, TABLE, conditionOf(wanted))

const conditionOf = (wanted: DocumentsWanted): Condition =>
  allOf([
    when(wanted.search, holdsWords),
    when(wanted.from, (from) => sql<boolean>`d.published >= ${from}::date`),
    when(wanted.to, (to) => sql<boolean>`d.published <= ${to}::date`),
    when(wanted.outlet, (outlet) => hasPart(sql`(coalesce(d.outlet, '') || ' ' || coalesce(d.agency, ''))`, outlet)),
    when(wanted.language, (language) => sql<boolean>`d.language = ${language.toLowerCase()}`),
    when(wanted.copies, (copies) => (copies ? sql<boolean>`exists (${COPIES})` : sql<boolean>`not exists (${COPIES})`)),
    spotCondition(wanted),
  ])

const COPIES = sql`select from copies where copies.document_id = d.id and copies.relation <> 'quotes'`

const holdsWords = (search: string): Condition => sql<boolean>`(
  sijil.words_of(left(d.title, 1000)) @@ ${wordsQuery(search)} or
  d.text_id in (select t.id from texts t where sijil.words_of(left(t.content, 200000)) @@ ${wordsQuery(search)}))`

const spotCondition = (wanted: PlacesWanted): Condition | null => {
  const at = liesAt(wanted, SPOT_COLUMNS)
  return at === null
    ? null
    : sql<boolean>`d.id in (
        select c.document_id from claim_spots s join claims c on c.seq = s.claim_seq
          join readings r on r.document_id = c.document_id and r.maker = c.maker
         where ${at})`
}
