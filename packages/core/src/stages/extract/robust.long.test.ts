import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeGazetteer } from '../../gazetteer/make-gazetteer.ts'
import type { DocumentId } from '../../model/document.ts'
import type { Day } from '../../model/time-range.ts'
import type { Context } from '../../pipeline/stage.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { readText } from '../../text/reader.ts'
import { extractClaims } from './extract-claims.ts'

/** Runs of all properties together. */
const RUNS = { words: 150_000, characters: 50_000, patched: 20_000 }

const lexicon = loadLexicon('en')
const context: Context = {
  today: '2024-03-13' as Day,
  lexicons: new Map([['en', lexicon]]),
  gazetteer: makeGazetteer('none', []),
}
const MAKER = { by: 'fuzz', version: '0' }

const claimsOf = (content: string) => {
  const text = readText(content, 'en', lexicon)
  const frame = { text, zones: [], published: '2024-03-13' as Day, outlet: null }
  return extractClaims('fuzz' as DocumentId, frame, lexicon, context, MAKER)
}

/** Every span of every claim slices words of the text; a number inside its passage, bounds in order, confidences between 0 and 1. */
const check = (content: string): void => {
  for (const claim of claimsOf(content)) {
    const slice = content.slice(claim.start, claim.end)
    const told = `${JSON.stringify(content)}: ${JSON.stringify(claim)}`
    if (slice !== claim.quote || slice.trim() !== slice || slice === '') throw new Error(`passage: ${told}`)
    for (const { start, end, text } of [...claim.places, ...claim.actors, ...claim.sources])
      if (content.slice(start, end) !== text) throw new Error(`mention: ${told}`)
    if (splitsPair(content, claim.start) || splitsPair(content, claim.end)) throw new Error(`half a character: ${told}`)
    if (claim.confidence <= 0 || claim.confidence > 1) throw new Error(`confidence: ${told}`)
    if (!('count' in claim)) continue
    const { low, high } = claim.count
    if (low !== null && high !== null && low > high) throw new Error(`bounds: ${told}`)
  }
}

/** Whether an offset falls between the two halves of a character outside the basic plane. */
const splitsPair = (content: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(content[at] ?? '') && /[\uD800-\uDBFF]/.test(content[at - 1] ?? '')

const PIECES = [
  ...[
    'killed',
    'were',
    'at least',
    '12',
    'two',
    'people',
    'and',
    ',',
    'including',
    'six',
    'of',
    'whom',
    'children',
    '(',
  ],
  ...[
    ')',
    'wounded',
    'a',
    'the',
    'family',
    'his',
    'wife',
    'each',
    'in',
    'Lomeq',
    '.',
    '\n',
    '"',
    'to',
    'between',
    '1,300',
  ],
  ...[
    'dead',
    'among',
    'them',
    'toll',
    'million',
    '-',
    'no',
    'one',
    'half',
    'more',
    'than',
    'é',
    'قتيلان',
    '👩‍👧',
    '\r\n',
  ],
  ...[
    'e\u0301',
    'not',
    'who',
    'she',
    'said',
    'on Monday',
    'since March',
    'army',
    'rebels',
    'shelled',
    'captured',
    'fled',
  ],
  ...[
    'missing',
    'lost',
    '\u200f',
    '\u00a0',
    '2016',
    'Arun Veld',
    '’s',
    'so-called',
    'up',
    'both',
    'another',
    '12-year-old',
  ],
]
const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(' '))
const glued = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join(''))
const characters = fc.string({ unit: 'binary', maxLength: 24 })
const graphemes = fc.string({ unit: 'grapheme', maxLength: 24 })

describe('any text gives claims whose offsets slice their words, and never throws', () => {
  test(`${RUNS.words} strings of words`, () => {
    fc.assert(fc.property(fc.oneof({ weight: 4, arbitrary: words }, glued), check), { numRuns: RUNS.words })
  })

  test(`${RUNS.characters} strings of characters`, () => {
    fc.assert(fc.property(fc.oneof(characters, graphemes), check), { numRuns: RUNS.characters })
  })

  test(`${RUNS.patched} reports with characters thrown in`, () => {
    const told =
      'At least 12 people, including two children, were killed and 30 wounded in Lomeq on Monday, medics said.'
    const spot = fc.integer({ min: 0, max: told.length })
    const patch = fc.tuple(spot, fc.oneof(graphemes, glued))
    fc.assert(
      fc.property(patch, ([at, noise]) => check(`${told.slice(0, at)}${noise}${told.slice(at)}`)),
      { numRuns: RUNS.patched },
    )
  })
})

describe('time grows with the text, not faster', () => {
  const GROWING: readonly (readonly [name: string, of: (n: number) => string])[] = [
    ['digits', (n) => '7'.repeat(n)],
    ['parentheses', (n) => `${'('.repeat(n / 2)}12 people were killed${')'.repeat(n / 2)}`],
    ['harm words', (n) => 'killed '.repeat(n / 7)],
    ['numbers', (n) => '12 people '.repeat(n / 10)],
    ['a list', (n) => `killed ${'two men and '.repeat(n / 12)}one`],
    ['subgroups', (n) => `12 killed ${'including two children, '.repeat(n / 24)}`],
    ['verbs that share an auxiliary', (n) => `12 men were ${'tied up and '.repeat(n / 12)}shot`],
    ['quotes', (n) => `${'"12 people were killed, '.repeat(n / 24)}"`],
    ['names', (n) => `Arun ${'Veld '.repeat(n / 5)}killed 12 people`],
    ['sentences', (n) => 'Twelve people were killed in Lomeq on Monday, medics said. '.repeat(n / 60)],
  ]

  // A clock is no judge: a text so long that took time by its square would not end in time.
  test.each(GROWING)('a megabyte of %s ends', (_name, of) => {
    expect(Array.isArray(claimsOf(of(1_000_000)))).toBe(true)
  })
})
