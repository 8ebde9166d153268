import type {
  Certainty,
  Groups,
  Means,
  Mention,
  Metric,
  PlaceMention,
  SlotName,
  SourceMention,
  Status,
} from '../../model/claim.ts'
import type { Count } from '../../model/count.ts'
import type { Zone } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { Day, TimeRange } from '../../model/time-range.ts'
import type { ReadText } from '../../text/read-text.ts'

/** What a document says of itself that its rules of extraction need. */
export interface DocumentFrame {
  readonly text: ReadText
  readonly zones: readonly Zone[]
  readonly published: Day | null
  readonly outlet: string | null
}

/** A number of people tied to a harm, before anybody asked where, when, by whom and who says so. */
export interface ClaimCore extends Span {
  /** Half-open range of token indexes from the number (or its vague word) to the harm word, whichever way round. */
  readonly first: number
  readonly last: number
  readonly sentence: number
  /** Token of the word that says what happened to the people; in a list, the opener's. */
  readonly trigger: number
  /** Half-open token range of the number phrase with its noun. */
  readonly number: { readonly first: number; readonly last: number }
  readonly metric: Metric
  readonly count: Count
  readonly status: Status
  readonly groups: Groups
  readonly denied: boolean
  /** A vague word for a multitude ("hundreds", "tens of thousands"), not for a few or for dozens. */
  readonly crowd: boolean
  /** Told in the present perfect ("have been killed"). */
  readonly perfect: boolean
  /** Told as the loss of a side ("the group lost 12 fighters"). */
  readonly lost: boolean
  /** An arrest, which may be no abduction but a case of police and courts. */
  readonly custody: boolean
  /** Hit by gunfire, which tells nothing of who fights whom. */
  readonly shot?: boolean
  /** Told in words that fit a death of any kind ("died", "the death of"). */
  readonly byItself?: boolean
  /** Told as an addition ("another 12", "12 others", "12 more"). */
  readonly more: boolean
  /** Told as what a toll has come to by what was told before ("bringing the toll to 30"). */
  readonly sums?: boolean
  /** Told as one more thing ("were also killed"). */
  readonly also: boolean
  /** The text itself puts the number under a larger one: an addend (`part`) or an overlapping share (`subset`) of it. */
  readonly partial: 'part' | 'subset' | null
  readonly rule: string
  /** 0 to 1: how sure the count and its tie to the harm are. */
  readonly confidence: number
}

/** The slots of one core, filled. */
export interface ClaimSlots {
  readonly places: readonly PlaceMention[]
  readonly time: TimeRange
  readonly means: Means | null
  readonly actors: readonly Mention[]
  /** Whether it counts those who did the harm that was told before ("two of the attackers"). */
  readonly ofDoers?: boolean
  readonly sources: readonly SourceMention[]
  readonly slots: Readonly<Partial<Record<SlotName, { readonly certainty: Certainty; readonly confidence: number }>>>
}
