/** Which pairs people have decided. */
export interface Constraints {
  readonly must: readonly (readonly [number, number])[]
  readonly cannot: readonly (readonly [number, number])[]
}

interface Entry {
  readonly score: number
  readonly a: number
  readonly b: number
}

/**
 * Groups `size` things by average linkage: the two groups whose members score highest on average are joined until no pair
 * of groups scores above zero. A score of −Infinity between any two members keeps their groups apart. Must-links are
 * joined first; a cannot-link beats a score, and the caller orders must-links so that none contradicts a cannot-link.
 * The result depends on the things' order only through ties: sort them by a key of their content.
 */
export const averageLinkage = (
  size: number,
  score: (i: number, j: number) => number,
  constraints: Constraints = { must: [], cannot: [] },
): readonly (readonly number[])[] => {
  const groups = new Map<number, number[]>(Array.from({ length: size }, (_, i) => [i, [i]]))
  const near = scoreTable(size, score, constraints.cannot)
  for (const [i, j] of constraints.must) {
    const a = groupWith(groups, i)
    const b = groupWith(groups, j)
    if (a !== b) join(groups, near, Math.min(a, b), Math.max(a, b))
  }
  for (;;) {
    const best = bestPair(near)
    if (best === null) break
    join(groups, near, best.a, best.b)
  }
  return [...groups.values()].map((members) => [...members].sort((x, y) => x - y))
}

type Table = Map<number, Map<number, number>>

const scoreTable = (
  size: number,
  score: (i: number, j: number) => number,
  cannot: readonly (readonly [number, number])[],
): Table => {
  const table: Table = new Map(Array.from({ length: size }, (_, i) => [i, new Map()]))
  const set = (i: number, j: number, value: number) => {
    table.get(i)?.set(j, value)
    table.get(j)?.set(i, value)
  }
  for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) set(i, j, score(i, j))
  for (const [i, j] of cannot) if (i !== j) set(i, j, Number.NEGATIVE_INFINITY)
  return table
}

const groupWith = (groups: ReadonlyMap<number, readonly number[]>, member: number): number => {
  for (const [id, members] of groups) if (members.includes(member)) return id
  throw new RangeError(`no group holds ${member}`)
}

const bestPair = (table: Table): Entry | null => {
  let best: Entry | null = null
  for (const [a, row] of table)
    for (const [b, score] of row)
      if (
        a < b &&
        score > 0 &&
        (best === null || score > best.score || (score === best.score && (a < best.a || (a === best.a && b < best.b))))
      )
        best = { score, a, b }
  return best
}

const join = (groups: Map<number, number[]>, table: Table, a: number, b: number): void => {
  const left = groups.get(a) ?? []
  const right = groups.get(b) ?? []
  const rowA = table.get(a)
  const rowB = table.get(b)
  groups.set(a, [...left, ...right])
  groups.delete(b)
  table.delete(b)
  rowA?.delete(b)
  if (rowA === undefined || rowB === undefined) return
  for (const [c, scoreA] of rowA) {
    const scoreB = rowB.get(c) ?? Number.NEGATIVE_INFINITY
    const mean = (left.length * scoreA + right.length * scoreB) / (left.length + right.length)
    rowA.set(c, mean)
    table.get(c)?.set(a, mean)
    table.get(c)?.delete(b)
  }
}
