import { describe, expect, it } from 'vitest'
import { readEnglish } from '../text/read-english.ts'
import { type Classify, compilePatterns, findPatterns } from './patterns.ts'
import { piecesOf } from './pieces.ts'

const classify: Classify = (word) => (/^\d+$/.test(word) ? [{ name: 'number', value: word }] : undefined)

const matches = (patterns: readonly string[], text: string): readonly string[] => {
  const read = readEnglish(text)
  const set = compilePatterns(
    patterns.map((pattern) => [pattern, pattern] as const),
    classify,
  )
  return findPatterns(set, piecesOf(read)).map(({ first, last }) =>
    text.slice(read.tokens[first]?.start, read.tokens[last - 1]?.end),
  )
}

describe('patterns', () => {
  it.each([
    ['hyphens do not matter', ['air strike|strikes'], 'An air-strike and air strikes.', ['air-strike', 'air strikes']],
    ['the longest wins', ['car', 'car bomb'], 'A car bomb.', ['car bomb']],
    [
      'optional parts',
      ['the? last <number>? days'],
      'In the last 12 days, last days.',
      ['the last 12 days', 'last days'],
    ],
    ['capitals are asked for where the pattern has them', ['US'], 'They told us of the US.', ['US']],
    ['a possessive that lost its apostrophe', ['orvane jets'], 'Orvanes jets came.', ['Orvanes jets']],
    ['a word inside a compound is no match', ['government'], 'A pro-government crowd.', []],
  ])('%s', (_, patterns, text, expected) => {
    expect(matches(patterns, text)).toEqual(expected)
  })

  it('refuses a pattern of nothing but optional parts', () => {
    expect(() => compilePatterns([['a? b?', 1]])).toThrow(/matches nothing/)
  })
})
