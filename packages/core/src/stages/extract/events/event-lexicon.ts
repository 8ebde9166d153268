import { compiledFrom, type Lexicon } from '../../../lexicon/lexicon.ts'
import { compilePatterns, type PatternMatch } from '../../../lexicon/patterns.ts'

/** What a word does in telling an event; see `event-words.tsv`. */
export type EventClass =
  | 'hit'
  | 'conduct'
  | 'happens'
  | 'captured'
  | 'enters'
  | 'lost'
  | 'holds'
  | 'held'
  | 'keeps'
  | 'cedes'
  | 'falls'
  | 'taking'
  | 'under'
  | 'accord'
  | 'accords'
  | 'effect'
  | 'nation'
export type EventWord = PatternMatch<EventClass>

/** The event words of a language, compiled once. */
export const eventLexicon = compiledFrom((lexicon: Lexicon) =>
  compilePatterns(
    lexicon.table('event-words').map((row) => [row.pattern ?? '', (row.class ?? '') as EventClass] as const),
  ),
)
