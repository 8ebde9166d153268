/** Sounds that are near one another, and what it costs to take one for the other (0 = same, 1 = nothing in common). */
const NEAR: readonly (readonly [string, number])[] = [
  ['kq', 0.1],
  ['gq', 0.25],
  ['gk', 0.4],
  ['gj', 0.2],
  ['gh', 0.25],
  ['gɣ', 0.15],
  ['rɣ', 0.5],
  ['řɣ', 0.05],
  ['řr', 0.3],
  ['řx', 0.3],
  ['řk', 0.4],
  ['řh', 0.5],
  ['qɣ', 0.4],
  ['kx', 0.3],
  ['hx', 0.2],
  ['ʃʧ', 0.1],
  ['sʃ', 0.4],
  ['sʧ', 0.4],
  ['sz', 0.4],
  ['jz', 0.5],
  ['jʧ', 0.4],
  ['dð', 0.1],
  ['dz', 0.4],
  ['zð', 0.1],
  ['tθ', 0.1],
  ['sθ', 0.2],
  ['dt', 0.4],
  ['kʧ', 0.5],
  ['bp', 0.2],
  ['fv', 0.2],
  ['bv', 0.5],
  ['uv', 0.1],
  ['ei', 0.1],
  ['ae', 0.1],
  ['ou', 0.1],
  ['ai', 0.2],
  ['ao', 0.25],
  ['eo', 0.3],
  ['au', 0.35],
  ['eu', 0.35],
  ['iu', 0.4],
  ['io', 0.4],
  ['ŧt', 0.05],
  ['ŧa', 0.05],
  ['ŧh', 0.05],
  ['ŧe', 0.1],
  ['aʕ', 0.1],
  ['eʕ', 0.2],
  ['iʕ', 0.2],
  ['mn', 0.5],
  ['ij', 0.4],
]
/** Sounds by number; what is not listed (digits, letters of other scripts) shares the numbers above by its code. */
const SOUNDS = ' aeiouʕŧbpfvtθdðszʃʧjgkqɣxhlmnrwyř'
const SIZE = 64
const CODES = new Map([...SOUNDS].map((sound, i) => [sound.charCodeAt(0), i]))

const WEAK_COST: Readonly<Record<string, number>> = {
  ' ': 0.1,
  ʕ: 0.05,
  ŧ: 0.1,
  a: 0.25,
  e: 0.25,
  i: 0.25,
  o: 0.25,
  u: 0.25,
  h: 0.4,
}
/** What leaving a sound out costs: little for a vowel or a gap, less for an h, full for a consonant. */
const OMIT = Float64Array.from({ length: SIZE }, (_, i) => WEAK_COST[SOUNDS[i] ?? ''] ?? 1)
const DOUBLE = 0.1
const SWAP = makeSwaps()

function makeSwaps(): Float64Array {
  const isVowel = (i: number): boolean => ' aeiouʕ'.includes(SOUNDS[i] ?? '-')
  const costs = Float64Array.from({ length: SIZE * SIZE }, (_, k) => {
    const a = Math.floor(k / SIZE)
    const b = k % SIZE
    return a === b ? 0 : isVowel(a) && isVowel(b) ? 0.4 : 1.2
  })
  for (const [pair, cost] of NEAR) {
    const [a, b] = [SOUNDS.indexOf(pair[0] ?? ''), SOUNDS.indexOf(pair[1] ?? '')]
    costs[a * SIZE + b] = cost
    costs[b * SIZE + a] = cost
  }
  return costs
}

/** A string of sounds, ready to be compared with many others. */
export interface Heard {
  readonly codes: Uint8Array
  /** What it would cost to leave it all out. */
  readonly weight: number
}

const LONGEST = 96
const codesA = new Uint8Array(LONGEST)
const rowA = new Float64Array(LONGEST + 1)
const rowB = new Float64Array(LONGEST + 1)

const encode = (units: ArrayLike<number>, start: number, end: number, into: Uint8Array): number => {
  const length = Math.min(end - start, LONGEST)
  for (let i = 0; i < length; i++) {
    const unit = units[start + i] ?? 0
    into[i] = CODES.get(unit) ?? 34 + (unit % 30)
  }
  return length
}

const gapAt = (codes: Uint8Array, i: number): number =>
  i > 0 && codes[i] === codes[i - 1] ? DOUBLE : (OMIT[codes[i] ?? 0] ?? 1)

const weigh = (codes: Uint8Array, length: number): number => {
  let sum = 0
  for (let i = 0; i < length; i++) sum += gapAt(codes, i)
  return sum
}

/** Prepares sounds for comparisons. */
export const hear = (sounds: string): Heard => {
  const units = Uint16Array.from({ length: sounds.length }, (_, i) => sounds.charCodeAt(i))
  const codes = new Uint8Array(LONGEST)
  const length = encode(units, 0, units.length, codes)
  return { codes: codes.slice(0, length), weight: weigh(codes, length) }
}

/**
 * 0 to 1: how alike two strings of sounds are, from the cheapest way to turn one into the other. A consonant weighs four
 * vowels; sounds that romanisations interchange cost little. The second is given as a stretch of UTF-16 units. Pairs
 * whose weights alone put them below `floor` are 0 without a closer look.
 */
export const likenessTo = (a: Heard, units: ArrayLike<number>, start: number, end: number, floor = 0): number => {
  const b = codesA
  const width = encode(units, start, end, b)
  const weight = weigh(b, width)
  const heavier = Math.max(a.weight, weight, 1)
  if (1 - Math.abs(a.weight - weight) / heavier < floor) return 0
  const cost = distance(a.codes, b, width, (1 - floor) * heavier)
  return Math.max(0, 1 - cost / heavier)
}

/** Weighted edit distance; Infinity as soon as it is sure to exceed `most`. */
const distance = (a: Uint8Array, b: Uint8Array, width: number, most: number): number => {
  let row = rowA
  let next = rowB
  row[0] = 0
  for (let j = 0; j < width; j++) row[j + 1] = (row[j] ?? 0) + gapAt(b, j)
  for (let i = 0; i < a.length; i++) {
    const gap = gapAt(a, i)
    const swaps = (a[i] ?? 0) * SIZE
    let least = (row[0] ?? 0) + gap
    next[0] = least
    for (let j = 0; j < width; j++) {
      const kept = (row[j] ?? 0) + (SWAP[swaps + (b[j] ?? 0)] ?? 1)
      const left = (row[j + 1] ?? 0) + gap
      const added = (next[j] ?? 0) + gapAt(b, j)
      const cost = Math.min(kept, left, added)
      next[j + 1] = cost
      if (cost < least) least = cost
    }
    if (least > most) return Number.POSITIVE_INFINITY
    const swap = row
    row = next
    next = swap
  }
  return row[width] ?? 0
}

/** How alike two strings of sounds are. */
export const likeness = (a: string, b: string): number => {
  const units = Uint16Array.from({ length: b.length }, (_, i) => b.charCodeAt(i))
  return likenessTo(hear(a), units, 0, units.length)
}
