import { is, personNoun, touchesNext, type View } from '../words/view.ts'

/** A number read from the tokens `first` to `last` (exclusive), without hedge or noun. */
export interface Numeral {
  readonly low: number
  readonly high: number
  readonly first: number
  readonly last: number
  /** Written in digits from the first token on. */
  readonly digits: boolean
}

const PLAIN = /^\d+(?:\.\d+)?$/
const GROUPED = /^\d{1,3}(?:[,.]\d{3})+$/
const FIRST_GROUP = /^[1-9]\d{0,2}$/
const NEXT_GROUP = /^\d{3}$/
const RANGE = /^(\d+)[-–](\d+)$/
/** Numbers beyond this many digits count no people. */
const MOST_DIGITS = 12

/** Reads the numeral that starts at token `at` and ends before `end`: digits, words or both, and ranges. */
export const readNumeral = (view: View, at: number, end: number): Numeral | null => {
  const written = view.tokens[at]?.text ?? ''
  if (written.length <= MOST_DIGITS) {
    const range = RANGE.exec(written)
    if (range !== null) return writtenRange(Number(range[1]), Number(range[2]), at)
  }
  const opened = is(view, at, 'range-open') && !is(view, at - 1, 'rise')
  // "between 50-60"
  const told = opened ? RANGE.exec(view.tokens[at + 1]?.text ?? '') : null
  if (told !== null && at + 1 < end) return writtenRange(Number(told[1]), Number(told[2]), at, at + 2)
  const one = readValue(view, opened ? at + 1 : at, end)
  if (one === null) return null
  const two = isOldToll(view, at) ? null : readRangeEnd(view, one.last, end, opened)
  if (two !== null) {
    const low = scaled(one.value, two.value)
    if (low < two.value) return { low, high: two.value, first: at, last: two.last, digits: one.digits }
  }
  return opened ? null : { low: one.value, high: one.value, first: at, last: one.last, digits: one.digits }
}

/** "has risen from 14 to 17": the first number is that of yesterday, no end of a range. */
const isOldToll = (view: View, at: number): boolean => is(view, at - 1, 'from') && is(view, at - 2, 'rise')

/** "two to three thousand": the first takes the second's scale. */
const scaled = (first: number, second: number): number => {
  const scale = second >= 1_000_000 ? 1_000_000 : second >= 1000 ? 1000 : 1
  return first < 1000 && second % scale === 0 && first * scale < second && first < second / scale
    ? first * scale
    : first
}

const writtenRange = (low: number, high: number, first: number, last = first + 1): Numeral | null =>
  low < high ? { low, high, first, last, digits: true } : null

interface Value {
  readonly value: number
  readonly last: number
  readonly digits: boolean
}

/** "10 to 12", "two or three", "10 - 12": the second number, if one follows. */
const readRangeEnd = (view: View, at: number, end: number, opened: boolean): Value | null => {
  const joint = view.tokens[at]?.lower ?? ''
  const { rangeJoints, openJoints } = view.words.numbers
  if (at + 1 >= end || !(rangeJoints.has(joint) || (opened && openJoints.has(joint)))) return null
  return readValue(view, at + 1, end)
}

const readValue = (view: View, at: number, end: number): Value | null => {
  const token = view.tokens[at]
  if (token === undefined || at >= end) return null
  const digits = readDigits(token.text)
  const next = view.tokens[at + 1]?.text ?? ''
  if (digits !== null && FIRST_GROUP.test(token.text) && NEXT_GROUP.test(next) && isParted(view, at))
    return { value: digits * 1000 + Number(next), last: at + 2, digits: true }
  if (digits !== null) return scale(view, { value: digits, last: at + 1, digits: true }, end)
  return readWords(view, at, end)
}

/** "1 204": one blank between the groups, and no month before, whose day the first would be. */
const isParted = (view: View, at: number): boolean =>
  (view.tokens[at + 1]?.start ?? 0) - (view.tokens[at]?.end ?? 0) === 1 &&
  !view.words.numbers.vetoes.month.has(view.tokens[at - 1]?.lower ?? '')

/** The value of a token in digits: "12", "1,300", "1.3"; null for anything else. */
export const readDigits = (text: string): number | null => {
  if (text.length > MOST_DIGITS) return null
  if (GROUPED.test(text) && !(text.includes('.') && text.indexOf('.') === text.lastIndexOf('.') && text.length < 6))
    return Number(text.replace(/[,.]/g, ''))
  return PLAIN.test(text) ? Number(text) : null
}

/** "1.3 million", "2.5m", "12 thousand", "3 dozen". */
const scale = (view: View, number: Value, end: number): Value => {
  let { value, last } = number
  while (last < end) {
    const lower = view.tokens[last]?.lower ?? ''
    // "1.5m", and "1.5 m people"
    const glued = touchesNext(view, last - 1) || personNoun(view, last + 1)?.number === 'plural'
    const suffix = glued ? view.words.numbers.suffixes.get(lower) : undefined
    const word = view.words.numbers.single.get(lower)
    const factor = suffix ?? (word !== undefined && isScale(word.kind) ? word.value : undefined)
    if (factor === undefined) break
    value *= factor
    last++
  }
  return { value: Math.round(value), last, digits: true }
}

const isScale = (kind: string): boolean => kind === 'multiplier' || kind === 'hundred' || kind === 'dozen'

/** "twenty-six", "one hundred and five", "a million", "two dozen". */
const readWords = (view: View, at: number, end: number): Value | null => {
  let total = 0
  let group = 0
  let open: 'any' | 'unit' | 'none' = 'any'
  let last = at
  let i = is(view, at, 'article') ? at + 1 : at
  for (; i < end; i++) {
    if (last > at && isJoint(view, i) && view.words.numbers.single.has(view.tokens[i + 1]?.lower ?? '') && i + 1 < end)
      i++
    const word = view.words.numbers.single.get(view.tokens[i]?.lower ?? '')
    if (word === undefined || word.kind === 'suffix') break
    if (isScale(word.kind)) {
      if (last === at && !is(view, at, 'article')) break
      if (word.kind === 'multiplier') {
        total += Math.max(1, group) * word.value
        group = 0
      } else group = Math.max(1, group) * word.value
      open = word.kind === 'dozen' ? 'none' : 'any'
    } else {
      if ((last === at && i > at) || open === 'none' || (open === 'unit' && word.kind !== 'unit')) break
      if (open === 'unit' && word.value > 9) break
      group += word.value
      open = word.kind === 'ten' ? 'unit' : 'none'
    }
    last = i + 1
  }
  return last > at ? { value: total + group, last, digits: false } : null
}

/** A hyphen inside "twenty-six", or "and" inside "one hundred and five". */
const isJoint = (view: View, at: number): boolean => {
  if (is(view, at, 'coordinator')) {
    const before = view.words.numbers.single.get(view.tokens[at - 1]?.lower ?? '')
    return before !== undefined && isScale(before.kind) && before.kind !== 'dozen'
  }
  return view.tokens[at]?.tag === 'PUNCT' && touchesNext(view, at - 1) && touchesNext(view, at)
}
