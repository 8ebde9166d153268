import { compiledFrom, type Lexicon, type Row } from '../../../lexicon/lexicon.ts'
import { compilePatterns, type PatternSet } from '../../../lexicon/patterns.ts'
import { GROUPS, type Group, METRICS, type Metric, type Status } from '../../../model/claim.ts'
import type { Hedge } from '../../../model/count.ts'
import { foldWord } from '../../../text/arabic/fold-arabic.ts'
import { type Mood, type NounNumber, nounForms, partsOf, verbForms } from '../../../text/arabic/forms.ts'
import { matchLexicon, partedPattern } from '../../../text/arabic/match-lexicon.ts'

/** What a number word is; see the head of `numbers.tsv`. */
export interface NumberWord {
  readonly kind:
    | 'unit'
    | 'fixed'
    | 'ten'
    | 'hundred'
    | 'multiplier'
    | 'multiples'
    | 'accusative'
    | 'double'
    | 'half'
    | 'vague'
  readonly value: number
}

/** A form of a noun of person. */
export interface PersonWord {
  readonly number: NounNumber
  readonly group: Group | null
  readonly status: Status | null
  readonly kind: 'person' | 'kin' | 'family' | 'civilian' | 'other'
}

/** A form of a word for a harm; see the head of `harm.tsv`. */
export interface HarmWord {
  readonly form: 'verb' | 'masdar' | 'noun'
  readonly metric: Metric
  /** Of a verb. */
  readonly mood: Mood
  /** Of a verb: it agrees with several that stand before it. */
  readonly plural: boolean
  /** Of a noun. */
  readonly number: NounNumber
  readonly frames: ReadonlySet<string>
  /** One of these must follow; empty for none. */
  readonly needs: ReadonlySet<string>
}

export type HedgeWord = { readonly hedge: Hedge | 'less_than'; readonly side: 'before' | 'after' | 'both' }

/** The words of Arabic that the rules of counting read, compiled; see `lexicons/ar`. */
export interface ArabicWords {
  readonly numbers: PatternSet<NumberWord>
  readonly persons: PatternSet<PersonWord>
  readonly harm: PatternSet<readonly HarmWord[]>
  readonly hedges: PatternSet<HedgeWord>
  readonly markers: PatternSet<string>
  readonly scope: PatternSet<string>
  readonly relevance: PatternSet<string>
  readonly settings: PatternSet<true>
  readonly speech: PatternSet<string>
  readonly sources: PatternSet<string>
  readonly actors: PatternSet<string>
  /** Classes of small words by word, and of those that are several words by pattern. */
  readonly small: ReadonlyMap<string, ReadonlySet<string>>
  readonly smallPhrases: PatternSet<string>
  /** First words of what begins something else than a noun: of saying, of time, of means, of places. */
  readonly cues: ReadonlySet<string>
  /** Single words of saying, and the first words of sources. */
  readonly speechVerbs: ReadonlySet<string>
  readonly sourceHeads: ReadonlySet<string>
  /** Words of attacks and weapons. */
  readonly attackWords: ReadonlySet<string>
  /** Nouns of what is no person, by kind. */
  readonly things: ReadonlyMap<string, string>
  readonly nations: ReadonlyMap<string, string>
}

/** The words of a lexicon, compiled once. Throws a RangeError that names a row it can't read. */
export const arabicWords = compiledFrom((lexicon: Lexicon): ArabicWords => {
  const matched = matchLexicon(lexicon)
  const phrases = <T>(table: string, value: (row: Row) => T): PatternSet<T> =>
    compilePatterns(
      matched.table(table).flatMap((row) => alternatives(row.words ?? '').map((one) => [one, value(row)])),
    )
  const patterns = (table: string, column: string): PatternSet<string> =>
    compilePatterns(matched.table(table).map((row) => [row.pattern ?? '', row[column] ?? '']))
  return {
    numbers: phrases(
      'numbers',
      (row): NumberWord => ({
        kind: row.kind as NumberWord['kind'],
        value: Number(row.value),
      }),
    ),
    persons: compilePatterns(
      lexicon
        .table('persons')
        .flatMap((row) => inflected(row, lexicon).map(([form, number]) => [form, personOf(row, number)])),
    ),
    harm: compilePatterns(harmForms(lexicon)),
    hedges: phrases(
      'hedges',
      (row): HedgeWord => ({
        hedge: row.hedge as HedgeWord['hedge'],
        side: row.side as HedgeWord['side'],
      }),
    ),
    markers: phrases('markers', (row) => row.kind ?? ''),
    scope: phrases('scope', (row) => row.cue ?? ''),
    relevance: phrases('relevance', (row) => row.kind ?? ''),
    settings: phrases('settings', () => true as const),
    speech: phrases('speech', (row) => row.kind ?? ''),
    sources: patterns('source-words', 'type'),
    actors: patterns('actor-words', 'kind'),
    small: smallWords(matched.table('function-words')),
    smallPhrases: compilePatterns(
      matched
        .table('function-words')
        .flatMap((row) =>
          alternatives(row.words ?? '').flatMap((one) => (/[ -]/.test(one) ? [[one, row.class ?? ''] as const] : [])),
        ),
    ),
    cues: new Set(
      (
        [
          ['speech', 'words'],
          ['date-words', 'word'],
          ['place-cues', 'words'],
          ['place-types', 'words'],
        ] as const
      ).flatMap(([table, column]) =>
        matched
          .table(table)
          .flatMap((row) => alternatives(row[column] ?? '').map((one) => one.split(/[ _-]/)[0] ?? '')),
      ),
    ),
    speechVerbs: new Set(
      matched
        .table('speech')
        .flatMap((row) =>
          row.kind === 'according' ? [] : alternatives(row.words ?? '').filter((one) => !/[ -]/.test(one)),
        ),
    ),
    sourceHeads: new Set(
      matched.table('source-words').flatMap((row) => wordsIn((row.pattern ?? '').split(' ')[0] ?? '')),
    ),
    attackWords: new Set(
      matched
        .table('means')
        .filter((row) => row.kind === 'attack' || row.kind === 'weapon')
        .flatMap((row) => wordsIn((row.pattern ?? '').split(' ')[0] ?? '')),
    ),
    things: new Map(
      matched
        .table('things')
        .flatMap((row) => alternatives(row.words ?? '').map((word) => [word, row.kind ?? ''] as const)),
    ),
    nations: new Map(
      matched
        .table('demonyms')
        .flatMap((row) =>
          alternatives(row.words ?? '').map((word) => [word.replace(/^\u0627\u0644-/, ''), row.country ?? ''] as const),
        ),
    ),
  }
})

/** Cells of phrases are parted by `|` as a whole: "no fewer than|at least". */
const alternatives = (cell: string): readonly string[] =>
  cell
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** The words of a part of a pattern, without article. */
const wordsIn = (part: string): readonly string[] =>
  part
    .replaceAll('?', '')
    .split('|')
    .map((word) => word.replace(/^\u0627\u0644-/, ''))

const smallWords = (rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const row of rows)
    for (const word of alternatives(row.words ?? ''))
      found.set(word, (found.get(word) ?? new Set()).add(row.class ?? ''))
  return found
}

/** The forms of a noun that may be several words, of which the first is inflected. */
const inflected = (row: Row, lexicon: Lexicon): readonly (readonly [form: string, number: NounNumber])[] => {
  const single = (cell: string | undefined, several: boolean): string =>
    partsOf(cell)
      .filter((part) => part.includes(' ') === several)
      .join('|')
  const forms: (readonly [string, NounNumber])[] = nounForms({
    ...row,
    words: single(row.words, false),
    plurals: single(row.plurals, false),
  }).map(({ form, number }) => [form, number])
  for (const [cell, number] of [
    [row.words, 'one'],
    [row.plurals, 'many'],
  ] as const)
    for (const phrase of partsOf(single(cell, true))) forms.push([partedPattern(phrase, lexicon), number])
  return forms
}

const personOf = (row: Row, number: NounNumber): PersonWord => ({
  number,
  group: GROUPS.find((group) => group === row.group) ?? null,
  status: row.status === '' ? null : (row.status as Status),
  kind: row.kind as PersonWord['kind'],
})

const harmForms = (lexicon: Lexicon): readonly (readonly [form: string, words: readonly HarmWord[]])[] => {
  const found = new Map<string, HarmWord[]>()
  const add = (form: string, word: HarmWord): void => {
    found.set(form, [...(found.get(form) ?? []), word])
  }
  for (const row of lexicon.table('harm')) {
    const word = harmWordOf(row)
    if (row.form === 'noun') for (const [form, number] of inflected(row, lexicon)) add(form, { ...word, number })
    else if (row.form === 'verb')
      for (const { form, mood, plural } of verbForms(row)) add(form, { ...word, mood, plural })
    else for (const phrase of partsOf(row.words)) add(partedPattern(phrase, lexicon), word)
  }
  return [...found]
}

const harmWordOf = (row: Row): HarmWord => {
  const metric = METRICS.find((known) => known === row.metric)
  if (metric === undefined) throw new RangeError(`lexicons/ar/harm.tsv: "${row.words}" has no metric "${row.metric}"`)
  return {
    form: row.form as HarmWord['form'],
    metric,
    mood: 'perfect',
    plural: false,
    number: 'one',
    frames: new Set((row.frame ?? '').split(' ').filter((frame) => frame !== '')),
    needs: new Set(partsOf(row.needs).map((word) => foldWord(word).letters)),
  }
}
