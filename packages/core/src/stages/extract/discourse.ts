import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'
import { compilePatterns } from '../../lexicon/patterns.ts'

/** How a word steers a report; see `discourse.tsv`. */
export type DiscourseClass =
  | 'campaign'
  | 'posted'
  | 'away'
  | 'toward'
  | 'carried'
  | 'seized'
  | 'break'
  | 'war'
  | 'begin'
  | 'toll'
  | 'attack'
  | 'stated'
  | 'also'
  | 'another'
  | 'background'
  | 'claimed'

/** Words that steer a report, at the tokens where they start. */
export type DiscourseWords = ReadonlyMap<number, DiscourseClass>

/** The words of a language that steer a report, compiled once. */
export const discourse = compiledFrom((lexicon: Lexicon) =>
  compilePatterns(
    lexicon.table('discourse').map((row) => [row.pattern ?? '', (row.class ?? '') as DiscourseClass] as const),
  ),
)
