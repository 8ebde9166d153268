import { asCheck, type Check, type CheckFinding } from '../../model/check.ts'
import type { CountClaim } from '../../model/claim.ts'
import type { Bounds } from '../../model/count.ts'
import type { Incident } from '../../model/incident.ts'
import type { ClaimPlaces, Place } from '../../model/place.ts'
import { dayNumber, type TimeRange } from '../../model/time-range.ts'
import { statedBounds } from './evidence.ts'
import { boundsText } from './policies/policy.ts'

/** A toll beside what the record holds of its period and area. */
export interface TollExplanation {
  readonly claim: CountClaim['id']
  readonly time: TimeRange
  readonly stated: Bounds
  /** The sum of the incidents that lie wholly within. `high: null` = at least one is open. */
  readonly explained: Bounds
  /** What the toll says that the record does not hold; null where it can't be told. Never negative: see `check`. */
  readonly unexplained: Bounds | null
  /** Codes of the incidents that lie within, and of those that only may (their place or time is wider than the toll's). */
  readonly within: readonly string[]
  readonly overlapping: readonly string[]
  readonly check: Check
}

/**
 * What the record explains of a cumulative toll. Roll-ups are left out: the incidents they sum are counted; so are incidents
 * that people rejected. Incidents whose
 * place or time is only known more widely than the toll's are shown as overlapping and not added.
 */
export const explainToll = (
  toll: CountClaim,
  located: ClaimPlaces | undefined,
  incidents: readonly Incident[],
): TollExplanation => {
  const areas = (located?.places ?? []).filter((place) => place !== null)
  const counted = incidents.filter(
    (one) => one.kind === 'incident' && one.confirmation !== 'rejected' && figureOf(one, toll) !== undefined,
  )
  const judged = counted.map((one) => ({
    one,
    lies: both(liesInTime(one.time, toll.time), liesInArea(one.place, areas)),
  }))
  const within = judged.filter(({ lies }) => lies === 'within').map(({ one }) => one)
  const overlapping = judged.filter(({ lies }) => lies === 'maybe').map(({ one }) => one)
  const stated = statedBounds(toll)
  const explained = sumOf(within.map((one) => figureOf(one, toll) ?? { low: 0, high: 0 }))
  return {
    claim: toll.id,
    time: toll.time,
    stated,
    explained,
    unexplained: difference(stated, explained),
    within: within.map((one) => one.code).sort(),
    overlapping: overlapping.map((one) => one.code).sort(),
    check: asCheck(checkOf(toll, stated, explained, within, overlapping), null),
  }
}

type Lies = 'within' | 'maybe' | 'outside'
const both = (a: Lies, b: Lies): Lies =>
  a === 'outside' || b === 'outside' ? 'outside' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'within'

/** Of a toll of civilians only the civilians are summed. */
const figureOf = (incident: Incident, toll: CountClaim): Bounds | undefined => {
  const figures = incident.figures[toll.metric]
  if (figures === undefined) return undefined
  if (toll.status === 'civilian') return figures.civilians
  return toll.status === 'combatant' ? figures.combatants : figures.all
}

const liesInTime = (time: TimeRange, period: TimeRange): Lies => {
  if (time.latest === null || period.latest === null) return 'maybe'
  const [from, to] = [dayNumber(time.earliest ?? time.latest), dayNumber(time.latest)]
  const end = dayNumber(period.latest)
  const begin = period.earliest === null ? null : dayNumber(period.earliest)
  if (from > end || (begin !== null && to < begin)) return 'outside'
  if (begin === null) return 'maybe'
  return from >= begin && to <= end && time.earliest !== null ? 'within' : 'maybe'
}

const liesInArea = (place: Place | null, areas: readonly Place[]): Lies => {
  if (areas.length === 0 || place === null) return 'maybe'
  const lies = areas.map((area) => liesIn(place, area))
  return lies.includes('within') ? 'within' : lies.includes('maybe') ? 'maybe' : 'outside'
}

const liesIn = (place: Place, area: Place): Lies => {
  if (place.country !== area.country) return 'outside'
  if (area.precision === 6) return 'within'
  if (area.precision === 4) {
    if (place.precision === 6 || place.admin1 === null) return 'maybe'
    return place.admin1 === area.admin1 ? 'within' : 'outside'
  }
  if (place.gazetteerId === area.gazetteerId) return 'within'
  return place.admin1 === area.admin1 ? 'maybe' : 'outside'
}

const sumOf = (figures: readonly Bounds[]): Bounds => ({
  low: figures.reduce((sum, { low }) => sum + (low ?? 0), 0),
  high: figures.some(({ high }) => high === null) ? null : figures.reduce((sum, { high }) => sum + (high ?? 0), 0),
})

const difference = (stated: Bounds, explained: Bounds): Bounds | null => {
  if (stated.low === null && stated.high === null) return null
  const low = stated.low === null || explained.high === null ? 0 : Math.max(0, stated.low - explained.high)
  return { low, high: stated.high === null ? null : Math.max(0, stated.high - (explained.low ?? 0)) }
}

/** A toll can't be less than the incidents that it must hold. */
const checkOf = (
  toll: CountClaim,
  stated: Bounds,
  explained: Bounds,
  within: readonly Incident[],
  overlapping: readonly Incident[],
): CheckFinding => {
  const holds = stated.high === null || (explained.low ?? 0) <= stated.high
  const sum = boundsText(explained)
  const incidents = `${within.length} incident${within.length === 1 ? '' : 's'}`
  const more = overlapping.length === 0 ? '' : `; ${overlapping.length} more may belong to it in part`
  const told = countText(toll.count, stated)
  const text = holds
    ? `${told}, of which the record holds ${sum} in ${incidents}${more}`
    : `${told}, but the record holds ${sum} in ${incidents}${more}: the toll is short`
  return { kind: 'toll', holds, text, claims: [toll.id] }
}

/** How a toll was told: "more than 1300", and a number that is none by its own words ("tens of thousands"). */
const countText = ({ hedge, vague }: CountClaim['count'], stated: Bounds): string => {
  const { low, high } = stated
  if (low === null && high === null) return vague === null ? boundsText(stated) : `"${vague}"`
  if (hedge === 'more_than' && low !== null) return `more than ${low - 1}`
  return hedge === 'almost' && low === null ? `nearly ${high}` : boundsText(stated)
}
