import type { Claim, ClaimId } from '../model/claim.ts'
import type { CopyRelation } from '../model/copy.ts'
import type { DocumentId } from '../model/document.ts'
import type { Incident } from '../model/incident.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Review } from '../model/review.ts'
import type { DocumentText } from '../pipeline/layers.ts'
import type { ClaimShare } from './claim-record.ts'
import type { DocumentNames } from './incident-record.ts'

/** One incident with all that stands behind it, as model values: what a detail page or an export is made of. */
export interface IncidentDossier {
  readonly incident: Incident
  /** The claims that feed it. */
  readonly claims: readonly Claim[]
  /** The documents of those claims, with their words. */
  readonly documents: readonly DocumentText[]
  /** Copy relations of those documents; `of` may be a document outside the dossier. */
  readonly copies: readonly CopyRelation[]
  /** For each claim the document whose words it repeats, followed to the first; its own where it is new. */
  readonly witnesses?: ReadonlyMap<ClaimId, DocumentId>
  /** The names of the documents that `copies` and `witnesses` speak of; without one, a content id stands instead. */
  readonly names?: DocumentNames
  /** The incidents that each claim feeds, this one included. */
  readonly shares: ReadonlyMap<ClaimId, readonly ClaimShare[]>
  /** People's reviews of it, its checks and its claims, withdrawn ones too. */
  readonly reviews?: readonly Review[]
  /** People's judgements on its claims, withdrawn ones too. */
  readonly judgements?: readonly Judgement[]
  /** The roll-ups it stands under. */
  readonly rollups: readonly Incident[]
  /** The incidents it sums, when it is a roll-up. */
  readonly parts: readonly Incident[]
}
