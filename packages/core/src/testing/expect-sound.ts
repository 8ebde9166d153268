import { expect } from 'vitest'
import type { ReadText } from '../text/read-text.ts'

/** Everything a reading must hold, whatever the text. */
export const expectSound = (text: ReadText): void => {
  let at = 0
  text.tokens.forEach((token, i) => {
    expect(token.index).toBe(i)
    expect(token.start).toBeGreaterThanOrEqual(at)
    expect(token.end).toBeGreaterThan(token.start)
    expect(text.content.slice(token.start, token.end)).toBe(token.text)
    at = token.end
  })
  let first = 0
  text.sentences.forEach((sentence, i) => {
    expect([sentence.index, sentence.first]).toEqual([i, first])
    expect(sentence.last).toBeGreaterThan(first)
    const tokens = text.tokens.slice(sentence.first, sentence.last)
    expect(tokens.every((token) => token.sentence === i)).toBe(true)
    expect([sentence.start, sentence.end]).toEqual([tokens[0]?.start, tokens[tokens.length - 1]?.end])
    first = sentence.last
  })
  expect(first).toBe(text.tokens.length)
}
