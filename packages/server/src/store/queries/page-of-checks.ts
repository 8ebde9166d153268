import type { CheckFilter } from '@sijil/core/contract/review-record.js'
import type { Check } from '@sijil/core/model/check.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { allOf, when } from './conditions.ts'
import { comesAfter, type Ended, inOrder, type Order, standsAt } from './keyset.ts'

const ORDER: Order = {
  key: sql`(coalesce(i.earliest, i.latest, 'infinity'::date))`,
  keyType: 'date',
  // A check's id stays as long as it says the same, whatever came before it among those of its incident.
  tie: sql`(i.code || '_' || (c.value ->> 'id'))`,
  tieType: 'text',
  descending: false,
}

/** Some of the checks of incidents, by the incident's day, after a place in this order. */
export const pageOfChecks = async (
  db: Db,
  { failing, open }: CheckFilter,
  { after, size }: { readonly after: Ended | null; readonly size: number },
): Promise<readonly { readonly ended: Ended; readonly check: Check; readonly incident: string }[]> => {
  const where = allOf([
    sql<boolean>`i.incident -> 'checks' <> '[]'::jsonb`,
    // For the index: whatever lies before the day was shown.
    after === null ? null : sql<boolean>`${ORDER.key} >= ${after[0]}::date`,
    when(failing === true ? true : undefined, () => sql<boolean>`not (c.value ->> 'holds')::boolean`),
    when(open === true ? true : undefined, () => sql<boolean>`coalesce(c.value -> 'review', 'null') = 'null'::jsonb`),
    comesAfter(ORDER, after),
  ])
  const { rows } = await sql<{ key: string; tie: string; check: Check; code: string }>`
    select ${standsAt(ORDER)}, c.value as check, i.code
      from incidents i cross join lateral jsonb_array_elements(i.incident -> 'checks') c
     where ${where} order by ${inOrder(ORDER)} limit ${size}`.execute(db)
  return rows.map(({ key, tie, check, code }) => ({ ended: [key, tie], check, incident: code }))
}
