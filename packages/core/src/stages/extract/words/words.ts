import { compiledFrom, type Lexicon } from '../../../lexicon/lexicon.ts'
import type { WordFact } from '../../../text/word-fact.ts'
import { compileHarm, type HarmWords } from '../harm/harm-words.ts'
import { compileNumbers, type NumberWords } from '../numbers/number-words.ts'
import { compileRelevance, type RelevanceWord } from '../relevance/relevance-words.ts'
import { type Cue, compileCues } from '../scope/cues.ts'
import { compilePeopleWords, type PeopleWords } from '../status/status-words.ts'
import { compileGrammar, type Grammar } from './grammar.ts'
import { compilePeople, type PersonNoun } from './people.ts'
import { type PhraseBook, phraseBook } from './phrase-book.ts'

/** All words of one language that the rules of counting read. */
export interface Words {
  readonly grammar: Grammar
  readonly people: WordFact<PersonNoun | null>
  readonly numbers: NumberWords
  readonly harm: HarmWords
  readonly peopleWords: PeopleWords
  readonly cues: PhraseBook<Cue>
  readonly relevance: PhraseBook<RelevanceWord>
  /** Phrases that coordinate as "and" does. */
  readonly joiners: PhraseBook<true>
}

/** The words of a lexicon, compiled once. */
export const wordsOf: (lexicon: Lexicon) => Words = compiledFrom((lexicon) => {
  const numbers = compileNumbers(lexicon)
  return {
    grammar: compileGrammar(lexicon),
    people: compilePeople(lexicon),
    numbers,
    harm: compileHarm(lexicon),
    peopleWords: compilePeopleWords(lexicon),
    cues: compileCues(lexicon, numbers),
    relevance: compileRelevance(lexicon, numbers),
    joiners: phraseBook(lexicon.table('joiners').map((row) => [row.words ?? '', true] as const)),
  }
})
