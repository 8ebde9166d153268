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
  ['çk', 0.05],
  ['çʧ', 0.1],
  ['çs', 0.2],
  ['çq', 0.2],
  ['çj', 0.3],
  ['ʧx', 0.25],
  ['ʧh', 0.35],
]
/** Sounds by number; what is not listed (digits, letters of other scripts) shares the numbers above by its code. */
const SOUNDS = ' aeiouʕŧbpfvtθdðszʃʧjgkqɣxhlmnrwyřç'
const SIZE = 64
const CODES = new Map([...SOUNDS].map((sound, i) => [sound.charCodeAt(0), i]))
/** The number of the gap between words. */
export const GAP = 0

/** Costs are counted in twentieths, so that whole numbers do. */
const ONE = 20
const inTwentieths = (cost: number): number => Math.round(cost * ONE)

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
const OMIT = Int32Array.from({ length: SIZE }, (_, i) => inTwentieths(WEAK_COST[SOUNDS[i] ?? ''] ?? 1))
const DOUBLE = inTwentieths(0.1)
const SWAP = makeSwaps()

function makeSwaps(): Int32Array {
  const isVowel = (i: number): boolean => ' aeiouʕ'.includes(SOUNDS[i] ?? '-')
  const costs = Int32Array.from({ length: SIZE * SIZE }, (_, k) => {
    const a = Math.floor(k / SIZE)
    const b = k % SIZE
    return inTwentieths(a === b ? 0 : isVowel(a) && isVowel(b) ? 0.4 : 1.2)
  })
  for (const [pair, cost] of NEAR) {
    const [a, b] = [SOUNDS.indexOf(pair[0] ?? ''), SOUNDS.indexOf(pair[1] ?? '')]
    costs[a * SIZE + b] = inTwentieths(cost)
    costs[b * SIZE + a] = inTwentieths(cost)
  }
  return costs
}

/** A string of sounds by their numbers, ready to be compared with many others. */
export interface Heard {
  readonly codes: Uint8Array
  /** What it would cost to leave it all out, in twentieths of a consonant. */
  readonly weight: number
}

/** Of longer names the rest is not heard. */
const LONGEST = 96
const rowA = new Int32Array(LONGEST + 1)
const rowB = new Int32Array(LONGEST + 1)
const gaps = new Int32Array(LONGEST)

const gapAt = (codes: Uint8Array, start: number, i: number): number =>
  i > start && codes[i] === codes[i - 1] ? DOUBLE : (OMIT[codes[i] ?? 0] ?? ONE)

/** What it would cost to leave a stretch of sounds out. */
export const weigh = (codes: Uint8Array, start: number, end: number): number => {
  let sum = 0
  for (let i = start; i < end; i++) sum += gapAt(codes, start, i)
  return sum
}

/** How many sounds of a string are heard. */
export const heardLength = (sounds: string): number => Math.min(sounds.length, LONGEST)

/** Writes the numbers of sounds into a row of them, from `at` on. */
export const hearInto = (codes: Uint8Array, at: number, sounds: string): void => {
  for (let i = 0; i < heardLength(sounds); i++) {
    const unit = sounds.charCodeAt(i)
    codes[at + i] = CODES.get(unit) ?? SOUNDS.length + (unit % (SIZE - SOUNDS.length))
  }
}

/** Prepares sounds for comparisons. */
export const hear = (sounds: string): Heard => {
  const codes = new Uint8Array(heardLength(sounds))
  hearInto(codes, 0, sounds)
  return { codes, weight: weigh(codes, 0, codes.length) }
}

/**
 * 0 to 1: how alike two strings of sounds are, from the cheapest way to turn one into the other. A consonant weighs four
 * vowels; sounds that romanisations interchange cost little. The second is a stretch of numbers with its weight. Pairs
 * whose weights alone put them below `floor` are 0 without a closer look.
 */
export const likenessTo = (
  a: Heard,
  codes: Uint8Array,
  start: number,
  end: number,
  weight: number,
  floor = 0,
): number => {
  const heavier = Math.max(a.weight, weight, ONE)
  if (heavier - Math.abs(a.weight - weight) < floor * heavier) return 0
  return Math.max(0, 1 - distance(a.codes, codes, start, end, (1 - floor) * heavier) / heavier)
}

/** Weighted edit distance; Infinity as soon as it is sure to exceed `most`. */
const distance = (a: Uint8Array, b: Uint8Array, start: number, end: number, most: number): number => {
  const width = end - start
  let row = rowA
  let next = rowB
  row[0] = 0
  for (let j = 0; j < width; j++) {
    const gap = gapAt(b, start, start + j)
    gaps[j] = gap
    row[j + 1] = (row[j] ?? 0) + gap
  }
  for (let i = 0; i < a.length; i++) {
    const gap = gapAt(a, 0, i)
    const swaps = (a[i] ?? 0) * SIZE
    let before = (row[0] ?? 0) + gap
    let least = before
    next[0] = before
    for (let j = 0; j < width; j++) {
      const kept = (row[j] ?? 0) + (SWAP[swaps + (b[start + j] ?? 0)] ?? ONE)
      const left = (row[j + 1] ?? 0) + gap
      let cost = before + (gaps[j] ?? 0)
      if (kept < cost) cost = kept
      if (left < cost) cost = left
      next[j + 1] = cost
      before = cost
      if (cost < least) least = cost
    }
    if (least > most) return Number.POSITIVE_INFINITY
    const swap = row
    row = next
    next = swap
  }
  return row[width] ?? 0
}

/** How alike two prepared strings of sounds are. */
export const likenessOfHeard = (a: Heard, b: Heard, floor = 0): number =>
  likenessTo(a, b.codes, 0, b.codes.length, b.weight, floor)

/** How alike two strings of sounds are. */
export const likeness = (a: string, b: string): number => likenessOfHeard(hear(a), hear(b))
