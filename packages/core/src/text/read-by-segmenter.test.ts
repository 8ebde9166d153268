import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSound } from '../testing/expect-sound.ts'
import { readText } from './reader.ts'

test.each([
  ['ar', 'قُتل خمسة مدنيين في القرية. وجُرح ١٢ آخرون.', 2, 'خمسة', 'X'],
  ['ru', 'В городе погибли 12 человек. Трое ранены.', 2, '12', 'NUM'],
  ['ar', 'قُتل خمسة مدنيين في القرية. وجُرح ١٢ آخرون.', 2, '١٢', 'NUM'],
  [null, '五人死亡。两人受伤。', 2, '死亡', 'X'],
])('reads %s: %s', (language, content, sentences, word, tag) => {
  const text = readText(content, language)
  expectSound(text)
  expect(text.sentences).toHaveLength(sentences)
  expect(text.tokens.find((token) => token.text === word)?.tag).toBe(tag)
})

test('offsets are exact whatever the text and language', () => {
  const languages = fc.constantFrom('ar', 'ru', 'zh', 'tr', null)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), languages, (text, language) => expectSound(readText(text, language))),
  )
})

test('is not slowed down by one long line', () => {
  expect(readText('قتل '.repeat(50_000), 'ar').tokens).toHaveLength(50_000)
})
