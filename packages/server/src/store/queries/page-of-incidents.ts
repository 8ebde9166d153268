import type { IncidentFilter, IncidentSort } from '@sijil/core/contract/incident-filter.js'
import type { Incident } from '@sijil/core/model/incident.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { allOf, type Condition, hasPart, liesAt, type PlacesWanted, when, wordsQuery } from './conditions.ts'
import { asStored } from './incidents.ts'
import { comesAfter, countRows, type Ended, inOrder, type Order, standsAt } from './keyset.ts'

/** A filter whose place was looked up. */
export type IncidentsWanted = Omit<IncidentFilter, 'place'> & PlacesWanted

const TABLE = sql.table('incidents')

// As the indexes have them.
const ORDERS: Readonly<Record<IncidentSort, Order>> = {
  oldest: {
    key: sql`(coalesce(earliest, latest, 'infinity'::date))`,
    keyType: 'date',
    tie: sql`code`,
    tieType: 'text',
    descending: false,
  },
  newest: {
    key: sql`(coalesce(earliest, latest, '-infinity'::date))`,
    keyType: 'date',
    tie: sql`code`,
    tieType: 'text',
    descending: true,
  },
  deadliest: {
    key: sql`(case when killed_known then coalesce(killed_high, 9000000000000000) else -1 end)`,
    keyType: 'bigint',
    tie: sql`code`,
    tieType: 'text',
    descending: true,
  },
}

/** Some of the incidents wanted, in an order, after a place in it. */
export const pageOfIncidents = async (
  db: Db,
  wanted: IncidentsWanted,
  { sort, after, size }: { readonly sort: IncidentSort; readonly after: Ended | null; readonly size: number },
): Promise<readonly { readonly ended: Ended; readonly incident: Incident }[]> => {
  const order = ORDERS[sort]
  const { rows } = await sql<{ key: string; tie: string; incident: Incident }>`
    select ${standsAt(order)}, incident from ${TABLE}
     where ${allOf([conditionOf(wanted), comesAfter(order, after)])}
     order by ${inOrder(order)} limit ${size}`.execute(db)
  return rows.map(({ key, tie, incident }) => ({ ended: [key, tie], incident: asStored(incident) }))
}

export const countIncidentsWanted = (db: Db, wanted: IncidentsWanted): Promise<number> =>
  countRows(db, TABLE, conditionOf(wanted))

const conditionOf = (wanted: IncidentsWanted): Condition =>
  allOf([
    when(wanted.search, (search) => sql<boolean>`words @@ ${wordsQuery(search)}`),
    when(wanted.kind, (kind) => sql<boolean>`kind = ${kind}`),
    when(wanted.from, (from) => sql<boolean>`(latest is null or latest >= ${from}::date)`),
    when(
      wanted.to,
      (to) => sql<boolean>`(coalesce(earliest, latest) is null or coalesce(earliest, latest) <= ${to}::date)`,
    ),
    liesAt(wanted, { names: sql`names`, country: sql`country`, spot: sql`point(lon, lat)` }),
    when(wanted.actor, (actor) => hasPart(sql`(incident->>'actors')`, actor)),
    when(wanted.means, (means) => sql<boolean>`incident->'means' ? ${means}`),
    when(wanted.grade, (grades) => sql<boolean>`grade = any(${grades})`),
    when(wanted.metric, (metric) => sql<boolean>`incident->'figures' ? ${metric}`),
    when(wanted.minKilled, (least) =>
      least <= 0
        ? sql<boolean>`true`
        : sql<boolean>`(killed_known and coalesce(killed_high, 9000000000000000) >= ${least})`,
    ),
    when(wanted.maxKilled, (most) => sql<boolean>`coalesce(killed_low, 0) <= ${most}`),
    when(wanted.minInjured, atLeastInjured),
    when(wanted.minOrigins, (least) => sql<boolean>`origins >= ${least}`),
  ])

const atLeastInjured = (least: number): Condition =>
  least <= 0
    ? sql<boolean>`true`
    : sql<boolean>`(incident->'figures' ? 'injured' and
        coalesce((incident#>>'{figures,injured,all,high}')::bigint, 9000000000000000) >= ${least})`
