import { compiledFrom, type Lexicon } from '../../../lexicon/lexicon.ts'
import { compilePatterns, type PatternSet } from '../../../lexicon/patterns.ts'
import { type WordFact, wordFact } from '../../../text/word-fact.ts'

/** What a word is in the naming of an armed actor; see `actor-words.tsv`. */
export type ActorClass =
  | 'head'
  | 'quality'
  | 'vehicle'
  | 'name'
  | 'state'
  | 'ruler'
  | 'nation'
  | 'country'
  | 'mod'
  | 'soft'
  | 'bind'
  | 'not'
/** Whether fighters so named are commonly a state's. */
export type Side = 'state' | 'nonstate' | ''
export interface ActorWord {
  readonly kind: ActorClass
  readonly side: Side
}
/** How a word ties an actor to an attack; see `attack-words.tsv`. */
export type AttackClass =
  | 'verb'
  | 'past'
  | 'ing'
  | 'noun'
  | 'blame'
  | 'claim'
  | 'clash'
  | 'between'
  | 'thwart'
  | 'plan'
  | 'member'
  | 'sent'
  | 'fight'

/** The words of a language that name actors and tie them to attacks. */
export interface ActorLexicon {
  readonly actors: PatternSet<ActorWord>
  readonly verbs: PatternSet<AttackClass>
  readonly nouns: PatternSet<AttackClass>
  readonly words: ReadonlyMap<string, string>
  /** Whether a word says how often ("often", "regularly"). */
  readonly isHabit: WordFact<boolean>
}

/** The actor words of a language, compiled once. */
export const actorLexicon = compiledFrom((lexicon: Lexicon): ActorLexicon => {
  const attacks = lexicon
    .table('attack-words')
    .map((row) => [row.pattern ?? '', (row.class ?? '') as AttackClass] as const)
  const words = new Map(lexicon.table('function-words').map((row) => [row.word ?? '', row.class ?? '']))
  return {
    actors: compilePatterns(
      lexicon
        .table('actor-words')
        .map(
          (row) =>
            [row.pattern ?? '', { kind: (row.class ?? '') as ActorClass, side: (row.side ?? '') as Side }] as const,
        ),
    ),
    verbs: compilePatterns(attacks.filter(([, kind]) => !isNoun(kind))),
    nouns: compilePatterns(attacks.filter(([, kind]) => isNoun(kind))),
    words,
    isHabit: wordFact(({ lower }) => words.get(lower) === 'habit'),
  }
})

/** Nouns for attacks and fights, and for who is sent to make one. */
const isNoun = (kind: AttackClass): boolean => kind === 'noun' || kind === 'sent' || kind === 'fight'
