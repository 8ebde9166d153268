import { numberBlocks, viewBlocks } from './blocks.ts'
import type { Report } from './link-document.ts'

/** Average linkage takes time and memory with the square of its group: a larger one is parted at its weaker ties first. */
export const MOST_TOGETHER = 600
/** By how much the least score of a tie rises when a group is too large, and where that ends. */
const STEP = 0.5
const STRONGEST = 12

/** The score of two of some reports. */
type Score = (i: number, j: number) => number
type Pair = readonly [number, number]

/**
 * Groups of reports tied by pairs that score above zero or that people tied: no incident spans two of them. Of a crowd of
 * more than `most`, weaker ties are given up, step by step, until no group is larger: in a town where much happens every
 * day each day's reports would be tied to the next day's otherwise, without end. Depends on the set of reports alone.
 */
export const tiedGroups = (
  reports: readonly Report[],
  must: readonly Pair[],
  score: Score,
  most = MOST_TOGETHER,
): readonly (readonly number[])[] => {
  const keys = keysOf(reports)
  const parted = (members: readonly number[], floor: number): readonly (readonly number[])[] => {
    const groups = joinedBy(members, [...must, ...tiesAmong(members, keys, (i, j) => score(i, j) > floor)])
    return groups.flatMap((group) =>
      group.length <= most || floor > STRONGEST ? [group] : parted(group, floor + STEP),
    )
  }
  return parted(
    reports.map((_, i) => i),
    0,
  )
}

/**
 * Pairs of reports that score above zero: enough of them to tell which are tied directly or through others. With `of`,
 * only ties of one of those reports.
 */
export const tiesOf = (reports: readonly Report[], score: Score, of?: ReadonlySet<number>): readonly Pair[] => {
  const all = reports.map((_, i) => i)
  const asked = (i: number, j: number) => of === undefined || of.has(i) || of.has(j)
  return tiesAmong(all, keysOf(reports), (i, j) => asked(i, j) && score(i, j) > 0)
}

/** Pairs that share a block and are tied, without those whose sides are joined through others already. */
const tiesAmong = (
  members: readonly number[],
  keys: readonly Int32Array[],
  tied: (i: number, j: number) => boolean,
): readonly Pair[] => {
  const sets = disjoint()
  const ties: Pair[] = []
  for (const [key, block] of blocksOf(members, keys))
    for (let x = 0; x < block.length; x++)
      for (let y = x + 1; y < block.length; y++) {
        const [i, j] = [block[x] ?? 0, block[y] ?? 0]
        // Two that share several blocks are looked at in the first of them.
        if (sets.rootOf(i) === sets.rootOf(j) || firstShared(keys[i], keys[j]) !== key || !tied(i, j)) continue
        sets.join(i, j)
        ties.push([i, j])
      }
  return ties
}

/** The block keys of each report as ascending numbers. */
const keysOf = (reports: readonly Report[]): readonly Int32Array[] => {
  const numbers = new Map<string, number>()
  const numberOf = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  return reports.map((report) => Int32Array.from([...reportBlocks(report)].map(numberOf)).sort())
}

const blocksOf = (members: readonly number[], keys: readonly Int32Array[]): ReadonlyMap<number, readonly number[]> => {
  const blocks = new Map<number, number[]>()
  for (const i of members)
    for (const key of keys[i] ?? []) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [i])
      else block.push(i)
    }
  return blocks
}

const firstShared = (a: Int32Array = new Int32Array(), b: Int32Array = new Int32Array()): number => {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0]
    if (x === y) return x
    if (x < y) i++
    else j++
  }
  return -1
}

const joinedBy = (members: readonly number[], pairs: readonly Pair[]): readonly (readonly number[])[] => {
  const sets = disjoint()
  const own = new Set(members)
  for (const [i, j] of pairs) if (own.has(i) && own.has(j)) sets.join(i, j)
  const groups = new Map<number, number[]>()
  for (const i of members) {
    const group = groups.get(sets.rootOf(i))
    if (group === undefined) groups.set(sets.rootOf(i), [i])
    else group.push(i)
  }
  return [...groups.values()]
}

/** Numbers that are joined step by step into sets, each known by its least. */
const disjoint = () => {
  const parents = new Map<number, number>()
  const rootOf = (i: number): number => {
    let root = i
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    for (let at = i; at !== root; ) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  return {
    rootOf,
    join: (i: number, j: number) => {
      const [a, b] = [rootOf(i), rootOf(j)]
      if (a !== b) parents.set(Math.max(a, b), Math.min(a, b))
    },
  }
}

/** The block keys of a report: its places at the days of its claims, and their numbers. */
export const reportBlocks = ({ profile, items }: Report): ReadonlySet<string> =>
  new Set(items.flatMap((item) => [...viewBlocks(profile.views, item.days), ...numberBlocks(item)]))
