import type { Draft } from '../draft.ts'

/** For each claim the index of the earliest that says the same number of the same harm; its own index when it is the first. */
export const restatements = (drafts: readonly Draft[]): readonly number[] => {
  const first: number[] = []
  const heads = new Map<string, number[]>()
  drafts.forEach((draft, i) => {
    const key = `${draft.core.metric} ${numberOf(draft)}`
    const known = heads.get(key) ?? []
    const earlier = isAnother(draft, drafts[i - 1])
      ? undefined
      : known.slice(0, MOST_HEADS).find((k) => {
          const other = drafts[k]
          return other !== undefined && isSame(other, draft)
        })
    first.push(earlier ?? i)
    if (earlier === undefined) heads.set(key, [...known.slice(0, MOST_HEADS), i])
  })
  return first
}

/** "killed eight other civilians": others than those told before, unless the contrast is to another harm just told. */
const isAnother = (draft: Draft, before: Draft | undefined): boolean =>
  draft.core.more && !(before?.core.sentence === draft.core.sentence && before.core.metric !== draft.core.metric)

/** So many claims of one number that are not restatements of each other are a list, not a report. */
const MOST_HEADS = 50

/** Same metric, same number (vague ones never), the same people as far as is known; unless the number is a large one, no two days and no two places. */
const isSame = (a: Draft, b: Draft): boolean =>
  a.core.metric === b.core.metric &&
  numberOf(a) !== null &&
  numberOf(a) === numberOf(b) &&
  (isDistinctive(a) || (sameDay(a, b) && samePlace(a, b))) &&
  !differ(a.core.status, b.core.status)

/** A number this large is hardly told twice of two harms in one report. */
const DISTINCTIVE = 20

const isDistinctive = (draft: Draft): boolean => (numberOf(draft) ?? 0) >= DISTINCTIVE

const numberOf = (draft: Draft): number | null => draft.core.count.low ?? draft.core.count.high

const sameDay = (a: Draft, b: Draft): boolean => {
  const [x, y] = [a.slots.time, b.slots.time]
  if (x.latest === null || y.latest === null) return true
  return (x.earliest ?? '') <= y.latest && (y.earliest ?? '') <= x.latest
}

/** Places that could be one: a shared name, or one told only by a wider area. */
const samePlace = (a: Draft, b: Draft): boolean => {
  const exact = (draft: Draft) =>
    draft.slots.places.filter(
      (place) => place.kind === 'settlement' || place.kind === 'facility' || place.kind === 'unknown',
    )
  const [x, y] = [exact(a), exact(b)]
  if (x.length === 0 || y.length === 0) return true
  return x.some((p) =>
    y.some(
      (q) => holds(p.text, q.text) || holds(q.text, p.text) || p.within.includes(q.text) || q.within.includes(p.text),
    ),
  )
}

/** "Lomeq", "Lomeq city", "southern Lomeq": one name within the other. */
const holds = (text: string, name: string): boolean => ` ${text} `.includes(` ${name} `)

const differ = (a: string, b: string): boolean => a !== 'unknown' && b !== 'unknown' && a !== b
