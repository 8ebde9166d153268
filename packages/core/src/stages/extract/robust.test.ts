import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../testing/lexicons.ts'
import { readText } from '../../text/reader.ts'
import { findCores } from './find-cores.ts'
import { viewOf } from './words/view.ts'
import { wordsOf } from './words/words.ts'

const lexicon = loadLexicon('en')
const coresOf = (text: string) => findCores(viewOf(readText(text, 'en', lexicon), wordsOf(lexicon)))

const words = fc.constantFrom(
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
    ')',
  ],
  ...[
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
    'dead',
  ],
  ...[
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
    'e\u0301',
  ],
)

describe('any text', () => {
  test('gives cores whose offsets and tokens lie in the text, the number inside the passage', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join(' ')
        const { tokens } = readText(text, 'en', lexicon)
        for (const core of coresOf(text)) {
          expect(core.start).toBe(tokens[core.first]?.start)
          expect(core.end).toBe(tokens[core.last - 1]?.end)
          expect(core.number.first).toBeGreaterThanOrEqual(core.first)
          expect(core.number.last).toBeLessThanOrEqual(core.last)
          expect(core.confidence).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('never throws on arbitrary characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(Array.isArray(coresOf(`${text} 12 people were killed ${text}`))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('monstrous texts end', () => {
  const MONSTERS: readonly (readonly [name: string, text: string])[] = [
    ['a megabyte of digits', '7'.repeat(1_000_000)],
    ['100,000 nested parentheses', `${'('.repeat(100_000)}12 people were killed${')'.repeat(100_000)}`],
    ['a sentence of 20,000 harm words', 'killed '.repeat(20_000)],
    ['a sentence of 20,000 numbers', '12 people '.repeat(20_000)],
    ['a list of 10,000 items', `killed ${'two men and '.repeat(10_000)}one`],
    ['10,000 subgroups', `12 killed ${'including two children, '.repeat(10_000)}`],
  ]
  test.each(MONSTERS)('%s', (_name, text) => {
    expect(Array.isArray(coresOf(text))).toBe(true)
  })
})
