import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import { loadLexicon } from '../../../testing/lexicons.ts'
import { loadPhenomena } from '../../../testing/phenomena.ts'
import { frameOf, TEST_CONTEXT } from '../../../testing/slot-reader.ts'
import { readDocument } from '../reading.ts'
import { eventLexicon } from './event-lexicon.ts'
import { readEvents } from './find-events.ts'
import { mayTellEvents } from './may-tell.ts'

const lexicon = loadLexicon('en')

/** A text for which the quick look says no must tell no event to the long one. */
const expectNothingLost = (content: string): boolean => {
  const frame = frameOf(content)
  const words = allPatterns(eventLexicon(lexicon), piecesOf(frame.text))
  if (mayTellEvents(frame.text, words, lexicon)) return true
  expect(readEvents(readDocument(frame, [], TEST_CONTEXT), words), content).toEqual([])
  return false
}

test('loses no event of the texts that the grammar is tested with', () => {
  const texts = loadPhenomena('en').flatMap(({ lines }) => lines.map(({ text }) => text))
  expect(texts.length).toBeGreaterThan(600)
  const looked = texts.map(expectNothingLost)
  expect(new Set(looked)).toEqual(new Set([true, false]))
})

test('loses no event of sentences made of the words of the lexicons', () => {
  const wordsOf = (table: string): readonly string[] =>
    lexicon.table(table).flatMap((row) => (row.pattern ?? '').split(/[ |]/).map((word) => word.replace(/[?<>]/g, '')))
  const some = (table: string) => fc.constantFrom(...wordsOf(table).filter((word) => word !== ''))
  const small = fc.constantFrom(
    'the',
    'was',
    'were',
    'by',
    'of',
    'in',
    'and',
    ',',
    '.',
    'that',
    'a',
    'which',
    'Sarmuq',
    'on',
    'town',
  )
  const word = fc.oneof(some('event-words'), some('actor-words'), some('attack-words'), some('means'), small, small)
  const told = fc.property(fc.array(word, { minLength: 3, maxLength: 25 }), (words) => {
    expectNothingLost(words.join(' '))
  })
  fc.assert(told, { numRuns: 1500 })
})
