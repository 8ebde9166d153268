import { describe, expect, test } from 'vitest'
import type { Row } from '../../lexicon/lexicon.ts'
import { allPatterns, compilePatterns } from '../../lexicon/patterns.ts'
import { piecesOf } from '../../lexicon/pieces.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { readText } from '../../text/reader.ts'
import { findCores } from './find-cores.ts'
import { subjectOf } from './relevance/judge-relevance.ts'
import type { RelevanceKind } from './relevance/relevance-words.ts'
import { findCues } from './scope/find-cues.ts'
import { matchPhrase, spellingsOf } from './words/phrase-book.ts'
import { viewOf } from './words/view.ts'
import { wordsOf } from './words/words.ts'

const lexicon = loadLexicon('en')
const coresOf = (text: string) => findCores(viewOf(readText(text, 'en', lexicon), wordsOf(lexicon)))

/** The examples of a column, each with the words of its row; several are parted by "|". */
const examples = (table: string, column: 'matches' | 'not'): readonly (readonly [string, Row])[] =>
  lexicon.table(table).flatMap((row) =>
    (row[column] ?? '')
      .split('|')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => [text, row] as const),
  )

describe('the examples of harm.tsv', () => {
  test.each(examples('harm', 'matches'))('%s', (text, row) => {
    expect(coresOf(`${text}.`).map((core) => core.metric)).toContain(row.metric)
  })
  test.each(examples('harm', 'not'))('not: %s', (text, row) => {
    expect(coresOf(`${text}.`).map((core) => core.metric)).not.toContain(row.metric)
  })
})

describe('the examples of hedges.tsv', () => {
  const hedgeOf = (row: Row): string => (row.hedge === 'less_than' ? 'at_most' : (row.hedge ?? ''))
  test.each(examples('hedges', 'matches'))('%s', (text, row) => {
    expect(coresOf(`The raid killed ${text}.`).map((core) => core.count.hedge)).toEqual([hedgeOf(row)])
  })
  test.each(examples('hedges', 'not'))('not: %s', (text, row) => {
    expect(coresOf(`The raid killed ${text}.`).map((core) => core.count.hedge)).not.toContain(hedgeOf(row))
  })
})

describe('the examples of numbers.tsv', () => {
  test.each(examples('numbers', 'matches'))('%s', (text) => {
    const told = /\b(?:killed|died|fled)\b/.test(text) ? text : `${text} were killed`
    expect(coresOf(`There, ${told}.`)).toHaveLength(1)
  })
})

describe('the examples of status-words.tsv', () => {
  test.each(examples('status-words', 'matches'))('%s', (text, row) => {
    expect(coresOf(`${text}.`).map((core) => core.status)).toEqual([row.status])
  })
})

describe('the examples of subgroups.tsv', () => {
  test.each(examples('subgroups', 'matches'))('%s', (text, row) => {
    expect(coresOf(`${text}.`).flatMap((core) => Object.keys(core.groups))).toContain(row.group)
  })
})

describe('the examples of joiners.tsv', () => {
  test.each(examples('joiners', 'matches'))('%s', (text) => {
    expect(coresOf(`${text}.`).length).toBeGreaterThan(0)
  })
})

describe('the examples of scope.tsv', () => {
  const cuesOf = (text: string): readonly string[] => {
    const view = viewOf(readText(`${text}.`, 'en', lexicon), wordsOf(lexicon))
    return [...findCues(view, new Set(view.text.sentences.keys())).values()].flat().map(({ cue }) => cue)
  }
  test('each row has an example, in which its cue is found', () => {
    expect(lexicon.table('scope').filter((row) => (row.matches ?? '') === '')).toEqual([])
    expect(examples('scope', 'matches').filter(([text, row]) => !cuesOf(text).includes(row.cue ?? ''))).toEqual([])
  })
  test('no cue is found where it must not be', () => {
    expect(examples('scope', 'not').filter(([text, row]) => cuesOf(text).includes(row.cue ?? ''))).toEqual([])
  })
})

describe('the examples of relevance.tsv', () => {
  const viewed = (text: string) => viewOf(readText(text, 'en', lexicon), wordsOf(lexicon))
  const kindsOf = (text: string): readonly string[] =>
    subjectOf(viewed(`${text}.`), []).sentences.flatMap((weights) =>
      Object.keys(weights).filter((kind) => weights[kind as RelevanceKind] > 0),
    )
  test('each row has an example, which speaks for its kind', () => {
    expect(lexicon.table('relevance').filter((row) => (row.matches ?? '') === '')).toEqual([])
    expect(examples('relevance', 'matches').filter(([text, row]) => !kindsOf(text).includes(row.kind ?? ''))).toEqual(
      [],
    )
  })
  test('nothing speaks for a kind where it must not', () => {
    expect(examples('relevance', 'not').filter(([text, row]) => kindsOf(text).includes(row.kind ?? ''))).toEqual([])
  })
  test('each phrase is found as it is written, and no phrase stands twice', () => {
    const phrases = lexicon
      .table('relevance')
      .flatMap((row) =>
        (row.words ?? '').split(',').flatMap((phrase) => spellingsOf(phrase.trim().replace('<number>', '12'))),
      )
    const missed = phrases.filter((phrase) => {
      const { tokens, words } = viewed(phrase)
      return matchPhrase(words.relevance, tokens, 0, tokens.length)?.length !== tokens.length
    })
    expect(missed).toEqual([])
    expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([])
  })
})

/** Tables of patterns that several rules read: each example against all patterns of its table, the longest first. */
const PATTERNS = {
  means: (row: Row) => `${row.means} ${row.kind}`,
  'actor-words': (row: Row) => row.class ?? '',
  'attack-words': (row: Row) => row.class ?? '',
  'source-words': (row: Row) => row.type ?? '',
  discourse: (row: Row) => row.class ?? '',
  'function-words': (row: Row) => row.class ?? '',
} as const

const NOUNS: ReadonlySet<string> = new Set(['noun', 'sent', 'fight'])

describe.each(Object.entries(PATTERNS))('the examples of %s.tsv', (table, classOf) => {
  const numbers = (word: string) => (/^\d+$/.test(word) ? [{ name: 'number', value: word }] : undefined)
  const rows = lexicon.table(table)
  // Attack words are read as verbs and as nouns, each for itself.
  const isNoun = (row: Row): boolean => table === 'attack-words' && NOUNS.has(row.class ?? '')
  const sets = [...new Set(rows.map(isNoun))].map((nouns) =>
    compilePatterns(
      rows.filter((row) => isNoun(row) === nouns).map((row) => [row.pattern ?? row.word ?? '', row] as const),
      numbers,
    ),
  )
  const foundIn = (text: string): readonly Row[] => {
    const pieces = piecesOf(readText(`${text}.`, 'en', lexicon))
    return sets.flatMap((set) => allPatterns(set, pieces).map((match) => match.value))
  }
  test('each row has an example', () => {
    expect(rows.filter((row) => (row.matches ?? '') === '').map((row) => row.pattern ?? row.word)).toEqual([])
  })
  test('each row is found in its examples', () => {
    const missed = examples(table, 'matches').filter(([text, row]) => !foundIn(text).includes(row))
    expect(missed.map(([text, row]) => `${row.pattern ?? row.word}: ${text}`)).toEqual([])
  })
  test('no word of its class is found where it must not be', () => {
    const wrong = examples(table, 'not').filter(([text, row]) => foundIn(text).some((r) => classOf(r) === classOf(row)))
    expect(wrong.map(([text, row]) => `${row.pattern ?? row.word}: ${text}`)).toEqual([])
  })
})
