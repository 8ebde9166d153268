import type { Groups, Metric, Status } from '../../../model/claim.ts'
import type { PeoplePhrase } from './people-phrase.ts'

/** A number of people tied to what happened to them. */
export interface Link {
  readonly phrase: PeoplePhrase
  /** Half-open token range of the word of harm. */
  readonly trigger: { readonly first: number; readonly last: number }
  readonly metric: Metric
  readonly rule: string
  /** The dearer, the less sure. */
  readonly cost: number
  /** Groups told of behind a marker ("بينهم"), beside those of the phrase. */
  readonly groups: Groups
  /** What a marker says of all or most of them. */
  readonly status: Status | null
  readonly partial: 'part' | 'subset' | null
  /** The passage is the number phrase alone: a later item of a list. */
  readonly listed: boolean
  readonly custody: boolean
  readonly denied: boolean
}
