import { type IncidentRecord, toIncidentRecord } from '@sijil/core/contract/incident-record.js'
import { type ReviewRecord, toReviewRecord } from '@sijil/core/contract/review-record.js'
import { incidentValueOf, type PlaceValue } from '@sijil/core/contract/review-values.js'
import { shapeProblem } from '@sijil/core/contract/shape-problem.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { IncidentField, ReviewDecision } from '@sijil/core/model/review.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { isFigureField } from '@sijil/core/stages/review/figures.js'
import { valueAt } from '@sijil/core/stages/review/incident-values.js'
import { placeMention } from '@sijil/core/stages/review/read-claim-value.js'
import { cannotReview, unknownIncident } from '../problems/record.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { claimsById } from '../store/queries/claims.ts'
import { documentNames, loadDocuments } from '../store/queries/documents.ts'
import { incidentsByCode } from '../store/queries/incidents.ts'
import { markToLink } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { insertReview } from '../store/queries/reviews.ts'
import { transact } from '../store/transact.ts'
import { expectIncident } from './expect-incident.ts'
import { relinkFor } from './judge.ts'
import { contextNow, type Deciding, makeReview } from './keep-review.ts'
import { locateValues } from './locate-values.ts'
import { showIncident, standingCode } from './show-incident.ts'

/** What a person decided about one field of an incident. `value` is for `correct`, in the shape of the field. */
export interface IncidentDecision extends Deciding {
  readonly code: string
  readonly field: IncidentField
  readonly decision: Exclude<ReviewDecision, 'add'>
  readonly value?: unknown
}

/** A review, and the incident as it stands now. */
export interface IncidentReviewed {
  readonly review: ReviewRecord
  readonly incident: IncidentRecord
}

/**
 * Keeps a person's decision on one field of an incident and folds it anew. Accepting or rejecting the whole makes it
 * confirmed or rejected. Throws a Problem for a code that was never given, a value of the wrong shape, and a version that
 * is no longer the one that stands.
 */
export const reviewIncident = async (store: Store, decision: IncidentDecision): Promise<IncidentReviewed> => {
  const context = decision.field === 'place' ? await contextNow(store, decision.at) : null
  const code = await standingCode(store, decision.code)
  const review = await transact(store.db, 'judge', async (tx) => {
    const [incident] = await incidentsByCode(tx, [code])
    if (incident === undefined) throw unknownIncident(decision.code)
    await expectIncident(tx, incident, decision)
    const { field, by, reason, at } = decision
    const overruled = incident.overruled.find((one) => one.field === field)
    const made = makeReview({
      target: 'incident',
      on: code,
      field,
      decision: decision.decision,
      value: await decidedValue(tx, incident, decision, context),
      machine: overruled === undefined ? valueAt(incident, field) : overruled.machine,
      passage: null,
      by,
      reason,
      at,
    })
    await insertReview(tx, made, code)
    await markToLink(tx, incident.documents)
    await appendLog(tx, 'reviews', { reviews: [made] })
    return made
  })
  await relinkFor(store, decision.at)
  const { incident } = await showIncident(store, code)
  return {
    review: toReviewRecord(review),
    incident: toIncidentRecord(incident, await documentNames(store.db, incident.documents)),
  }
}

const decidedValue = async (
  tx: Db,
  incident: Incident,
  { field, decision, value }: IncidentDecision,
  context: Context | null,
): Promise<unknown> => {
  if (decision === 'reject') {
    if (field === 'grade') throw cannotReview(field, 'it can only be accepted or corrected')
    return null
  }
  if (decision === 'accept') return valueAt(incident, field)
  if (field === 'incident')
    throw cannotReview(field, 'a whole incident can only be accepted or rejected: correct its fields')
  const sent = shapeProblem(field, () => incidentValueOf(field).parse(value))
  if (isFigureField(field)) return figureOf(sent as Figure)
  if (field === 'time') {
    const { from, to } = sent as { from: string | null; to: string | null }
    return { earliest: from, latest: to }
  }
  return field === 'place' && context !== null ? placeOf(tx, incident, sent as PlaceValue, context) : sent
}

type Figure = { readonly low: number | null; readonly high: number | null; readonly best?: number | null }

/** A number alone is its own best; the best of a range is the person's to say. */
const figureOf = ({ low, high, best }: Figure) => ({
  low,
  high,
  best: best === undefined && low === high ? low : (best ?? null),
})

const placeOf = async (tx: Db, incident: Incident, value: PlaceValue, context: Context) => {
  const [claim] = await claimsById(tx, incident.claims)
  const [text] = await loadDocuments(tx, claim === undefined ? [] : [claim.document])
  if (claim === undefined || text === undefined) throw unknownIncident(incident.code)
  const mention = placeMention(value, { text: text.text.content, span: claim })
  const [place] = locateValues([mention], [value], { claim, text, context })
  return { text: value.text, place: place ?? null }
}
