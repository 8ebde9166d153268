import { describe, expect, test } from 'vitest'
import type { Row } from '../../../lexicon/lexicon.ts'
import { type CountClaim, isCountClaim } from '../../../model/claim.ts'
import { loadLexicon } from '../../../testing/lexicons.ts'
import { claimsOfLine } from '../../../testing/run-phenomena.ts'

const lexicon = loadLexicon('ar')

const claimsOf = (text: string): readonly CountClaim[] =>
  claimsOfLine(
    { file: '', text, claims: [], aboutEvents: false, notation: '', published: '2024-03-13', about: '' },
    lexicon,
  ).filter(isCountClaim)

/** The examples of a column, each with the words of its row. */
const examples = (table: string, column: 'matches' | 'not'): readonly (readonly [string, Row])[] =>
  lexicon.table(table).flatMap((row) => {
    const text = row[column] ?? ''
    return text === '' ? [] : [[text, row] as const]
  })

describe('the examples of harm.tsv', () => {
  test.each(examples('harm', 'matches'))('%s', (text, row) => {
    expect(claimsOf(`${text}.`).map((claim) => claim.metric)).toContain(row.metric)
  })
  test.each(examples('harm', 'not'))('not: %s', (text, row) => {
    expect(claimsOf(`${text}.`).map((claim) => claim.metric)).not.toContain(row.metric)
  })
})

test.each(examples('numbers', 'matches'))('numbers.tsv: %s', (text, row) => {
  const [claim] = claimsOf(`${text}.`)
  const vague = row.kind === 'vague' || row.kind === 'multiples'
  expect(claim?.count.hedge).toBe(vague ? 'vague' : 'exact')
})

test.each(examples('hedges', 'matches'))('hedges.tsv: %s', (text, row) => {
  const hedge = row.hedge === 'less_than' ? 'at_most' : row.hedge
  expect(claimsOf(`قتل ${text} في القصف.`).map((claim) => claim.count.hedge)).toEqual([hedge])
})

describe('the examples of markers.tsv', () => {
  const told = ({ groups, status }: CountClaim): boolean => Object.keys(groups).length > 0 || status !== 'unknown'
  test.each(examples('markers', 'matches'))('%s', (text) => {
    expect(claimsOf(`${text}.`).filter(told)).toHaveLength(1)
  })
  test.each(examples('markers', 'not'))('not: %s', (text) => {
    expect(claimsOf(`${text}.`).filter(told)).toEqual([])
  })
})

test.each(examples('persons', 'matches'))('persons.tsv: %s', (text, row) => {
  const claims = claimsOf(`${text}.`)
  expect(claims.length).toBeGreaterThan(0)
  if (row.group !== '') expect(claims.flatMap((claim) => Object.keys(claim.groups))).toContain(row.group)
  if (row.status === 'combatant') expect(claims[0]?.status).toBe('combatant')
})

test.each(examples('means', 'matches'))('means.tsv: %s', (text, row) => {
  expect(claimsOf(`${text}.`).map((claim) => claim.means)).toEqual([row.means])
})

test.each(examples('source-words', 'matches'))('source-words.tsv: %s', (text, row) => {
  expect(claimsOf(`قتل 12 شخصا في القصف، ${text}.`)[0]?.sources.map(({ type }) => type)).toEqual([row.type])
})

test.each(examples('actor-words', 'matches'))('actor-words.tsv: %s', (text) => {
  expect(claimsOf(`${text}.`)[0]?.actors.length).toBe(1)
})

test.each(examples('speech', 'matches'))('speech.tsv: %s', (text, row) => {
  // Who goes on without a name is known from the sentence before.
  const told = row.kind === 'goes-on' ? `قال الجيش إنه يحقق. و${text}.` : `${text}.`
  expect(claimsOf(told)[0]?.sources.length).toBeGreaterThan(0)
})

describe('the examples of scope.tsv', () => {
  const KEPT_OUT = new Set(['since', 'accumulate', 'average', 'war'])
  test.each(examples('scope', 'matches'))('%s', (text, row) => {
    expect(claimsOf(`${text}.`)[0]?.scope).toBe(KEPT_OUT.has(row.cue ?? '') ? 'cumulative' : 'total')
  })
  test.each(examples('scope', 'not'))('not: %s', (text) => {
    expect(claimsOf(`${text}.`)[0]?.scope).toBe('incident')
  })
})

test.each(examples('settings', 'matches'))('settings.tsv: %s', (text) => {
  expect(claimsOf(`${text}.`)[0]?.status).toBe('civilian')
})

test.each(examples('relevance', 'matches'))('relevance.tsv: no claim of armed violence: %s', (text) => {
  expect(claimsOf(`${text}.`)).toEqual([])
})

describe('the examples of date-patterns.tsv', () => {
  const dated = (text: string): boolean =>
    claimsOf(`قتل 12 شخصا ${text.replace(/^قتل /, '')}.`)[0]?.slots.time?.certainty === 'stated'
  test.each(examples('date-patterns', 'matches').filter(([, row]) => row.meaning !== 'none'))('%s', (text) => {
    expect(dated(text)).toBe(true)
  })
  test.each(examples('date-patterns', 'matches').filter(([, row]) => row.meaning === 'none'))('no day: %s', (text) => {
    expect(dated(text)).toBe(false)
  })
})

test.each(examples('place-types', 'matches'))('place-types.tsv: %s', (text) => {
  expect(claimsOf(`قتل 12 شخصا ${text}.`)[0]?.places.length).toBe(1)
})
