import type { SourceType } from '../../../model/claim.ts'
import type { TokenRange } from './noun-phrase.ts'

/** Somebody who speaks: the words, and what kind of source they are. */
export interface Speaker extends TokenRange {
  readonly type: SourceType
}

/** One act of speech: who (the nearest first), and which tokens are what is said. */
export interface Speech {
  readonly segment: number
  readonly cue: TokenRange
  readonly speakers: readonly Speaker[]
  /** Understood from a sentence before ("he added"). */
  readonly carried: boolean
  readonly content: readonly TokenRange[]
}
