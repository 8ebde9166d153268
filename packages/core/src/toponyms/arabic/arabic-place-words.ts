import { compiledFrom, type Lexicon, type Row } from '../../lexicon/lexicon.ts'
import type { PlaceMention } from '../../model/claim.ts'
import { matchLexicon } from '../../text/arabic/match-lexicon.ts'

/** What a noun before a name says of it. */
export interface ArabicPlaceType {
  readonly kind: PlaceMention['kind']
  /** The noun belongs to the place as reports cite it ("ريف طرماق"). */
  readonly keeps: boolean
  /** What it names lies in a town. */
  readonly part: boolean
}

/** The words about places of a lexicon, folded and parted as texts are. */
export interface ArabicPlaceWords {
  readonly types: ReadonlyMap<string, ArabicPlaceType>
  readonly cues: ReadonlyMap<string, ReadonlySet<string>>
  /** Words that no name begins with. */
  readonly not: ReadonlySet<string>
  readonly nations: ReadonlyMap<string, string>
}

const ARTICLE = /^\u0627\u0644-/

/** Compiles `place-types`, `place-cues`, `not-places` and `demonyms`, with the words of other tables that are no names. */
export const arabicPlaceWords = compiledFrom((lexicon: Lexicon): ArabicPlaceWords => {
  const matched = matchLexicon(lexicon)
  const types = new Map<string, ArabicPlaceType>()
  for (const row of matched.table('place-types'))
    for (const word of wordsOf(row))
      types.set(word, {
        kind: row.kind as PlaceMention['kind'],
        keeps: row.keeps === 'yes',
        part: row.keeps === 'part',
      })
  const cues = new Map<string, Set<string>>()
  for (const row of matched.table('place-cues'))
    for (const word of wordsOf(row)) cues.set(word, (cues.get(word) ?? new Set()).add(row.role ?? ''))
  const not = new Set<string>()
  for (const table of ['not-places', 'function-words', 'speech', 'things', 'numbers', 'scope', 'markers', 'hedges'])
    for (const row of matched.table(table)) for (const word of wordsOf(row)) not.add(word)
  for (const table of ['means', 'relevance', 'actor-words', 'source-words', 'date-patterns'])
    for (const row of matched.table(table))
      for (const word of (row.pattern ?? row.words ?? '').split(/[ |?]+/)) not.add(word.replace(ARTICLE, ''))
  for (const row of matched.table('date-words')) not.add(row.word ?? '')
  const nations = new Map<string, string>()
  for (const row of matched.table('demonyms')) for (const word of wordsOf(row)) nations.set(word, row.country ?? '')
  return { types, cues, not, nations }
})

const wordsOf = (row: Row): readonly string[] =>
  (row.words ?? '')
    .split('|')
    .map((word) => word.trim().replace(ARTICLE, ''))
    .filter((word) => word !== '' && !word.includes(' '))
