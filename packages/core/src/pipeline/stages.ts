import { dedupe } from '../stages/dedupe/dedupe.ts'
import { extractStage } from '../stages/extract/index.ts'
import { geocodeStage } from '../stages/geocode/index.ts'
import { ingest } from '../stages/ingest/ingest.ts'
import { linkStage } from '../stages/link/link-stage.ts'
import { normalise } from '../stages/normalise/normalise.ts'
import { reconcileStage } from '../stages/reconcile/reconcile-stage.ts'
import { reviewClaimsStage, reviewIncidentsStage } from '../stages/review/index.ts'
import type { AnyStage } from './stage.ts'

/** What reads each document by itself, whatever else there is: this runs on worker threads. */
export const READING_STAGES: readonly AnyStage[] = [
  // Zones and sentences first: every rule reads by them.
  normalise,
  extractStage,
  // Places last: a claim's place is told apart from its namesakes by all the places of its document.
  geocodeStage,
]

/** The whole way from bytes to figures. This list is the architecture. */
export const STAGES: readonly AnyStage[] = [
  ingest,
  ...READING_STAGES,
  // From here on documents are seen together.
  dedupe,
  // People's word on a claim comes before linking: a corrected place or day moves it to another incident.
  reviewClaimsStage,
  linkStage,
  reconcileStage,
  reviewIncidentsStage,
]
