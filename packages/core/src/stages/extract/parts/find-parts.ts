import { type CountClaim, isQuarantined } from '../../../model/claim.ts'
import type { Draft } from '../draft.ts'
import { samePlace, touchingDays } from './same-event.ts'
import { statedNumber } from './stated-number.ts'
import { sumsOf } from './sums-of.ts'

/** The claim that another is a part of, by its place among the drafts. */
export interface Part {
  readonly of: number
  readonly relation: NonNullable<CountClaim['relation']>
}

/**
 * Which claims are parts of which: numbers that add up to one told near them, claims that the text itself puts under
 * another ("including", "among the dead were"), and the single places of a sum over several. `first` gives each claim's
 * earliest statement.
 */
export const findParts = (drafts: readonly Draft[], first: readonly number[]): readonly (Part | null)[] => {
  const heads = drafts.map((_, i) => i).filter((i) => first[i] === i)
  const partOf = new Map<number, Part>()
  addSums(drafts, heads, partOf)
  for (const part of heads) {
    const found = partOf.has(part) ? null : markedTotal(drafts, part, heads)
    if (found !== null) partOf.set(part, found)
  }
  for (const part of heads) {
    const found = partOf.has(part) ? null : placedTotal(drafts, part, heads, partOf)
    if (found !== null) partOf.set(part, found)
  }
  return drafts.map((_, i) => {
    const part = partOf.get(first[i] ?? i)
    return part === undefined ? null : { ...part, of: nearestStatement(i, part.of, first) }
  })
}

/** A run that holds a total together with its own addends counts people twice: the sum found first stands. */
const addSums = (drafts: readonly Draft[], heads: readonly number[], partOf: Map<number, Part>): void => {
  for (const { total, addends } of sumsOf(drafts, heads, (part, whole) => isSmaller(drafts, part, whole))) {
    if (addends.some((i) => partOf.has(i) || isTotalOf(i, addends, partOf))) continue
    for (const part of addends) partOf.set(part, { of: total, relation: 'part' })
  }
}

const isTotalOf = (total: number, addends: readonly number[], partOf: ReadonlyMap<number, Part>): boolean =>
  addends.some((i) => partOf.get(i)?.of === total)

/** Same metric, neither denied nor feared, both kept or both set aside, and a smaller number. */
const isSmaller = (drafts: readonly Draft[], part: number, total: number): boolean => {
  const [p, t] = [drafts[part], drafts[total]]
  if (p === undefined || t === undefined || p.core.metric !== t.core.metric) return false
  if (p.scope === 'denied' || t.scope === 'denied' || p.scope === 'forecast' || t.scope === 'forecast') return false
  if (isQuarantined(p.scope) !== isQuarantined(t.scope)) return false
  const [x, y] = [statedNumber(p), statedNumber(t)]
  return x === null || y === null ? x !== y : x < y
}

/** "including six civilians", "among the dead were": part of the nearest larger number before it, at its place if possible. */
const markedTotal = (drafts: readonly Draft[], part: number, heads: readonly number[]): Part | null => {
  const draft = drafts[part]
  if (draft === undefined || draft.core.partial === null) return null
  const larger = heads.filter((i) => i < part && isMarkable(drafts, part, i))
  const total = larger.findLast((i) => sharesPlace(draft, drafts[i])) ?? larger[larger.length - 1]
  return total === undefined ? null : { of: total, relation: draft.core.partial }
}

/** A marked share may be of a toll though it is not known as one yet. */
const isMarkable = (drafts: readonly Draft[], part: number, total: number): boolean => {
  const [p, t] = [drafts[part], drafts[total]]
  if (p === undefined || t === undefined || p.core.metric !== t.core.metric || t.scope === 'denied') return false
  if (t.core.partial !== null) return false
  const [x, y] = [statedNumber(p), statedNumber(t)]
  return x === null ? y !== null : y === null ? p.core.sentence === t.core.sentence : x < y
}

const sharesPlace = (a: Draft, b: Draft | undefined): boolean =>
  b !== undefined && a.slots.places.some((p) => b.slots.places.some((q) => p.text === q.text))

/** One place's number under a sum over several that is told before it: the first that has room for it. */
const placedTotal = (
  drafts: readonly Draft[],
  part: number,
  heads: readonly number[],
  known: ReadonlyMap<number, Part>,
): Part | null => {
  const draft = drafts[part]
  if (draft === undefined || draft.scope !== 'incident' || statedNumber(draft) === null) return null
  const isMarked = (i: number): boolean => [...known.values()].some((p) => p.of === i && p.relation === 'part')
  const isSum = (i: number): boolean =>
    isMarked(i) || (drafts[i]?.scope === 'total' && statedNumber(drafts[i]) !== null)
  const total = heads.find(
    (i) =>
      i < part &&
      isSum(i) &&
      !known.has(i) &&
      isSmaller(drafts, part, i) &&
      mayHold(drafts[i], draft) &&
      hasRoom(drafts, i, statedNumber(draft) ?? 0, known),
  )
  return total === undefined ? null : { of: total, relation: 'part' }
}

/** A total whose parts come to it already takes no more; an open one may otherwise take more than it says. */
const hasRoom = (
  drafts: readonly Draft[],
  total: number,
  number: number,
  known: ReadonlyMap<number, Part>,
): boolean => {
  const room = statedNumber(drafts[total])
  if (room === null) return true
  const taken = [...known].reduce((sum, [i, p]) => (p.of === total ? sum + (statedNumber(drafts[i]) ?? 0) : sum), 0)
  return taken + number <= room || (drafts[total]?.core.count.high == null && taken !== room)
}

/** The same people, the same days, one side's losses, and no "also". */
const mayHold = (total: Draft | undefined, part: Draft): boolean =>
  total !== undefined &&
  (total.slots.slots.time?.certainty !== 'stated' || touchingDays(total, part)) &&
  !samePlace(total, part) &&
  !part.core.also &&
  total.core.lost === part.core.lost &&
  (total.core.status === part.core.status || total.core.status === 'unknown' || part.core.status === 'unknown')

/** The statement of a total nearest before a claim, or its first. */
const nearestStatement = (at: number, total: number, first: readonly number[]): number => {
  let best = total
  first.forEach((head, i) => {
    if (head === total && i < at) best = i
  })
  return best
}
