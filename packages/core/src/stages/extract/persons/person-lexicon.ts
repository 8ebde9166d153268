import { compiledFrom, type Lexicon } from '../../../lexicon/lexicon.ts'
import { compilePatterns, type PatternSet } from '../../../lexicon/patterns.ts'
import { type PlaceWords, placeWordsOf } from '../../../toponyms/place-words.ts'
import { actorLexicon } from '../actors/actor-lexicon.ts'
import { speechLexicon } from '../attribution/speech-lexicon.ts'

/** What a word beside a name tells of it; see `person-cues.tsv`. */
export type PersonCue = 'named' | 'kin' | 'public' | 'aged'

/** The words of a language that tell names of persons from other names. */
export interface PersonLexicon {
  readonly cues: PatternSet<PersonCue>
  /** Nouns of persons in the singular ("farmer"). */
  readonly nouns: ReadonlySet<string>
  readonly places: PlaceWords
  readonly actors: ReturnType<typeof actorLexicon>['actors']
  readonly sources: ReturnType<typeof speechLexicon>['sources']
  /** Small words by what they do; see `function-words.tsv`. */
  readonly small: ReadonlyMap<string, string>
}

/** The person words of a language, compiled once. */
export const personLexicon = compiledFrom(
  (lexicon: Lexicon): PersonLexicon => ({
    cues: compilePatterns(
      lexicon.table('person-cues').map((row) => [row.pattern ?? '', (row.class ?? '') as PersonCue] as const),
    ),
    nouns: new Set(
      lexicon
        .table('persons')
        .concat(lexicon.table('people').filter((row) => row.number === 'singular'))
        .map((row) => row.singular ?? row.word ?? ''),
    ),
    places: placeWordsOf(lexicon),
    actors: actorLexicon(lexicon).actors,
    sources: speechLexicon(lexicon).sources,
    small: speechLexicon(lexicon).words,
  }),
)
