import { type ArabicView, isAnd } from './arabic-view.ts'
import type { NumberWord } from './arabic-words.ts'

/** A number in words or figures; half-open token range. */
export interface Numeral {
  readonly first: number
  readonly last: number
  readonly value: number
}

const FIGURES = /^\d{1,3}(?:,\d{3})+$|^\d+(?:\.\d+)?$/

/**
 * The number that begins at a token: "14", "١٤", "خمسة وعشرون", "ثلاثة عشر", "ألف ومئتان وخمسون", "1.5 مليون", "نصف مليون"; null
 * for none. Each part is smaller than the one before it, but for a unit before its ten.
 */
export const readNumeral = (view: ArabicView, at: number, end: number): Numeral | null => {
  const first = readPart(view, at, end, Number.POSITIVE_INFINITY)
  if (first === null || first.last > end) return null
  let { value, last, step } = first
  while (last + 1 < end && isAnd(view, last)) {
    const more = readPart(view, last + 1, end, step)
    if (more === null) break
    value += more.value
    last = more.last
    step = more.step
  }
  return { first: at, last, value }
}

interface Part {
  readonly value: number
  readonly last: number
  /** What may be added is smaller than this. */
  readonly step: number
}

/** One part of a number: a part below a thousand, with the thousands or millions that it counts. */
const readPart = (view: ArabicView, at: number, end: number, below: number): Part | null => {
  const double = wordAt(view, at, 'double') ?? twice(wordAt(view, at, 'accusative'))
  if (double !== null && double.value < below) return { value: double.value, last: at + 1, step: double.value / 2 }
  const half = wordAt(view, at, 'half')
  const base = half === null ? readSmall(view, at, end) : { value: half.value, last: at + 1, step: 1 }
  const multiplier = wordAt(
    view,
    base?.last ?? at,
    'multiplier',
    ...(base === null ? [] : (['multiples', 'accusative'] as const)),
  )
  if (base === null) {
    if (multiplier === null || multiplier.value >= below) return null
    return { value: multiplier.value, last: at + 1, step: multiplier.value }
  }
  if (multiplier !== null && base.last < end)
    return multiplier.value < below
      ? { value: Math.round(base.value * multiplier.value), last: base.last + 1, step: multiplier.value }
      : null
  if (half !== null || base.value >= below || !Number.isInteger(base.value)) return null
  return base
}

/** "ألفا شخص" are two thousand; behind a number "ألفا" is one. */
const twice = (word: NumberWord | null): NumberWord | null =>
  word === null ? null : { ...word, value: word.value * 2 }

/** A number below a thousand in words, or any number in figures. */
const readSmall = (view: ArabicView, at: number, end: number): Part | null => {
  const token = view.tokens[at]
  if (token === undefined || at >= end) return null
  if (token.tag === 'NUM') {
    if (!FIGURES.test(token.lower)) return null
    return { value: Number(token.lower.replaceAll(',', '')), last: at + 1, step: 1 }
  }
  const fixed = view.numbers.get(at)
  if (fixed?.value.kind === 'fixed') return { value: fixed.value.value, last: fixed.last, step: 1 }
  const unit = wordAt(view, at, 'unit')
  const hundred = wordAt(view, at, 'hundred')
  if (hundred !== null) return { value: hundred.value, last: at + 1, step: 100 }
  const ten = wordAt(view, at, 'ten')
  if (ten !== null) return { value: ten.value, last: at + 1, step: 1 }
  if (unit === null) return null
  const next = wordAt(view, at + 1, 'hundred')
  if (next !== null && next.value === 100 && unit.value > 2) return { value: unit.value * 100, last: at + 2, step: 100 }
  const teen = wordAt(view, at + 1, 'unit')
  if (teen?.value === 10 && unit.value < 10) return { value: unit.value + 10, last: at + 2, step: 1 }
  const after = isAnd(view, at + 1) ? wordAt(view, at + 2, 'ten') : null
  if (after !== null && unit.value < 10 && at + 2 < end)
    return { value: unit.value + after.value, last: at + 3, step: 1 }
  return { value: unit.value, last: at + 1, step: 1 }
}

const wordAt = (view: ArabicView, at: number, ...kinds: readonly NumberWord['kind'][]): NumberWord | null => {
  const found = view.numbers.get(at)
  return found !== undefined && kinds.includes(found.value.kind) && found.last === at + 1 ? found.value : null
}
