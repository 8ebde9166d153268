import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../../testing/lexicons.ts'
import { claimsOfLine } from '../../../testing/run-phenomena.ts'

const lexicon = loadLexicon('ar')
const claimsOf = (text: string) =>
  claimsOfLine(
    { file: '', text, claims: [], aboutEvents: false, notation: '', published: '2024-03-13', about: '' },
    lexicon,
  )

const words = fc.constantFrom(
  ...[
    'قتل',
    'وقُتل',
    'مقتل',
    'إصابة',
    'وأصيب',
    'قتيلا',
    'وجريحان',
    'القتلى',
    'حصيلة',
    'إلى',
    'بلغ',
    'عدد',
    'لم',
    'دون',
    'أحد',
    'نفى',
  ],
  ...[
    '12',
    '٣٠',
    '۱۴',
    'خمسة',
    'وعشرون',
    'ألفا',
    'مليون',
    'عشرات',
    'بين',
    'من',
    'أو',
    '-',
    'نصف',
    'على الأقل',
    'أكثر من',
    'ما لا يقل عن',
  ],
  ...[
    'شخصا',
    'أطفال',
    'وامرأة',
    'رجل',
    'زوجته',
    'الثلاثة',
    'آخرون',
    'عائلة',
    'منزلا',
    'بينهم',
    'معظمهم',
    'منهم',
    'جميعهم',
    '،',
    '.',
    ':',
    '\n',
  ],
  ...[
    'في',
    'بلدة',
    'سرموق',
    'وواشيرة',
    'بسرموق',
    'شمالي',
    'كل من',
    'قصف',
    'غارة',
    'الجيش',
    'لقوات',
    'قال',
    'بحسب',
    'الدفاع المدني',
    'نقلت',
    'عن',
  ],
  ...[
    'الثلاثاء',
    'أمس',
    'منذ',
    'كانون',
    'الثاني',
    '2024',
    'قد',
    'سينزح',
    'الذي',
    '\u200f',
    '\u202b',
    'ﻗﺘﻞ',
    'کشته شدند',
    'کوژران',
    'killed',
    '👩‍👧',
    '\u064b',
  ],
)

describe('any text', () => {
  test('gives claims whose offsets slice the words they quote, whose groups and sums are of the text', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 50 }), fc.constantFrom(' ', ' ', ''), (parts, gap) => {
        const text = parts.join(gap)
        const claims = claimsOf(text)
        for (const claim of claims) {
          expect(claim.quote).toBe(text.slice(claim.start, claim.end))
          expect(claim.end).toBeGreaterThan(claim.start)
          expect(claim.confidence).toBeGreaterThan(0)
          for (const mention of [...claim.places, ...claim.actors, ...claim.sources])
            expect(text.slice(mention.start, mention.end)).toBe(mention.text)
        }
        expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length)
      }),
      { numRuns: 1500 },
    )
  })

  test('never throws on arbitrary characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(Array.isArray(claimsOf(`${text} قتل 12 شخصا ${text}`))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('monstrous texts end', () => {
  const MONSTERS: readonly (readonly [name: string, text: string])[] = [
    ['a megabyte of figures', '٧'.repeat(1_000_000)],
    ['100,000 nested parentheses', `${'('.repeat(100_000)}قتل 12 شخصا${')'.repeat(100_000)}`],
    ['a sentence of 10,000 words of harm', 'قتل '.repeat(10_000)],
    ['a sentence of 10,000 numbers', '12 شخصا '.repeat(10_000)],
    ['a list of 5,000 items', `قتل ${'رجلان و'.repeat(5_000)}امرأة`],
    ['5,000 shares', `قتل 12 شخصا ${'بينهم طفلان، '.repeat(5_000)}`],
    ['5,000 places', `قتل 12 شخصا في ${'سرموق و'.repeat(5_000)}لومق`],
    ['5,000 sayings', 'قال الجيش إن 12 شخصا قتلوا. '.repeat(5_000)],
  ]
  test.each(MONSTERS)('%s', (_name, text) => {
    expect(Array.isArray(claimsOf(text))).toBe(true)
  })
})
