/** Which pairs people have decided. */
export interface Constraints {
  readonly must: readonly (readonly [number, number])[]
  readonly cannot: readonly (readonly [number, number])[]
}

/**
 * Groups `size` things by average linkage: the two groups whose members score highest on average are joined until no pair
 * of groups scores above zero. A score of −Infinity between any two members keeps their groups apart. Must-links are
 * joined first, then cannot-links part groups for good; the caller sees to it that they do not contradict each other.
 * The result depends on the things' order only through ties: sort them by a key of their content. Time and memory grow
 * with the square of `size`.
 */
export const averageLinkage = (
  size: number,
  score: (i: number, j: number) => number,
  constraints: Constraints = { must: [], cannot: [] },
): readonly (readonly number[])[] => {
  const groups = startGroups(size, score)
  for (const [i, j] of constraints.must) {
    const [a, b] = [groups.home[i] ?? i, groups.home[j] ?? j]
    if (a !== b) join(groups, Math.min(a, b), Math.max(a, b), eitherMean)
  }
  for (const [i, j] of constraints.cannot) forbid(groups, groups.home[i] ?? i, groups.home[j] ?? j)
  for (let a = 0; a < size; a++) findBest(groups, a)
  for (;;) {
    const a = bestGroup(groups)
    if (a < 0) break
    const b = groups.best[a] ?? a
    join(groups, Math.min(a, b), Math.max(a, b), weightedMean)
    refresh(groups, Math.min(a, b), Math.max(a, b))
  }
  return groups.members.filter((members) => members.length > 0).map((members) => [...members].sort((x, y) => x - y))
}

interface Groups {
  readonly size: number
  /** Mean scores between groups, row by row; a group goes by its least member. */
  readonly scores: Float64Array
  readonly members: number[][]
  /** The group of each thing. */
  readonly home: number[]
  /** The partner each group scores highest with; −1 = none above zero. */
  readonly best: Int32Array
}

const startGroups = (size: number, score: (i: number, j: number) => number): Groups => {
  const scores = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) {
      const value = score(i, j)
      scores[i * size + j] = value
      scores[j * size + i] = value
    }
  const all = Array.from({ length: size }, (_, i) => i)
  return { size, scores, members: all.map((i) => [i]), home: all, best: new Int32Array(size).fill(-1) }
}

const scoreOf = ({ scores, size }: Groups, a: number, b: number): number => scores[a * size + b] ?? 0

const setScore = ({ scores, size }: Groups, a: number, b: number, value: number): void => {
  scores[a * size + b] = value
  scores[b * size + a] = value
}

const forbid = (groups: Groups, a: number, b: number): void => {
  if (a !== b) setScore(groups, a, b, Number.NEGATIVE_INFINITY)
}

const findBest = (groups: Groups, a: number): void => {
  let best = -1
  if ((groups.members[a]?.length ?? 0) > 0)
    for (let b = 0; b < groups.size; b++) {
      if (b === a || groups.members[b]?.length === 0) continue
      const score = scoreOf(groups, a, b)
      if (score > 0 && (best < 0 || score > scoreOf(groups, a, best))) best = b
    }
  groups.best[a] = best
}

/** The group with the highest score towards its best partner; the least of equals; −1 when none is above zero. */
const bestGroup = (groups: Groups): number => {
  let top = -1
  for (let a = 0; a < groups.size; a++) {
    const partner = groups.best[a] ?? -1
    if (partner < 0) continue
    if (top < 0 || scoreOf(groups, a, partner) > scoreOf(groups, top, groups.best[top] ?? top)) top = a
  }
  return top
}

/** How two groups' scores towards a third become one: each score with its group's size. */
type Mean = (x: number, sizeX: number, y: number, sizeY: number) => number

const weightedMean: Mean = (x, sizeX, y, sizeY) => (sizeX * x + sizeY * y) / (sizeX + sizeY)

/** Where people joined what rules would not, a veto of one side no longer parts the other side from its kin. */
const eitherMean: Mean = (x, sizeX, y, sizeY) => {
  if (x === Number.NEGATIVE_INFINITY || y === Number.NEGATIVE_INFINITY) return Math.max(x, y)
  return weightedMean(x, sizeX, y, sizeY)
}

const join = (groups: Groups, a: number, b: number, mean: Mean): void => {
  const [left, right] = [groups.members[a] ?? [], groups.members[b] ?? []]
  for (let c = 0; c < groups.size; c++) {
    if (c === a || c === b) continue
    setScore(groups, a, c, mean(scoreOf(groups, a, c), left.length, scoreOf(groups, b, c), right.length))
  }
  for (const member of right) groups.home[member] = a
  left.push(...right)
  groups.members[b] = []
}

/** After `b` went into `a`: whoever's best was either, or now is `a`, looks again. */
const refresh = (groups: Groups, a: number, b: number): void => {
  groups.best[b] = -1
  for (let c = 0; c < groups.size; c++) {
    const partner = groups.best[c] ?? -1
    if (c === a || partner === a || partner === b) findBest(groups, c)
    else if (c !== b && partner >= 0 && scoreOf(groups, c, a) > scoreOf(groups, c, partner)) groups.best[c] = a
  }
}
