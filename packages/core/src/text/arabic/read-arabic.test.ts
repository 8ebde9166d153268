import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectSound } from '../../testing/expect-sound.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { PIECE_LENGTH } from '../lines.ts'
import { readArabic } from './read-arabic.ts'

const lexicon = loadLexicon('ar')
const lowers = (content: string): string[] => readArabic(content, lexicon).tokens.map((token) => token.lower)
const texts = (content: string): string[] => readArabic(content, lexicon).tokens.map((token) => token.text)

describe('words', () => {
  test.each([
    ['وقتل', ['و', 'قتل']],
    ['والجرحى', ['و', 'ال', 'جرحي']],
    ['للنازحين', ['ل', 'ال', 'نازحين']],
    ['بمقتل', ['ب', 'مقتل']],
    ['بالرصاص', ['ب', 'ال', 'رصاص']],
    ['وبالرصاص', ['و', 'ب', 'ال', 'رصاص']],
    ['أطفالها', ['اطفال', 'ها']],
    ['زوجته', ['زوجه', 'ه']],
    ['وفاة', ['وفاه']],
    ['بينهم', ['بينهم']],
    ['وادي', ['وادي']],
    ['الفان', ['الفان']],
    ['ألمانيا', ['المانيا']],
    ['و12', ['و', '12']],
    ['الـ12', ['ال', '12']],
    ['١٬٢٠٠', ['1,200']],
    ['۱۴', ['14']],
    ['١٫٥', ['1.5']],
    ['5/3/2024', ['5/3/2024']],
    ['2024-03-05', ['2024-03-05']],
    ['10-12', ['10', '-', '12']],
  ])('%s', (content, expected) => {
    expect(lowers(content)).toEqual(expected)
  })

  test.each([
    ['وَقُتِلَ', ['وَ', 'قُتِلَ']],
    ['وقتـــل', ['و', 'قتـــل']],
    ['لِلنَّازِحِين', ['لِ', 'ل', 'نَّازِحِين']],
    ['\u200fوقتل\u200e 12', ['و', 'قتل', '12']],
    ['ﻭﻗﺘﻞ', ['ﻭ', 'ﻗﺘﻞ']],
  ])('the letters of %s stay where they are', (content, expected) => {
    expect(texts(content).map((text) => text.normalize('NFC'))).toEqual(expected.map((text) => text.normalize('NFC')))
  })

  test.each(['قتل', 'قُتِلَ', 'قتـــل', 'ﻗﺘﻞ', 'قت\u200dل'])('%s is one word to rules', (written) => {
    expect(lowers(written)).toEqual(['قتل'])
  })
})

test.each([
  ['قتل خمسة. وجرح ستة.', 2],
  ['قتل خمسة! هل جرح أحد؟ لا.', 3],
  ['قال د. أحمد إن خمسة قتلوا.', 1],
  ['سقطت على بعد 3.5 كم. وجرح ستة.', 2],
  ['قال: "قتل خمسة." وجرح ستة.', 2],
  ['قتل خمسة.وجرح ستة.', 2],
  ['قتل خمسة\nوجرح ستة', 2],
  ['', 0],
])('sentences of %j', (content, count) => {
  expect(readArabic(content, lexicon).sentences).toHaveLength(count)
})

describe('whatever the text', () => {
  const scraps = fc.constantFrom(
    ...[
      'قتل',
      'وقُتِلَ',
      'الجرحى',
      'للنازحين',
      'ـــ',
      'ﻷ',
      'ﷲ',
      'ﻭﺍﻷﻃﻔﺎﻝ',
      '١٢',
      '۱۲',
      '12',
      '1,200',
      '٪',
      '،',
      '؟',
      '.',
      '…',
      ' ',
    ],
    ...[
      '\n',
      '\u200f',
      '\u200e',
      '\u202b',
      '\u2067',
      '\u064b',
      '\u0301',
      'killed',
      "al-Noor's",
      '👩‍👩‍👧',
      '\ud83d',
      'کشته',
      'کوژران',
      'ۆ',
      '"',
      '(',
      '\r\n',
      '-',
    ],
  )
  const any = fc.oneof(
    fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )

  test('tokens lie in order within it, and slice to their text', () => {
    fc.assert(
      fc.property(any, (content) => {
        const text = readArabic(content, lexicon)
        expectSound(text)
        for (const token of text.tokens) expect(content.slice(token.start, token.end)).toBe(token.text)
      }),
      { numRuns: 1500 },
    )
  })

  test.each([
    ['a million figures', '٧'.repeat(1_000_000)],
    ['a word of a million letters', 'ق'.repeat(1_000_000)],
    ['a long line of words', 'وقتل شخصان في القصف. '.repeat(25_000)],
    ['nothing but vowel signs', '\u064e'.repeat(200_000)],
    ['nothing but marks of direction', '\u200f'.repeat(200_000)],
    ['figures with commas', '١٬٢٠٠٬'.repeat(100_000)],
  ])('reads %s', (_name, content) => {
    const { tokens } = readArabic(content, lexicon)
    expect(tokens.every((token) => token.end - token.start <= PIECE_LENGTH)).toBe(true)
  })
})
