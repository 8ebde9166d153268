import type { Groups, Metric, Status } from '../../../model/claim.ts'
import type { Hedge } from '../../../model/count.ts'

/** A number of people as the text counts them, before anything is known of what happened to them. */
export interface PeoplePhrase {
  /** Half-open token range, the hedge in front included. */
  readonly first: number
  readonly last: number
  /** Where the number itself begins. */
  readonly from: number
  readonly low: number | null
  readonly high: number | null
  readonly hedge: Hedge
  readonly vague: string | null
  readonly crowd: boolean
  /**
   * number · two (a dual without a number) · one (a singular without a number: only beside a word of harm) · thing (what is
   * counted is no person) · unknown (a noun that nobody knows follows) · bare (no noun at all)
   */
  readonly kind: 'number' | 'two' | 'one' | 'thing' | 'unknown' | 'bare'
  readonly status: Status | null
  readonly groups: Groups
  /** Whether the noun calls them civilians by itself. */
  readonly civilian: boolean
  readonly kin: boolean
  readonly unit: 'person' | 'family'
  /** "others" */
  readonly more: boolean
  /** The noun itself tells the harm ("12 قتيلا"). */
  readonly harm: Metric | null
  /** The noun was told with the article: people told of before. */
  readonly definite: boolean
}
