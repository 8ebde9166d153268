import type { Claim, ClaimId, Metric } from '../../model/claim.ts'
import type { Figure, Incident } from '../../model/incident.ts'
import type { Review } from '../../model/review.ts'

/** Why a figure or field changed between two folds of the record. */
export const CHANGE_REASONS = [
  'new_source',
  'correction',
  'died_of_wounds',
  'merge',
  'split',
  'judgement',
  'review',
  'replaced_place',
  'withdrawn',
  'rule_version',
] as const
export type ChangeReason = (typeof CHANGE_REASONS)[number]

/** One change of one incident. `before`/`after` read as figures do ("8 to 9"); null = was not or is no longer there. */
export interface IncidentChange {
  readonly code: string
  /** `killed`, `injured.civilians`, `children`, `place`, `grade`, … */
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: ChangeReason
  /** The claims that came or went with it. */
  readonly claims: readonly ClaimId[]
  readonly text: string
}

/** What may have moved the figures besides the claims themselves. */
export interface ChangeCauses {
  /** Claims that correct or replace earlier ones: those of documents that supersede another, and of later reviews. */
  readonly corrections: ReadonlySet<ClaimId>
  /** People's decisions, those that were withdrawn too, on claims and on the incidents' codes. */
  readonly reviews: readonly Review[]
  /** Claims that anybody judged or un-judged between the two folds. */
  readonly judged: ReadonlySet<ClaimId>
  /** All claims of both folds, to tell deaths of the wounded from new victims; may be partial. */
  readonly claims: ReadonlyMap<ClaimId, Claim>
}

export const NO_CAUSES: ChangeCauses = { corrections: new Set(), judged: new Set(), reviews: [], claims: new Map() }

/** The changes from one fold of the record to the next, each with its reason; in the order of codes and fields. */
export const diffIncidents = (
  before: readonly Incident[],
  after: readonly Incident[],
  causes: ChangeCauses = NO_CAUSES,
): readonly IncidentChange[] => {
  const old = new Map(before.map((one) => [one.code, one]))
  const now = new Map(after.map((one) => [one.code, one]))
  const homes = { before: homeOf(before), after: homeOf(after) }
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .flatMap((code) => changesOf(code, old.get(code) ?? null, now.get(code) ?? null, homes, causes))
}

interface Homes {
  readonly before: ReadonlyMap<ClaimId, string>
  readonly after: ReadonlyMap<ClaimId, string>
}

const homeOf = (incidents: readonly Incident[]): ReadonlyMap<ClaimId, string> =>
  new Map(incidents.flatMap((one) => one.claims.map((claim) => [claim, one.code] as const)))

const changesOf = (
  code: string,
  before: Incident | null,
  after: Incident | null,
  homes: Homes,
  causes: ChangeCauses,
): readonly IncidentChange[] => {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  const fields = [...new Set([...old.keys(), ...now.keys()])].filter((field) => old.get(field) !== now.get(field))
  const came = (after?.claims ?? []).filter((claim) => !before?.claims.includes(claim))
  const went = (before?.claims ?? []).filter((claim) => !after?.claims.includes(claim))
  return fields.map((field) => {
    const reviews = reviewsBetween({ came, went, before, after }, causes)
    const reason = reasonOf(code, field, { came, went, before, after }, homes, causes, reviews)
    const [was, is] = [old.get(field) ?? null, now.get(field) ?? null]
    return {
      code,
      field,
      before: was,
      after: is,
      reason,
      claims: [...came, ...went],
      text: `${field}: ${was ?? 'nothing'} → ${is ?? 'nothing'} (${said(reason, reviews)})`,
    }
  })
}

const SAID: Readonly<Record<ChangeReason, string>> = {
  new_source: 'a new report',
  correction: 'a source corrected its number',
  died_of_wounds: 'wounded people died',
  merge: 'two incidents were found to be one',
  split: 'one incident was found to be two',
  judgement: "a person's judgement",
  review: "a person's review",
  replaced_place: 'the place was located anew',
  withdrawn: 'a statement was withdrawn or rejected',
  rule_version: 'the rules are of a new version; the evidence is the same',
}

/** A review speaks for itself: who, and why. */
const said = (reason: ChangeReason, reviews: ReviewsBetween): string => {
  const review = [...reviews.here, ...reviews.moved].at(-1)
  if (reason !== 'review' || review === undefined) return SAID[reason]
  const { by, reason: why } = review.withdrawn ?? review
  return `${review.withdrawn === null ? 'a review' : 'a review withdrawn'} by ${by}: ${why}`
}

/** Reviews that are in one of two folds only: on what stayed in the incident, and on claims that came or went. */
interface ReviewsBetween {
  readonly here: readonly Review[]
  readonly moved: readonly Review[]
}

const reviewsBetween = ({ came, went, before, after }: Difference, { reviews }: ChangeCauses): ReviewsBetween => {
  const [old, now] = [new Set(before?.reviews), new Set(after?.reviews)]
  const moving = new Set<string>([...came, ...went])
  return {
    here: reviews.filter(({ id, on }) => old.has(id) !== now.has(id) && !moving.has(on)),
    moved: reviews.filter(({ on }) => moving.has(on)),
  }
}

interface Difference {
  readonly came: readonly ClaimId[]
  readonly went: readonly ClaimId[]
  readonly before: Incident | null
  readonly after: Incident | null
}

const reasonOf = (
  code: string,
  field: string,
  difference: Difference,
  homes: Homes,
  causes: ChangeCauses,
  reviews: ReviewsBetween,
): ChangeReason => {
  const { came, went } = difference
  if (reviews.here.length > 0) return 'review'
  if ([...came, ...went].some((claim) => causes.judged.has(claim))) return 'judgement'
  if (reviews.moved.length > 0) return 'review'
  if (came.some((claim) => (homes.before.get(claim) ?? code) !== code)) return 'merge'
  if (went.some((claim) => (homes.after.get(claim) ?? code) !== code)) return 'split'
  if (came.some((claim) => causes.corrections.has(claim))) return 'correction'
  if (went.length > 0 && came.length === 0) return 'withdrawn'
  if (came.length > 0)
    return field.startsWith('killed') && woundedDied(difference, causes) ? 'died_of_wounds' : 'new_source'
  return field === 'place' ? 'replaced_place' : 'rule_version'
}

/** More killed and as many fewer injured, on one word. */
const woundedDied = ({ before, after }: Difference, { claims }: ChangeCauses): boolean => {
  const grew = lowOf(after, 'killed') - lowOf(before, 'killed')
  const fell = lowOf(before, 'injured') - lowOf(after, 'injured')
  return claims.size > 0 && grew > 0 && grew === fell
}

const lowOf = (incident: Incident | null, metric: Metric): number => incident?.figures[metric]?.all.low ?? 0

const fieldsOf = (incident: Incident | null): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  if (incident === null) return fields
  for (const [metric, figures] of Object.entries(incident.figures)) {
    fields.set(metric, shown(figures.all))
    for (const status of ['civilians', 'combatants', 'unknown'] as const)
      fields.set(`${metric}.${status}`, shown(figures[status]))
  }
  for (const [group, figure] of Object.entries(incident.groups)) fields.set(group, shown(figure))
  fields.set('time', `${incident.time.earliest ?? '?'} to ${incident.time.latest ?? '?'}`)
  fields.set('place', placeText(incident))
  fields.set('grade', incident.grade)
  fields.set('origins', String(incident.origins.length))
  fields.set('confirmation', incident.confirmation)
  fields.set('means', incident.means.join(', '))
  fields.set('actors', incident.actors.join(', '))
  fields.set('partOf', incident.partOf.join(', '))
  for (const check of incident.checks)
    if (check.review !== null) fields.set(`check ${check.text}`, `${check.review.decision} by ${check.review.by}`)
  return fields
}

const placeText = ({ place, placeText: told }: Incident): string =>
  place === null
    ? (told ?? 'unknown')
    : `${told ?? place.text}: ${place.name} ${place.lat},${place.lon} (precision ${place.precision})`

const shown = ({ low, high, best }: Figure): string => {
  const range = high === null ? `${low ?? '?'} or more` : low === high ? `${low}` : `${low} to ${high}`
  return best === null || best === low ? range : `${range}, best ${best}`
}
