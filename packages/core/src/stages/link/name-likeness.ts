import { nameTokens } from '../../origins/name-tokens.ts'

/**
 * How alike two spellings of a place are, 0 to 1: the least edits between the words as written, where vowels and doubled
 * letters, which romanisations spell at will, weigh little and consonants weigh much. Words are compared in their order.
 */
export const nameLikeness = (left: string, right: string): number => {
  const a = foldedName(left)
  const b = foldedName(right)
  if (a === b) return a === '' ? 0 : 1
  if (a === '' || b === '') return 0
  if (holdsWords(a, b) || holdsWords(b, a)) return HELD
  const weight = Math.min(weightOf(a), weightOf(b))
  return Math.max(0, 1 - (2 * editCost(a, b)) / Math.max(1, weight))
}

/** A name for comparison: its folded words, without particles (words of one or two letters: "al", "ez") where others remain. */
export const foldedName = (name: string): string => {
  const words = nameTokens(name).map((token) => token.folded)
  const full = words.filter((word) => word.length > 2)
  return (full.length > 0 ? full : words).join(' ')
}

/** One name holds all the words of the other: "Jabal Arbaeen" and "Arbaeen". */
const HELD = 0.75
const holdsWords = (longer: string, shorter: string): boolean => {
  const words = new Set(longer.split(' '))
  return shorter.split(' ').every((word) => words.has(word))
}

const SOFT = new Set([...'aeiouyhw ', ...'اويعهء'])
const costOf = (letter: string | undefined): number => (letter !== undefined && SOFT.has(letter) ? 0.25 : 1)
const weightOf = (name: string): number => [...name].reduce((sum, letter) => sum + costOf(letter), 0)

/** Pairs of letters that romanisations use for one sound. */
const KIN = new Set([
  'kq',
  'qk',
  'cK',
  'ck',
  'kc',
  'sz',
  'zs',
  'jg',
  'gj',
  'dz',
  'zd',
  'td',
  'dt',
  'bp',
  'pb',
  'vw',
  'wv',
  'vf',
  'fv',
  'iy',
  'yi',
  'gk',
  'kg',
])
const substitution = (a: string, b: string): number => {
  if (a === b) return 0
  if (SOFT.has(a) && SOFT.has(b)) return 0.15
  return KIN.has(a + b) ? 0.5 : Math.max(costOf(a), costOf(b))
}

const editCost = (a: string, b: string): number => {
  const from = [...a]
  const to = [...b]
  let row = [0]
  for (const letter of to) row.push((row[row.length - 1] ?? 0) + costOf(letter))
  for (const [i, x] of from.entries()) {
    const next = [(row[0] ?? 0) + costOf(x)]
    for (const [j, y] of to.entries()) {
      // A letter that doubles the one before it costs nothing.
      const drop = x === from[i - 1] ? 0 : costOf(x)
      const add = y === to[j - 1] ? 0 : costOf(y)
      next.push(Math.min((row[j] ?? 0) + substitution(x, y), (row[j + 1] ?? 0) + drop, (next[j] ?? 0) + add))
    }
    row = next
  }
  return row[to.length] ?? 0
}
