import type { Draft } from '../draft.ts'
import type { Part } from '../parts/find-parts.ts'

/**
 * Scopes by what the claims of a document say of each other: what stands beside a toll in its sentence is of the toll; a
 * number restated is of one scope throughout, a toll before a sum, a sum before an incident.
 */
export const settleScopes = (drafts: readonly Draft[], first: readonly number[]): readonly Draft[] =>
  spread(besideTolls(drafts), first, 'total')

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

/** Same sentence or the next in the perfect, same time, no scope of its own. */
const goesOn = (before: Draft, draft: Draft): boolean => {
  if (draft.scope !== 'incident') return false
  const sameTime =
    before.slots.time.earliest === draft.slots.time.earliest && before.slots.time.latest === draft.slots.time.latest
  const distance = draft.core.sentence - before.core.sentence
  return sameTime && (distance === 0 || (distance === 1 && draft.core.perfect))
}

/** Gives all statements of one number the widest scope that one of them has. */
const spread = (drafts: readonly Draft[], first: readonly number[], scope: 'total'): readonly Draft[] => {
  const widest = new Map<number, Draft>()
  drafts.forEach((draft, i) => {
    const head = first[i] ?? i
    const known = widest.get(head)
    if (draft.scope === 'cumulative' || (draft.scope === scope && known?.scope !== 'cumulative'))
      widest.set(head, draft)
  })
  return drafts.map((draft, i) => {
    const wide = widest.get(first[i] ?? i)
    if (wide === undefined || wide.scope === draft.scope || draft.scope === 'denied' || draft.scope === 'forecast')
      return draft
    return { ...draft, scope: wide.scope, why: 'restated' }
  })
}

/** A number whose parts lie in several places is a sum over them, in every statement of it. */
export const totalsByParts = (
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
  const summed = drafts.map((draft, i) =>
    draft.scope === 'incident' && (places.get(first[i] ?? i)?.size ?? 0) > 1
      ? { ...draft, scope: 'total' as const, why: 'parts' }
      : draft,
  )
  return spread(summed, first, 'total')
}
