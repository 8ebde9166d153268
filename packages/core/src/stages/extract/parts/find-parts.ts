import type { CountClaim } from '../../../model/claim.ts'
import { isQuarantined } from '../../../model/claim.ts'
import type { Draft } from '../draft.ts'
import { addendsOf } from './addends-of.ts'
import { statedNumber } from './stated-number.ts'

/** The claim that another is a part of, by its place among the drafts. */
export interface Part {
  readonly of: number
  readonly relation: NonNullable<CountClaim['relation']>
}

/**
 * Which claims are parts of which: numbers that add up to one told before or after them, claims that the text itself
 * puts under another ("including", "among the dead were"), and the single places of a sum over several.
 * `first` gives each claim's earliest statement.
 */
export const findParts = (drafts: readonly Draft[], first: readonly number[]): readonly (Part | null)[] => {
  const partOf = new Map<number, Part>()
  const heads = drafts.map((_, i) => i).filter((i) => first[i] === i)
  for (const total of heads) {
    const rivals = heads.filter((i) => i !== total && mayBelong(drafts, i, total) && !partOf.has(i))
    for (const part of addendsOf(drafts, total, rivals)) partOf.set(part, { of: total, relation: 'part' })
  }
  for (const part of heads) {
    if (partOf.has(part)) continue
    const found = markedTotal(drafts, part, heads) ?? placedTotal(drafts, part, heads, partOf)
    if (found !== null) partOf.set(part, found)
  }
  return drafts.map((_, i) => {
    const part = partOf.get(first[i] ?? i)
    return part === undefined ? null : { ...part, of: nearestStatement(i, part.of, first) }
  })
}

/** Same metric, both kept or both set aside, days that touch, and a smaller number. */
const mayBelong = (drafts: readonly Draft[], part: number, total: number): boolean => {
  const [p, t] = [drafts[part], drafts[total]]
  if (p === undefined || t === undefined || p.core.metric !== t.core.metric) return false
  if (p.scope === 'denied' || t.scope === 'denied' || p.scope === 'forecast' || t.scope === 'forecast') return false
  if (isQuarantined(p.scope) !== isQuarantined(t.scope) || !touch(p, t)) return false
  const [x, y] = [statedNumber(p), statedNumber(t)]
  return x === null || y === null ? x !== y : x < y
}

const touch = (a: Draft, b: Draft): boolean => {
  const [x, y] = [a.slots.time, b.slots.time]
  if (x.latest === null || y.latest === null) return true
  return (x.earliest ?? x.latest) <= y.latest && (y.earliest ?? y.latest) <= x.latest
}

/** "including six civilians", "among the dead were": part of the nearest larger number before it. */
const markedTotal = (drafts: readonly Draft[], part: number, heads: readonly number[]): Part | null => {
  const core = drafts[part]?.core
  if (core === undefined || core.partial === null) return null
  const total = heads.findLast((i) => i < part && mayBelong(drafts, part, i))
  return total === undefined ? null : { of: total, relation: core.partial }
}

/** One place's number under a sum over several that is told before it. */
const placedTotal = (
  drafts: readonly Draft[],
  part: number,
  heads: readonly number[],
  known: ReadonlyMap<number, Part>,
): Part | null => {
  const total = heads.findLast((i) => i < part && drafts[i]?.scope === 'total' && mayBelong(drafts, part, i))
  if (total === undefined || drafts[part]?.scope !== 'incident') return null
  const room = statedNumber(drafts[total])
  const taken = [...known].reduce((sum, [i, p]) => (p.of === total ? sum + (statedNumber(drafts[i]) ?? 0) : sum), 0)
  const open = drafts[total]?.core.count.high == null
  if (room !== null && !open && taken + (statedNumber(drafts[part]) ?? 0) > room) return null
  return { of: total, relation: 'part' }
}

/** The statement of a total nearest before a claim, or the first after it. */
const nearestStatement = (at: number, total: number, first: readonly number[]): number => {
  let best = total
  first.forEach((head, i) => {
    if (head === total && i < at && i !== at) best = i
  })
  return best
}
