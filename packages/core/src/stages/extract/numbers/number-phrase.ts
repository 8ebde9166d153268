import type { Groups } from '../../../model/claim.ts'
import type { Bounds, Count } from '../../../model/count.ts'
import type { Trigger } from '../harm/find-triggers.ts'
import type { PersonNoun } from '../words/people.ts'

/**
 * What a number phrase counts: persons by a known noun · somebody by a name that no list knows ("18 Alawites") ·
 * nothing said ("killed 12") · a noun that is itself a harm word ("12 deaths") · things.
 */
export type CountedKind = 'person' | 'name' | 'bare' | 'counted' | 'thing'

/** A number with its hedge and its noun: token range `first` to `last` (exclusive). */
export interface NumberPhrase extends Bounds, Pick<Count, 'hedge' | 'vague' | 'unit'> {
  readonly first: number
  readonly last: number
  /** Exclusive end with what the noun takes along ("of the National Defence Forces"). */
  readonly end: number
  /** Token of the noun; null when there is none. */
  readonly head: number | null
  readonly noun: PersonNoun | null
  readonly kind: CountedKind
  /** A harm word inside the phrase: "12 injured civilians", "12 deaths". */
  readonly inner: Trigger | null
  /** "six of them", "one of those". */
  readonly partitive: boolean
  /** "another 12", "12 others", "12 more". */
  readonly more: boolean
  /** "two each": the number holds for every place named. */
  readonly each: boolean
  /** How the number was written: as a number, or as "a man", "his mother", or added up ("a woman and a child"). */
  readonly from: 'number' | 'vague' | 'zero' | 'singular' | 'definite' | 'kin' | 'sum'
  /** A vague word for a multitude ("hundreds", "tens of thousands"). */
  readonly crowd: boolean
  /** The groups that the noun names with their share of the number. */
  readonly groups: Groups
}
