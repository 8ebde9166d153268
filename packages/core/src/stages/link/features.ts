import type { Means, Metric } from '../../model/claim.ts'
import type { Bounds } from '../../model/count.ts'
import type { DaySpan } from './item.ts'
import { type PlaceRelation, placeRelation } from './place-relation.ts'
import type { Profile } from './profile.ts'

/** What a pair is judged by, each with what it means; the learnt weights say how much it counts. */
export const FEATURES = {
  bias: 'any two statements, before anything is known',
  placeSame: 'the same place',
  placeBig: 'the same place, a town so big that much happens there',
  placeNear: 'places close to each other',
  placeLike: 'place names alike, position unknown',
  placeInside: 'one place within the other',
  placeMayHold: 'a known town, and a place on no map that may be a quarter of it',
  placeUnlike: 'different place names, position unknown',
  placeUnknown: 'no place to compare',
  timeSame: 'the same day or days',
  timeOverlap: 'days that overlap',
  timeNext: 'days next to each other',
  timeVague: 'a time known only within more than a week',
  timeUnknown: 'no time to compare',
  meansSame: 'the same means',
  meansKin: 'means that reports take for each other',
  meansDiffer: 'different means',
  actorsSame: 'the same alleged perpetrator',
  actorsDiffer: 'different alleged perpetrators',
  statusDiffer: 'civilians here, combatants there',
  groupsSame: 'the same number of children, women, …',
  groupsDiffer: 'different numbers of children, women, …',
  countSame: 'the same number',
  countSameBig: 'the same number, ten or more',
  countSameTwice: 'the same numbers of two harms: so many dead, so many hurt',
  countNear: 'numbers that may be one toll rising',
  countApart: 'numbers far apart',
  otherStory: 'neither place nor number is known to be the same',
  reuse: 'one report repeats passages of the other',
  speakerSame: 'the same source',
  restates: 'the document says it again',
  partOf: 'an addend of the other, which counts one incident',
  subsetOf: 'some of the people the other counts',
  siblings: 'two addends of one sum',
  outsideSum: 'one is an addend of a sum, the other is outside it',
  close: 'told close to each other',
  broadFirst: 'first the wider area, then the place: how a report opens',
  broadLater: 'first the place, then a wider area: another event, as a rule',
} as const
export type Feature = keyof typeof FEATURES
export type Features = Readonly<Partial<Record<Feature, number>>>

/** Days that one attack may be dated apart by honest reports. */
const MAX_DAY_GAP = 2
const VAGUE_DAYS = 7
const KIN: readonly (readonly Means[])[] = [
  ['airstrike', 'barrel_bomb', 'missile'],
  ['shelling', 'rocket', 'missile', 'barrel_bomb'],
  ['car_bomb', 'suicide_bomb', 'mine_ied'],
  ['gunfire', 'clashes', 'execution'],
  ['clashes', 'shelling', 'airstrike'],
]

/** What two profiles have in common and what parts them; `null` when place or time rules out that they are one incident. */
export const compareProfiles = (a: Profile, b: Profile): Features | null => {
  if (a.kind !== b.kind) return null
  const place = a.kind === 'rollup' ? areaRelation(a, b) : bestRelation(a, b)
  const big = place === 'same' && a.kind === 'incident' && onlyBig(a) && onlyBig(b) ? { placeBig: 1 } : {}
  const time = timeFeatures(a.days, b.days)
  if (place === 'apart' || time === null) return null
  const counts = countFeatures(a, b)
  return {
    bias: 1,
    ...PLACE_FEATURES[place],
    ...big,
    ...time,
    ...meansFeatures(a.means, b.means),
    ...actorFeatures(a, b),
    ...peopleFeatures(a, b),
    ...counts,
    ...(ELSEWHERE.has(place) && differs(counts) ? { otherStory: 1 } : {}),
    ...(share(a.speakers, b.speakers) ? { speakerSame: 1 } : {}),
  }
}

/** Places of which nothing says that they are one. */
const ELSEWHERE: ReadonlySet<PlaceRelation> = new Set(['unknown', 'mayHold', 'unlike'])

const differs = ({ countNear, countApart }: Features): boolean => countNear !== undefined || countApart !== undefined

const PLACE_FEATURES: Readonly<Record<Exclude<PlaceRelation, 'apart'>, Features>> = {
  same: { placeSame: 1 },
  near: { placeNear: 1 },
  like: { placeLike: 1 },
  inside: { placeInside: 1 },
  mayHold: { placeMayHold: 1 },
  unlike: { placeUnlike: 1 },
  unknown: { placeUnknown: 1 },
}
const CLOSEST: readonly PlaceRelation[] = ['same', 'near', 'like', 'inside', 'unknown', 'mayHold', 'unlike', 'apart']

/** Metres from its middle to the edge of a town of some hundred thousand people. */
const BIG_TOWN = 4_500

/** Whether a profile names nothing finer than a big town. */
const onlyBig = ({ views }: Profile): boolean =>
  views.every(({ place, exact, mention }) => exact && mention.kind !== 'facility' && (place?.radius ?? 0) >= BIG_TOWN)

/** The closest relation of any place of one to any of the other. */
const bestRelation = (a: Profile, b: Profile): PlaceRelation => {
  let best = a.views.length === 0 || b.views.length === 0 ? CLOSEST.indexOf('unknown') : CLOSEST.length - 1
  for (const left of a.views)
    for (const right of b.views) best = Math.min(best, CLOSEST.indexOf(placeRelation(left, right)))
  return CLOSEST[best] ?? 'unknown'
}

/** Sums are of one area or not: two totals are comparable only when most of their places are the same. */
const areaRelation = (a: Profile, b: Profile): PlaceRelation => {
  if (a.views.length === 0 || b.views.length === 0) return 'unknown'
  const [few, many] = a.views.length <= b.views.length ? [a.views, b.views] : [b.views, a.views]
  const shared = many.filter((view) => few.some((other) => placeRelation(view, other) === 'same')).length
  if (2 * shared > many.length) return 'same'
  const relation = bestRelation(a, b)
  return relation === 'same' || relation === 'near' ? 'inside' : relation
}

/** How two spans of days lie; null when they are too far apart to be one incident. */
const timeFeatures = (a: DaySpan | null, b: DaySpan | null): Features | null => {
  if (a === null || b === null) return { timeUnknown: 1 }
  const gap = Math.max(a.from, b.from) - Math.min(a.to, b.to)
  if (gap > MAX_DAY_GAP) return null
  const vague = Math.max(a.to - a.from, b.to - b.from) >= VAGUE_DAYS ? { timeVague: 1 } : {}
  if (gap > 0) return { timeNext: gap, ...vague }
  const same = a.to === b.to && a.from === b.from && a.open === b.open
  return { ...(same ? { timeSame: 1 } : { timeOverlap: 1 }), ...vague }
}

const meansFeatures = (a: ReadonlySet<Means>, b: ReadonlySet<Means>): Features => {
  if (a.size === 0 || b.size === 0) return {}
  if (share(a, b)) return { meansSame: 1 }
  const kin = KIN.some((family) => family.some((x) => a.has(x)) && family.some((x) => b.has(x)))
  return kin ? { meansKin: 1 } : { meansDiffer: 1 }
}

const actorFeatures = (a: Profile, b: Profile): Features => {
  if (a.actors.size === 0 || b.actors.size === 0) return {}
  if (share(a.actors, b.actors)) return { actorsSame: 1 }
  return a.actorsKnown && b.actorsKnown ? { actorsDiffer: 1 } : {}
}

const peopleFeatures = (a: Profile, b: Profile): Features => {
  const only = (p: Profile, status: 'civilian' | 'combatant') => p.statuses.size === 1 && p.statuses.has(status)
  const differ = (only(a, 'civilian') && only(b, 'combatant')) || (only(a, 'combatant') && only(b, 'civilian'))
  let same = false
  let other = false
  for (const [group, left] of a.groups)
    for (const right of b.groups.get(group) ?? [])
      for (const mine of left) {
        if (mine.low === null || right.low === null) continue
        if (mine.low === right.low) same = true
        else other = true
      }
  return {
    ...(differ ? { statusDiffer: 1 } : {}),
    ...(same ? { groupsSame: 1 } : other ? { groupsDiffer: 1 } : {}),
  }
}

const BIG = 10
/** Beyond this ratio two exact numbers are hardly one toll, rising or not. */
const FAR = 2.5

/** Numbers are compared metric by metric; the best agreement of any metric counts, and the worst only if none agrees. */
const countFeatures = (a: Profile, b: Profile): Features => {
  let same = 0
  let near = false
  let apart = false
  const agreed = new Set<Metric>()
  for (const [metric, mine] of a.counts)
    for (const left of mine)
      for (const right of b.counts.get(metric) ?? []) {
        const x = left.low ?? left.high
        const y = right.low ?? right.high
        if (x === null || y === null) continue
        if (sameNumber(x, y)) {
          same = Math.max(same, x, 1)
          agreed.add(metric)
        } else if (compatible(left, right) || Math.max(x, y) <= FAR * Math.max(1, Math.min(x, y))) near = true
        else apart = true
      }
  if (same > 0)
    return {
      countSame: 1,
      ...(same >= BIG ? { countSameBig: 1 } : {}),
      ...(agreed.size > 1 ? { countSameTwice: 1 } : {}),
    }
  return near ? { countNear: 1 } : apart ? { countApart: 1 } : {}
}

/** "More than 40" and "at least 41" are one number. */
const sameNumber = (x: number, y: number): boolean => x === y || (Math.abs(x - y) === 1 && Math.min(x, y) >= BIG)

const compatible = (a: Bounds, b: Bounds): boolean =>
  (a.low ?? 0) <= (b.high ?? Number.POSITIVE_INFINITY) && (b.low ?? 0) <= (a.high ?? Number.POSITIVE_INFINITY)

const share = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => {
  for (const x of a) if (x !== '' && b.has(x)) return true
  return false
}
