import { describe, expect, test } from 'vitest'
import type { Row } from '../../lexicon/lexicon.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { readText } from '../../text/reader.ts'
import { findCores } from './find-cores.ts'
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
