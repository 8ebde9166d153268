import type { CodedAnswer, CodedField, CodedUnit, CodedValues } from '../contract/coding-record.ts'
import { CODED_FIELDS } from '../contract/coding-record.ts'
import { type Agreement, agreementOf } from './agreement.ts'
import { keyOf } from './coded-values.ts'

/** A claim as the machine read it. */
export interface MachineClaim {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly values: CodedValues
}

/**
 * What two coders made of one document, side by side: every claim of the machine, then those that either added. Claims that
 * both added at overlapping passages, about the same thing, are one.
 */
export const compareCodings = (
  machine: readonly MachineClaim[],
  first: readonly CodedAnswer[],
  second: readonly CodedAnswer[],
): readonly CodedUnit[] => {
  const answerOn = (answers: readonly CodedAnswer[], id: string) => answers.find(({ claim }) => claim === id)
  const read = machine.map(({ id, start, end, values }) => {
    const [a, b] = [answerOn(first, id), answerOn(second, id)]
    return unitOf({ unit: id, start, end, added: false }, values, valuesIn(a, values), valuesIn(b, values))
  })
  return [...read, ...addedUnits(first, second)]
}

/** The values of an answer; null where the coder says that there is no such claim. */
const valuesIn = (answer: CodedAnswer | undefined, machine: CodedValues): CodedValues | null =>
  answer === undefined || answer.verdict === 'reject' ? null : { ...machine, ...(answer.values ?? {}) }

const addedUnits = (first: readonly CodedAnswer[], second: readonly CodedAnswer[]): readonly CodedUnit[] => {
  const added = (answers: readonly CodedAnswer[]) => answers.filter(({ verdict }) => verdict === 'add')
  const left = [...added(second)]
  const units = added(first).map((own) => {
    const at = left.findIndex((other) => isSame(own, other))
    const [match] = at < 0 ? [] : left.splice(at, 1)
    return unitOf(
      { ...passageOf(own), added: true },
      null,
      own.values ?? {},
      match === undefined ? null : (match.values ?? {}),
    )
  })
  return [...units, ...left.map((own) => unitOf({ ...passageOf(own), added: true }, null, null, own.values ?? {}))]
}

const passageOf = ({ claim, start, end }: CodedAnswer) => ({ unit: claim, start: start ?? 0, end: end ?? 0 })

const isSame = (a: CodedAnswer, b: CodedAnswer): boolean =>
  (a.start ?? 0) < (b.end ?? 0) && (b.start ?? 0) < (a.end ?? 0) && a.values?.metric === b.values?.metric

const unitOf = (
  place: Pick<CodedUnit, 'unit' | 'start' | 'end' | 'added'>,
  machine: CodedValues | null,
  first: CodedValues | null,
  second: CodedValues | null,
): CodedUnit => {
  const whole = {
    field: 'claim' as const,
    machine: machine !== null,
    first: first !== null,
    second: second !== null,
    agree: (first === null) === (second === null),
  }
  const fields = CODED_FIELDS.flatMap((field) => {
    if (first?.[field] === undefined && second?.[field] === undefined) return []
    const agree = first === null || second === null || keyOf(field, first) === keyOf(field, second)
    return [{ field, machine: machine?.[field], first: first?.[field], second: second?.[field], agree }]
  })
  return { ...place, fields: [whole, ...fields] }
}

/** How far two coders agree, field by field: whether there is a claim at all, and what it says where both say that there is. */
export const agreementByField = (
  units: readonly CodedUnit[],
): readonly (Agreement & { readonly field: CodedField | 'claim' })[] =>
  (['claim', ...CODED_FIELDS] as const).map((field) => ({
    field,
    ...agreementOf(
      units.flatMap((unit) => {
        const own = unit.fields.find((one) => one.field === field)
        if (own === undefined) return []
        if (field === 'claim') return [[String(own.first), String(own.second)]]
        return own.first === undefined || own.second === undefined
          ? []
          : [[keyOf(field, { [field]: own.first }), keyOf(field, { [field]: own.second })]]
      }),
    ),
  }))
