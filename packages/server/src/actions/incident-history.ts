import type { ClaimId } from '@sijil/core/model/claim.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Day } from '@sijil/core/model/time-range.js'
import {
  type ChangeCauses,
  diffIncidents,
  type IncidentChange,
  NO_CAUSES,
} from '@sijil/core/stages/reconcile/diff-incidents.js'
import type { Store } from '../store/open-store.ts'
import { versionsOf } from '../store/queries/incidents.ts'
import { reviewsOn } from '../store/queries/reviews.ts'
import { daysOf, foldAsOf, incidentIn, type Timeline, timelineOf } from './incident-timeline.ts'
import { showIncident } from './show-incident.ts'

/** A change of an incident, and when. */
export interface DatedChange extends IncidentChange {
  /** The day of the publication, or of the decision, that changed it. */
  readonly day: Day
}

/**
 * How an incident came to be what it is: what each day's publications changed, then what people's decisions and new rules
 * changed in the store.
 */
export const incidentHistory = async (store: Store, code: string): Promise<readonly DatedChange[]> => {
  const { incident } = await showIncident(store, code)
  const timeline = await timelineOf(store, incident)
  return [...publications(timeline), ...(await decisions(store, timeline))]
}

const publications = (timeline: Timeline): readonly DatedChange[] => {
  const causes = causesOf(timeline)
  const changes: DatedChange[] = []
  let before: Incident | null = null
  for (const day of daysOf(timeline)) {
    const found = incidentIn(timeline, foldAsOf(timeline, day))
    const now: Incident | null = found === null ? null : { ...found, code: timeline.incident.code }
    changes.push(...diffIncidents(listed(before), listed(now), causes).map((change) => ({ ...change, day })))
    before = now
  }
  return changes
}

const listed = (incident: Incident | null): readonly Incident[] => (incident === null ? [] : [incident])

const causesOf = ({ evidence }: Timeline): ChangeCauses => {
  const successors = new Set<string>(
    evidence.documents.filter(({ document }) => document.supersedes !== null).map(({ document }) => document.id),
  )
  const corrections = evidence.claims.filter(({ document }) => successors.has(document)).map(({ id }) => id)
  return {
    ...NO_CAUSES,
    corrections: new Set(corrections),
    claims: new Map(evidence.claims.map((claim) => [claim.id, claim])),
  }
}

/** Changes that no publication explains. */
const DECIDED: ReadonlySet<string> = new Set([
  'merge',
  'split',
  'judgement',
  'review',
  'replaced_place',
  'withdrawn',
  'rule_version',
])

const decisions = async (store: Store, timeline: Timeline): Promise<readonly DatedChange[]> => {
  const versions = await versionsOf(store.db, timeline.incident.code)
  const judged = new Set(
    timeline.evidence.judgements.flatMap(({ left, right }) =>
      [left, right].map((side) => side.split('#')[0] as ClaimId),
    ),
  )
  const claims = [...new Set(versions.flatMap(({ incident }) => incident?.claims ?? []))]
  const reviews = [
    ...(await reviewsOn(store.db, claims)),
    ...timeline.evidence.reviews.filter(({ target }) => target !== 'claim'),
  ]
  const causes: ChangeCauses = { ...causesOf(timeline), judged, reviews }
  return versions.slice(1).flatMap(({ at, incident }, i) =>
    diffIncidents(listed(versions[i]?.incident ?? null), listed(incident), causes)
      .filter(({ reason }) => DECIDED.has(reason))
      .map((change) => ({ ...change, day: at.slice(0, 10) })),
  )
}
