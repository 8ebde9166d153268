import type { PatternMatch } from '../../../lexicon/patterns.ts'
import type { SourceType } from '../../../model/claim.ts'
import type { ReadText, Token } from '../../../text/read-text.ts'
import type { WordFact } from '../../../text/word-fact.ts'
import type { Layout } from '../layout.ts'
import type { PersonNoun } from '../words/people.ts'
import type { PhraseWords } from './noun-phrase.ts'
import type { CueClass } from './speech-lexicon.ts'

export type Cue = PatternMatch<CueClass>

export interface Reader {
  readonly text: ReadText
  readonly layout: Layout
  readonly words: PhraseWords
  readonly people: WordFact<PersonNoun | null>
  /** Whether a token is a noun for harm that is counted ("deaths"). */
  readonly isHarm: (token: number) => boolean
  /** Where words begin that cite somebody ("quoting", "citing"). */
  readonly quotes: ReadonlySet<number>
  /** The typed source word that starts at each token. */
  readonly typed: ReadonlyMap<number, PatternMatch<SourceType>>
}

export const tokenAt = (reader: Reader, at: number): Token | undefined => reader.text.tokens[at]
