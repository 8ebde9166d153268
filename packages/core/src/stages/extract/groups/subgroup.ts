import type { Groups, Status } from '../../../model/claim.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'

/** "including six children": part of the number before it. Token range `first` (the marker) to `last` (exclusive). */
export interface Subgroup {
  readonly first: number
  readonly last: number
  readonly groups: Groups
  /** Phrases inside that tell another status than a group ("including two soldiers"). */
  readonly others: readonly NumberPhrase[]
  /** "many of whom", "some of them": told of a share, not of everybody meant. */
  readonly partial: boolean
  /** The status of everybody inside, where the words say one. */
  readonly status: Status | null
}
