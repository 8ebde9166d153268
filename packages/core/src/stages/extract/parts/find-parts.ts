import { type CountClaim, isQuarantined } from '../../../model/claim.ts'
import { dayNumber } from '../../../model/time-range.ts'
import type { Draft } from '../draft.ts'
import { areListed } from './are-listed.ts'
import { otherMeans, samePlace, sameSide, touchingDays } from './same-event.ts'
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
 * earliest statement, `words` are those of the document.
 */
export const findParts = (
  drafts: readonly Draft[],
  first: readonly number[],
  words: string,
): readonly (Part | null)[] => {
  const heads = drafts.map((_, i) => i).filter((i) => first[i] === i)
  const partOf = new Map<number, Part>()
  addSums(drafts, heads, partOf, words)
  heads.forEach((part, at) => {
    const found = partOf.has(part)
      ? null
      : (markedTotal(drafts, part, heads.slice(Math.max(0, at - NEAR), at)) ??
        totalAfter(drafts, part, heads[at + 1]) ??
        broughtTotal(drafts, part, heads.slice(at + 1, at + NEAR)) ??
        periodTotal(drafts, part, heads.slice(Math.max(0, at - NEAR), at)))
    if (found !== null) partOf.set(part, found)
  })
  const taken = takenBy(drafts, partOf)
  const told = byHead(drafts, first)
  heads.forEach((part, at) => {
    if (partOf.has(part)) return
    // A total that one of its statements places where the part is counts the same people.
    const elsewhere = heads
      .slice(Math.max(0, at - NEAR), at)
      .filter((total) => !told.get(total)?.some((statement) => isPlacedWith(drafts[part], statement)))
    const found = placedTotal(drafts, part, elsewhere, partOf, taken)
    if (found === null) return
    partOf.set(part, found)
    taken.set(found.of, (taken.get(found.of) ?? 0) + (statedNumber(drafts[part]) ?? 0))
  })
  const statements = new Map<number, number>()
  return drafts.map((_, i) => {
    const part = partOf.get(first[i] ?? i)
    const of = part === undefined ? undefined : (statements.get(part.of) ?? part.of)
    statements.set(first[i] ?? i, i)
    return part === undefined || of === undefined ? null : { ...part, of }
  })
}

/** A part and its total stand at most so many claims apart. */
const NEAR = 60

/** How much of each total its addends take already. */
const takenBy = (drafts: readonly Draft[], partOf: ReadonlyMap<number, Part>): Map<number, number> => {
  const taken = new Map<number, number>()
  for (const [i, part] of partOf)
    if (part.relation === 'part') taken.set(part.of, (taken.get(part.of) ?? 0) + (statedNumber(drafts[i]) ?? 0))
  return taken
}

/** A run that holds a total together with its own addends counts people twice: the sum found first stands. */
const addSums = (
  drafts: readonly Draft[],
  heads: readonly number[],
  partOf: Map<number, Part>,
  words: string,
): void => {
  const mayBelong = (part: number, whole: number): boolean =>
    isSmaller(drafts, part, whole) && !areListed(drafts, whole, part, words)
  for (const { total, addends } of sumsOf(drafts, heads, mayBelong)) {
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
const markedTotal = (drafts: readonly Draft[], part: number, before: readonly number[]): Part | null => {
  const draft = drafts[part]
  if (draft === undefined || draft.core.partial === null) return null
  const larger = before.filter((i) => isMarkable(drafts, part, i))
  const placed = draft.slots.slots.places?.certainty === 'stated'
  const total =
    (placed ? larger.findLast((i) => sharesPlace(draft, drafts[i])) : undefined) ?? larger[larger.length - 1]
  return total === undefined ? null : { of: total, relation: draft.core.partial }
}

/** "six civilians were among 22 people killed": the total follows in the same sentence. */
const totalAfter = (drafts: readonly Draft[], part: number, next: number | undefined): Part | null => {
  const draft = drafts[part]
  if (draft?.core.rule !== 'share' || next === undefined || drafts[next]?.core.sentence !== draft.core.sentence)
    return null
  return isMarkable(drafts, part, next) ? { of: next, relation: 'part' } : null
}

/** "killed five … It brought the number of dead this year to 18": the last number told before is a part of what it led to. */
const broughtTotal = (drafts: readonly Draft[], part: number, after: readonly number[]): Part | null => {
  const draft = drafts[part]
  if (draft === undefined || draft.scope === 'cumulative') return null
  const next = after.find((i) => drafts[i]?.core.metric === draft.core.metric)
  if (next === undefined || drafts[next]?.core.sums !== true || !isMarkable(drafts, part, next)) return null
  return { of: next, relation: 'part' }
}

/** A day's number told under a toll of some weeks in the same place: one of those whom the toll counts. */
const periodTotal = (drafts: readonly Draft[], part: number, before: readonly number[]): Part | null => {
  const draft = drafts[part]
  if (draft?.scope !== 'incident' || draft.slots.slots.time?.certainty !== 'stated') return null
  const total = before.findLast((i) => {
    const toll = drafts[i]
    return toll?.scope === 'cumulative' && isMarkable(drafts, part, i) && isWithin(draft, toll)
  })
  return total === undefined ? null : { of: total, relation: 'subset' }
}

/** A toll longer than this is a war's: what is told under it is seldom told as a share of it. */
const LONGEST_TOLL = 62

const isWithin = (part: Draft, toll: Draft): boolean => {
  const [day, period] = [part.slots.time, toll.slots.time]
  if (day.earliest === null || day.latest === null || period.earliest === null || period.latest === null) return false
  if (dayNumber(period.latest) - dayNumber(period.earliest) > LONGEST_TOLL) return false
  return (
    period.earliest <= day.earliest && day.latest <= period.latest && sameSide(part, toll) && liesWithin(part, toll)
  )
}

/** The part's place is the toll's, or is told to lie in it. */
const liesWithin = (part: Draft, toll: Draft): boolean =>
  toll.slots.places.length === 0 ||
  part.slots.places.some((place) =>
    toll.slots.places.some(
      (wide) =>
        place.text === wide.text || place.text.includes(wide.text) || place.within.some((name) => name === wide.text),
    ),
  )

/** A marked share may be of a toll though it is not known as one yet. */
const isMarkable = (drafts: readonly Draft[], part: number, total: number): boolean => {
  const [p, t] = [drafts[part], drafts[total]]
  if (p === undefined || t === undefined || p.core.metric !== t.core.metric || t.scope === 'denied') return false
  if (t.core.partial !== null || (p.slots.ofDoers === true && t.slots.ofDoers !== true)) return false
  const [x, y] = [statedNumber(p), statedNumber(t)]
  return x === null ? y !== null : y === null ? p.core.sentence === t.core.sentence : x < y
}

const sharesPlace = (a: Draft, b: Draft | undefined): boolean =>
  b !== undefined && a.slots.places.some((p) => b.slots.places.some((q) => p.text === q.text))

/** One place's number under a sum over several that is told before it: the first that has room for it. */
const placedTotal = (
  drafts: readonly Draft[],
  part: number,
  before: readonly number[],
  known: ReadonlyMap<number, Part>,
  taken: ReadonlyMap<number, number>,
): Part | null => {
  const draft = drafts[part]
  const number = statedNumber(draft)
  if (draft === undefined || draft.scope !== 'incident' || number === null) return null
  const isSum = (i: number): boolean =>
    taken.has(i) || (drafts[i]?.scope === 'total' && statedNumber(drafts[i]) !== null)
  const total = before.find(
    (i) =>
      isSum(i) &&
      !known.has(i) &&
      isSmaller(drafts, part, i) &&
      mayHold(drafts[i], draft) &&
      hasRoom(drafts[i], number, taken.get(i) ?? 0),
  )
  return total === undefined ? null : { of: total, relation: 'part' }
}

/** A total whose parts come to it already takes no more; an open one may otherwise take more than it says. */
const hasRoom = (total: Draft | undefined, number: number, taken: number): boolean => {
  const room = statedNumber(total)
  if (room === null) return true
  // "over 43": what comes to 43 is not all of it.
  const isShort = taken !== room || total?.core.count.hedge === 'more_than'
  return taken + number <= room || (total?.core.count.high == null && isShort && taken <= room)
}

/** The same people, the same days, one side's losses, and no "also". */
const mayHold = (total: Draft | undefined, part: Draft): boolean =>
  total !== undefined &&
  (touchingDays(total, part) || !(isDated(total) || isDated(part))) &&
  !otherMeans(total, part) &&
  !part.core.also &&
  total.core.lost === part.core.lost &&
  sameSide(total, part)

const isDated = ({ slots }: Draft): boolean => slots.slots.time?.certainty === 'stated' && slots.time.earliest !== null

/** So many statements of one number say where it was. */
const MOST_STATEMENTS = 20

/** The statements of each number, by the earliest. */
const byHead = (drafts: readonly Draft[], first: readonly number[]): ReadonlyMap<number, readonly Draft[]> => {
  const told = new Map<number, Draft[]>()
  drafts.forEach((draft, i) => {
    const head = first[i] ?? i
    const known = told.get(head)
    if (known === undefined) told.set(head, [draft])
    else if (known.length < MOST_STATEMENTS) known.push(draft)
  })
  return told
}

const isPlacedWith = (part: Draft | undefined, total: Draft): boolean => part !== undefined && samePlace(total, part)
