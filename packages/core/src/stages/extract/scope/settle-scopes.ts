import type { Metric } from '../../../model/claim.ts'
import type { Draft } from '../draft.ts'
import type { Part } from '../parts/find-parts.ts'
import { isOneDay } from './days-of.ts'

/**
 * Scopes by what the claims of a document say of each other: what stands beside a toll in its sentence is of the toll; a
 * number restated is of one scope throughout, a toll before a sum, a sum before an incident.
 */
export const settleScopes = (drafts: readonly Draft[], first: readonly number[]): readonly Draft[] =>
  besideSums(spread(besideSums(ofOneAttack(vagueTolls(besideTolls(drafts)), first)), first, 'total'))

/**
 * A number that one of its statements ties to a single blast or raid is of that one, however another words it; so is what
 * is counted beside it in one breath.
 */
const ofOneAttack = (drafts: readonly Draft[], first: readonly number[]): readonly Draft[] => {
  const headOf = (i: number): number => first[i] ?? i
  const single = new Set(drafts.flatMap((draft, i) => (draft.one && draft.scope === 'incident' ? [headOf(i)] : [])))
  const isOfOne = (draft: Draft, i: number): boolean =>
    single.has(headOf(i)) ||
    [i - 1, i + 1].some((k) => {
      const other = drafts[k]
      return other !== undefined && single.has(headOf(k)) && isBeside(other, draft)
    })
  const alsoOne = new Set(drafts.flatMap((draft, i) => (isOfOne(draft, i) ? [headOf(i)] : [])))
  return drafts.map((draft, i) =>
    draft.scope === 'total' && draft.why === 'spread' && alsoOne.has(headOf(i))
      ? { ...draft, scope: 'incident', why: 'one-attack' }
      : draft,
  )
}

/** Another harm of one attack, told in one sentence of one place and time; who fled or was taken is told of apart. */
const isBeside = (a: Draft, b: Draft): boolean =>
  a.core.sentence === b.core.sentence &&
  a.core.metric !== b.core.metric &&
  STRUCK.has(a.core.metric) === STRUCK.has(b.core.metric) &&
  sameTime(a, b) &&
  samePlaces(a, b)

const STRUCK: ReadonlySet<Metric> = new Set(['killed', 'injured', 'killed_or_injured'])

const besideTolls = (drafts: readonly Draft[]): readonly Draft[] => {
  const settled: Draft[] = []
  for (const draft of drafts) {
    const before = settled[settled.length - 1]
    settled.push(
      before !== undefined && before.scope === 'cumulative' && goesOn(before, draft)
        ? { ...draft, scope: 'cumulative', why: 'beside' }
        : draft,
    )
  }
  return settled
}

/** "Hundreds dead in raids. … Hundreds have been killed": a multitude that the next sentences tell as a toll is that toll's. */
const vagueTolls = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.map((draft, i) => {
    const { core, scope, slots } = draft
    if (scope !== 'incident' || !core.crowd || slots.slots.time?.certainty === 'stated') return draft
    const again = drafts.slice(i + 1, i + 1 + AGAIN).some((other) => isTollOf(draft, other))
    return again ? { ...draft, scope: 'cumulative', why: 'restated' } : draft
  })

/** Claims after a headline's within which a text tells what it is of. */
const AGAIN = 5

const isTollOf = ({ core }: Draft, { core: other, scope }: Draft): boolean =>
  scope === 'cumulative' &&
  other.metric === core.metric &&
  other.sentence - core.sentence <= AGAIN &&
  other.count.vague !== null &&
  other.count.vague.toLowerCase() === core.count.vague?.toLowerCase()

/** "three were killed and 12 injured in attacks on several districts": one sentence, place and time, one scope. */
const besideSums = (drafts: readonly Draft[]): readonly Draft[] => {
  const sums = new Map<number, Draft[]>()
  for (const draft of drafts)
    if (draft.scope === 'total')
      sums.set(draft.core.sentence, [...(sums.get(draft.core.sentence) ?? []).slice(-4), draft])
  return drafts.map((draft) => {
    if (draft.scope !== 'incident' || draft.core.count.each || draft.one === true) return draft
    const beside = sums.get(draft.core.sentence)?.some((sum) => isBeside(sum, draft))
    return beside === true ? { ...draft, scope: 'total', why: 'beside' } : draft
  })
}

/** The same places, a name alone or with the kind of its place ("Lomeq", "Lomeq city"). */
const samePlaces = (a: Draft, b: Draft): boolean =>
  a.slots.places.length === b.slots.places.length &&
  a.slots.places.every(({ text }, i) => {
    const other = b.slots.places[i]?.text ?? ''
    return text === other || text.startsWith(`${other} `) || other.startsWith(`${text} `)
  })

/** The same sentence, or the next in the perfect; no scope and no date of its own. */
const goesOn = (before: Draft, draft: Draft): boolean => {
  if (draft.scope === 'total' && draft.core.crowd) return goesOn(before, { ...draft, scope: 'incident' })
  if (draft.scope !== 'incident' || (before.why === 'size' && draft.core.sentence !== before.core.sentence))
    return false
  const dated = draft.slots.slots.time?.certainty === 'stated' && !sameTime(before, draft)
  const distance = draft.core.sentence - before.core.sentence
  return !dated && (distance === 0 || (distance === 1 && (draft.core.perfect || draft.core.crowd)))
}

const sameTime = (a: Draft, b: Draft): boolean =>
  a.slots.time.earliest === b.slots.time.earliest && a.slots.time.latest === b.slots.time.latest

/** Gives all statements of one number the widest scope that one of them has. */
const spread = (drafts: readonly Draft[], first: readonly number[], scope: 'total'): readonly Draft[] => {
  const widest = new Map<number, readonly Draft[]>()
  drafts.forEach((draft, i) => {
    const head = first[i] ?? i
    const known = widest.get(head) ?? []
    if (draft.scope === 'cumulative') widest.set(head, [draft])
    else if (draft.scope === scope && known[0]?.scope !== 'cumulative') widest.set(head, [...known, draft])
  })
  return drafts.map((draft, i) => {
    const sums = widest.get(first[i] ?? i) ?? []
    const [wide] = sums
    if (wide === undefined || wide.scope === draft.scope || draft.scope === 'denied' || draft.scope === 'forecast')
      return draft
    if (wide.scope === scope && sums.every((sum) => isElsewhere(draft, sum))) return draft
    if (wide.scope === 'cumulative' && isOneDay(draft.slots) && isSmall(draft)) return draft
    return { ...draft, scope: wide.scope, why: 'restated' }
  })
}

/** "a guard was killed on Thursday": so few are told of many attacks, and a day of their own tells them from a toll of as many. */
const isSmall = ({ core: { count } }: Draft): boolean => (count.low ?? count.high ?? SMALL) < SMALL

const SMALL = 5

/** A statement that names one exact place of its own, which no wider one does, is no sum. */
const isElsewhere = (draft: Draft, wide: Draft): boolean => {
  const [place, second] = draft.slots.places
  if (place === undefined || second !== undefined || (place.kind !== 'settlement' && place.kind !== 'facility'))
    return false
  return !wide.slots.places.some((other) => other.text === place.text)
}

/** "20 were killed in attacks in Lomeq. … two in A, two in B": attacks whose dead the text goes on to tell by their places, no more than there are. */
const isToldByPlaces = (drafts: readonly Draft[], whole: number): boolean => {
  const sum = drafts[whole]
  const number = sum === undefined ? null : numberOf(sum)
  if (sum?.several !== true || sum.one === true || sum.core.more || number === null) return false
  // A sum is told before its places; what stands after a larger number may be one of its own.
  const isLarger = (draft: Draft): boolean =>
    draft.core.metric === sum.core.metric && (numberOf(draft) ?? number + 1) > number
  if (drafts.slice(0, whole).some(isLarger)) return false
  const places = new Map<string, number>()
  for (const draft of drafts.slice(whole + 1)) {
    const [place, ...more] = draft.slots.places
    const smaller = (numberOf(draft) ?? number) < number && draft.one !== true
    const told = draft.slots.slots.places?.certainty === 'stated' && place !== undefined && more.length === 0
    if (draft.core.metric === sum.core.metric && draft.scope === 'incident' && smaller && told && sameTime(sum, draft))
      if (!samePlaces(sum, draft)) places.set(place.text, numberOf(draft) ?? 0)
  }
  return places.size > 1 && [...places.values()].reduce((all, part) => all + part, 0) <= number
}

const numberOf = ({ core: { count } }: Draft): number | null => count.low ?? count.high

/** A number whose parts lie in several places is a sum over them; a share of a toll, marked as such, is of the toll, unless its own day is told. */
export const settleByParts = (
  drafts: readonly Draft[],
  parts: readonly (Part | null)[],
  first: readonly number[],
): readonly Draft[] => {
  const places = new Map<number, Set<string>>()
  parts.forEach((part, i) => {
    if (part === null || part.relation !== 'part') return
    const head = first[part.of] ?? part.of
    const known = places.get(head) ?? new Set<string>()
    known.add(drafts[i]?.slots.places.map((place) => place.text).join(' ') ?? '')
    places.set(head, known)
  })
  const summed = drafts.map((draft, i): Draft => {
    if (draft.scope !== 'incident') return draft
    const part = parts[i]
    const whole = part === null || part === undefined || draft.core.partial === null ? undefined : drafts[part.of]
    if (whole?.scope === 'cumulative' && !isOneDay(draft.slots))
      return { ...draft, scope: 'cumulative', why: 'of-toll' }
    const placed = (places.get(first[i] ?? i)?.size ?? 0) > 1 || isToldByPlaces(drafts, i)
    return placed ? { ...draft, scope: 'total', why: 'parts' } : draft
  })
  return besideSums(spread(summed, first, 'total'))
}
