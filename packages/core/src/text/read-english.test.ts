import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectSound } from '../testing/expect-sound.ts'
import { loadLexicon } from '../testing/lexicons.ts'
import { PIECE_LENGTH } from './lines.ts'
import { readEnglish } from './read-english.ts'

const lexicon = loadLexicon('en')
const sentencesOf = (content: string): string[] => {
  const text = readEnglish(content, lexicon)
  return text.sentences.map((s) => content.slice(s.start, s.end))
}
const wordsOf = (content: string): string[] => readEnglish(content, lexicon).tokens.map((t) => t.text)

const UNSEEN_OR_SPACE = /[\s\u0085\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

describe('sentences', () => {
  test.each([
    [
      'The attack was led by Maj. Gen. John Hale. Two died.',
      ['The attack was led by Maj. Gen. John Hale.', 'Two died.'],
    ],
    ['"We heard it," he said . "Then nothing."', ['"We heard it," he said .', '"Then nothing."']],
    ['He paused ... then said five died. Two fled.', ['He paused ... then said five died.', 'Two fled.']],
    ['"It is over." he said. Next came two.', ['"It is over." he said.', 'Next came two.']],
    ['“Who did it?” she asked. “We know.”', ['“Who did it?” she asked.', '“We know.”']],
    ['They left. (Two stayed.) One came back.', ['They left.', '(Two stayed.)', 'One came back.']],
    ['Five died.The rest fled.', ['Five died.', 'The rest fled.']],
    ['Five died.” Two fled.', ['Five died.”', 'Two fled.']],
    ['It fell 3.5 km away. No. 5 was hit.', ['It fell 3.5 km away.', 'No. 5 was hit.']],
    ['Five died\nTwo fled', ['Five died', 'Two fled']],
    ['Five died\r\n\r\nTwo fled\rOne left', ['Five died', 'Two fled', 'One left']],
    ['It stood on example.org first. Two died.', ['It stood on example.org first.', 'Two died.']],
    ['Two died. ***', ['Two died. ***']],
    ['', []],
    [' \n\t\n', []],
  ])('%j', (content, expected) => {
    expect(sentencesOf(content)).toEqual(expected)
  })

  for (const row of lexicon.table('abbreviations')) {
    test(`${row.word} as its example says`, () => {
      expect(sentencesOf(row.matches ?? '')).toEqual([row.matches])
      if (row.not) expect(sentencesOf(row.not)).toHaveLength(2)
    })
  }

  test('count the lines they stand in', () => {
    const text = readEnglish('One. Two.\n\n\nThree.')
    expect(text.sentences.map((s) => s.paragraph)).toEqual([0, 0, 1])
  })
})

describe('words', () => {
  test('an abbreviation holds its full stop', () => {
    expect(wordsOf('Maj. Hale and Lt. Col. Reed fell.')).toEqual([
      'Maj.',
      'Hale',
      'and',
      'Lt.',
      'Col.',
      'Reed',
      'fell',
      '.',
    ])
  })

  test('unseen characters and typographic apostrophes do not hide a word', () => {
    const text = readEnglish('Two were wou\u00adnded, the army\u200b’s spokes\u200dman didn’t say.')
    expect(text.tokens.map((t) => t.lower)).toEqual([
      'two',
      'were',
      'wounded',
      ',',
      'the',
      'army',
      "'s",
      'spokesman',
      'did',
      "n't",
      'say',
      '.',
    ])
    expectSound(text)
  })

  test('the same line reads the same, whatever was read before', () => {
    const line = "The country's Zarqun district and the world's Qarhis, in 1,234 homes' ruins (Zarqun's)."
    // What rules have come to know of a word is kept on its form, and is no part of the reading.
    const read = () => JSON.stringify(readEnglish(line), (key, value) => (key === 'form' ? undefined : value))
    const before = read()
    readEnglish(`the country's the world's ${"Zarqun Qarhis \"Zarqun's\" country's world's homes' ".repeat(50)}`)
    expect(read()).toBe(before)
  })
})

describe('whatever the text', () => {
  const scraps = fc.constantFrom(
    'killed',
    'The',
    'al-Noor',
    '12',
    '1,200',
    'Maj.',
    'U.S.',
    '...',
    '…',
    '"',
    '“',
    '”',
    "'s",
    '’s',
    '(',
    ')',
    '.',
    '. ',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\u200d',
    '\u00ad',
    '\ufeff',
    'e\u0301',
    '👩‍👩‍👧',
    '\ud83d',
    'قتل',
    'خمسة',
    'убиты',
    '死亡',
    'http://a.b/c?d=e',
    '---',
    'don’t',
    'İ',
  )
  const texts = fc.oneof(
    fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )

  test('offsets are exact, sentences cover the tokens, and nothing that can be seen is lost', () => {
    fc.assert(
      fc.property(texts, (content) => {
        const text = readEnglish(content, lexicon)
        expectSound(text)
        const seen = (s: string): string => s.replace(UNSEEN_OR_SPACE, '')
        expect(seen(text.tokens.map((t) => t.text).join(''))).toBe(seen(content))
      }),
      { numRuns: 600 },
    )
  })

  test.each([
    ['a million digits', '7'.repeat(1_000_000)],
    ['a long line of words', 'Shells fell on the town and two people died. '.repeat(25_000)],
    ['a long line with no full stop', 'shells fell '.repeat(80_000)],
    ['nothing but quotes', '"'.repeat(200_000)],
    ['nothing but emoji', '😀'.repeat(200_000)],
    ['nothing but combining marks', '\u0301'.repeat(200_000)],
    ['numbers with commas', '1,234,567 '.repeat(50_000)],
    ['blank lines', '\n \r\n'.repeat(300_000)],
  ])('reads %s', (_name, content) => {
    const text = readEnglish(content, lexicon)
    expect(text.tokens.every((token) => token.end - token.start <= PIECE_LENGTH)).toBe(true)
    expect(text.tokens.every((t, i) => t.start >= (text.tokens[i - 1]?.end ?? 0))).toBe(true)
  })
})

test.each([
  ['Seven died in Tell Aswaf.', 'Tell', 'PROPN'],
  ['They were sent by Said Omar.', 'Said', 'PROPN'],
  ['Army Hits Ostan and Kills Omar Tarsk', 'Kills', 'VERB'],
  ['Come and tell Omar of it.', 'tell', 'VERB'],
  ['“Come in,” Said replied. And Tell went.', 'Tell', 'VERB'],
])('in %j, %s is a %s: what begins a name is no verb', (content, word, tag) => {
  expect(readEnglish(content, lexicon).tokens.find(({ text }) => text === word)?.tag).toBe(tag)
})
