import { incidentVersion } from '@sijil/core/contract/versions.js'
import type { Incident } from '@sijil/core/model/incident.js'
import { standingReviews } from '@sijil/core/stages/review/standing-reviews.js'
import type { Db } from '../store/database.ts'
import { isToLink } from '../store/queries/linking.ts'
import { reviewsOn } from '../store/queries/reviews.ts'
import { type Deciding, expectVersion } from './keep-review.ts'

/** Refuses a write by somebody who saw another version; decisions that are not folded in yet count, too. */
export const expectIncident = async (tx: Db, incident: Incident, decision: Pick<Deciding, 'sees'>): Promise<void> => {
  if (decision.sees === undefined) return
  const reviews = await reviewsOn(tx, [incident.code, ...incident.checks.map(({ id }) => id), ...incident.claims])
  const folded = new Set<string>(incident.reviews)
  const standing = (['incident', 'check', 'claim'] as const).flatMap((target) =>
    [...standingReviews(reviews, target).values()].flat(),
  )
  const waits =
    standing.some(({ id }) => !folded.has(id)) ||
    standing.length !== folded.size ||
    (await isToLink(tx, incident.documents))
  const now = waits ? `${incidentVersion(incident)}+` : incidentVersion(incident)
  expectVersion(`the incident ${incident.code}`, decision, now, reviews)
}
