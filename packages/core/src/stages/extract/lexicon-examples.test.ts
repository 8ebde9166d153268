import { describe, expect, it } from 'vitest'
import { findPatterns, type PatternSet } from '../../lexicon/patterns.ts'
import { piecesOf } from '../../lexicon/pieces.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { readEnglish } from '../../text/read-english.ts'
import { speechLexicon } from './attribution/speech-lexicon.ts'
import { dateLexicon } from './dates/date-lexicon.ts'
import { eventLexicon } from './events/find-events.ts'
import { personLexicon } from './persons/person-lexicon.ts'

const lexicon = loadLexicon('en')

const TABLES: readonly [name: string, value: string, set: PatternSet<string>][] = [
  ['date-patterns', 'meaning', dateLexicon(lexicon).patterns],
  ['speech', 'class', speechLexicon(lexicon).cues],
  ['event-words', 'class', eventLexicon(lexicon)],
  ['person-cues', 'class', personLexicon(lexicon).cues],
]

const found = (set: PatternSet<string>, text: string): readonly string[] =>
  findPatterns(set, piecesOf(readEnglish(text, lexicon))).map((match) => match.value)

describe.each(TABLES)('the examples of %s.tsv', (name, value, set) => {
  const rows = lexicon.table(name).filter((row) => row.matches !== '' || row.not !== '')
  it.each(rows.map((row) => [row.pattern, row] as const))('%s', (_, row) => {
    if (row.matches) expect(found(set, row.matches)).toContain(row[value])
    if (row.not) expect(found(set, row.not)).not.toContain(row[value])
  })
})
