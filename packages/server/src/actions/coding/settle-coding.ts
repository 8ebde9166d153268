import { keyOf } from '@sijil/core/coding/coded-values.js'
import type { CodedField, CodedUnit, CodedValues, Settlement } from '@sijil/core/contract/coding-record.js'
import { codingOver, notSettled } from '../../problems.ts'
import type { Store } from '../../store/open-store.ts'
import { type Coding, markSettled } from '../../store/queries/codings.ts'
import { appendLog } from '../../store/queries/log.ts'
import { transact } from '../../store/transact.ts'
import { addClaim } from '../add-claim.ts'
import type { Deciding } from '../keep-review.ts'
import { reviewClaim } from '../review-claim.ts'
import { unitsOfCoding } from './agreement.ts'
import { codingCalled } from './coding-called.ts'

/** Who adjudicates, when, and how. */
export interface Settling extends Settlement, Pick<Deciding, 'by' | 'at'> {}

/**
 * Puts what two coders made of a document into the record: what they agree on as it is, the rest as the adjudicator has it.
 * Everything becomes reviews of the adjudicator's. Throws a Problem while a disagreement is left open.
 */
export const settleCoding = async (store: Store, id: string, settling: Settling): Promise<Coding> => {
  const coding = await codingCalled(store, id)
  if (coding.settled) throw codingOver()
  const settled = (await unitsOfCoding(store, coding)).map((unit) => ({ unit, values: settledValues(unit, settling) }))
  const deciding = { by: settling.by, reason: settling.reason, at: settling.at, coding: id }
  for (const { unit, values } of settled) await keep(store, coding, unit, values, deciding)
  await transact(store.db, 'judge', async (tx) => {
    await markSettled(tx, id)
    await appendLog(tx, 'coding', { act: 'settle', coding: id, by: settling.by, decisions: settling.decisions })
  })
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

type Keeping = Pick<Deciding, 'by' | 'reason' | 'at'> & { readonly coding: string }

const keep = async (
  store: Store,
  { document }: Coding,
  unit: CodedUnit,
  values: CodedValues | null,
  deciding: Keeping,
): Promise<void> => {
  if (unit.added) {
    if (values?.metric === undefined || values.count === undefined) return
    const { start, end } = unit
    await addClaim(store, {
      ...values,
      metric: values.metric,
      count: values.count,
      doc: document,
      start,
      end,
      ...deciding,
    })
    return
  }
  const on = { claim: unit.unit, ...deciding }
  if (values === null) {
    await reviewClaim(store, { ...on, field: 'claim', decision: 'reject' })
    return
  }
  // A field that the machine's claim does not have is none of its kind: an attack has no number.
  const changed = unit.fields.filter(
    (one) => one.field !== 'claim' && one.machine !== undefined && differs(one.field, values, one.machine),
  )
  for (const { field } of changed)
    await reviewClaim(store, { ...on, field, decision: 'correct', value: values[field as CodedField] })
  if (changed.length === 0) await reviewClaim(store, { ...on, field: 'claim', decision: 'accept' })
}

const differs = (field: CodedField, values: CodedValues, machine: unknown): boolean =>
  values[field] !== undefined && keyOf(field, values) !== keyOf(field, { [field]: machine })
