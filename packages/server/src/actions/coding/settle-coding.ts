import { keyOf } from '@sijil/core/coding/coded-values.js'
import type { CodedField, CodedUnit, CodedValues, Settlement } from '@sijil/core/contract/coding-record.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { noSuchThing } from '../../problems/access.ts'
import { codingOver, notSettled } from '../../problems/coding.ts'
import type { Db } from '../../store/database.ts'
import type { Store } from '../../store/open-store.ts'
import { type Coding, findCodings, markSettled } from '../../store/queries/codings.ts'
import { appendLog } from '../../store/queries/log.ts'
import { transact } from '../../store/transact.ts'
import { keepAddedClaim } from '../add-claim.ts'
import { relinkFor } from '../judge.ts'
import { contextNow, type Deciding, expectVersion } from '../keep-review.ts'
import { keepClaimReview } from '../review-claim.ts'
import { unitsOfCoding } from './agreement.ts'
import { codingCalled, codingVersion } from './coding-called.ts'

/** Who adjudicates, when, and how. */
export interface Settling extends Settlement, Pick<Deciding, 'by' | 'at' | 'sees'> {}

/**
 * Puts what two coders made of a document into the record: what they agree on as it is, the rest as the adjudicator has it.
 * Everything becomes reviews of the adjudicator's, all of it or none. Throws a Problem while a disagreement is left open,
 * and when another version of the coding stands than was seen.
 */
export const settleCoding = async (store: Store, id: string, settling: Settling): Promise<Coding> => {
  const { by, reason, at, decisions } = settling
  const context = await contextNow(store, at)
  await transact(store.db, 'judge', async (tx) => {
    const [coding] = await findCodings(tx, { id })
    if (coding === undefined) throw noSuchThing('double coding')
    expectVersion('the double coding', settling, codingVersion(coding), [])
    if (coding.settled) throw codingOver()
    const settled = (await unitsOfCoding(tx, coding)).map((unit) => ({ unit, values: settledValues(unit, settling) }))
    for (const { unit, values } of settled)
      await keep(tx, coding, unit, values, { by, reason, at, coding: id, context })
    await markSettled(tx, id)
    await appendLog(tx, 'coding', { act: 'settle', coding: id, by, decisions })
  })
  await relinkFor(store, at)
  return codingCalled(store, id)
}

type Side = 'first' | 'second'

/** A unit's values as they go into the record; null where there is no claim. */
const settledValues = (unit: CodedUnit, { decisions }: Pick<Settlement, 'decisions'>): CodedValues | null => {
  const taken = (field: CodedUnit['fields'][number]): Side => {
    if (field.agree) return 'first'
    const own = decisions.find((decision) => decision.unit === unit.unit && decision.field === field.field)
    if (own === undefined) throw notSettled(field.field)
    return own.take
  }
  const whole = unit.fields.find(({ field }) => field === 'claim')
  if (whole === undefined) return null
  const side = taken(whole)
  if (whole[side] !== true) return null
  // Where one alone has the claim, what it says is theirs.
  const values = unit.fields.flatMap((field) =>
    field.field === 'claim' ? [] : [[field.field, field[whole.agree ? taken(field) : side]] as const],
  )
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as CodedValues
}

type Keeping = Pick<Deciding, 'by' | 'reason' | 'at'> & { readonly coding: string; readonly context: Context }

const keep = async (
  tx: Db,
  { document }: Coding,
  unit: CodedUnit,
  values: CodedValues | null,
  { context, ...deciding }: Keeping,
): Promise<void> => {
  if (unit.added) {
    if (values?.metric === undefined || values.count === undefined) return
    const { start, end } = unit
    const { metric, count } = values
    await keepAddedClaim(tx, { ...values, metric, count, doc: document, start, end, ...deciding }, context)
    return
  }
  const on = { claim: unit.unit, ...deciding }
  if (values === null) {
    await keepClaimReview(tx, { ...on, field: 'claim', decision: 'reject' }, context)
    return
  }
  // A field that the machine's claim does not have is none of its kind: an attack has no number.
  const changed = unit.fields.filter(
    (one) => one.field !== 'claim' && one.machine !== undefined && differs(one.field, values, one.machine),
  )
  for (const { field } of changed)
    await keepClaimReview(tx, { ...on, field, decision: 'correct', value: values[field as CodedField] }, context)
  if (changed.length === 0) await keepClaimReview(tx, { ...on, field: 'claim', decision: 'accept' }, context)
}

const differs = (field: CodedField, values: CodedValues, machine: unknown): boolean =>
  values[field] !== undefined && keyOf(field, values) !== keyOf(field, { [field]: machine })
