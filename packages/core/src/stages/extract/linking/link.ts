import type { Metric } from '../../../model/claim.ts'
import type { Offer } from './offer.ts'

/** A number phrase and what happened to the people it counts. */
export interface Link extends Offer {
  readonly metric: Metric
}
