import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../testing/lexicons.ts'
import { readText } from '../../../text/reader.ts'
import { wordFact } from '../../../text/word-fact.ts'
import { matchPhrase, phraseBook, spellingsOf } from './phrase-book.ts'

const lexicon = loadLexicon('en')
const digits = wordFact(({ lower }) => /^\d+$/.test(lower))

/** What a phrase gives at the first word of a text: its value and how many words it took. */
const firstOf = (phrases: readonly (readonly [string, string])[], text: string): readonly [string, number] | null => {
  const { tokens } = readText(text, 'en', lexicon)
  const match = matchPhrase(phraseBook(phrases, { number: digits }), tokens, 0, tokens.length)
  return match === null ? null : [match.value, match.length]
}

describe('a book of phrases', () => {
  it('takes the longest phrase, and of two equal ones the first', () => {
    const phrases = [
      ['in', 'a'],
      ['in the town', 'b'],
      ['in the town', 'c'],
    ] as const
    expect(firstOf(phrases, 'In the town it rained')).toEqual(['b', 3])
    expect(firstOf(phrases, 'In a town it rained')).toEqual(['a', 1])
  })

  it('reads alternatives and optional words', () => {
    expect(spellingsOf('in the? film|book')).toEqual(['in the film', 'in the book', 'in film', 'in book'])
    expect(firstOf([['over|in the? war', 'x']], 'in war')).toEqual(['x', 2])
  })

  it('finds a word with a hyphen however it is cut', () => {
    expect(firstOf([['cease-fire', 'x']], 'cease-fire')).toEqual(['x', 3])
    expect(firstOf([['cross-fire', 'x']], 'cross-fire')).toEqual(['x', 1])
  })

  it('reads a class of words', () => {
    expect(firstOf([['over the <number> years', 'x']], 'over the 12 years')).toEqual(['x', 4])
    expect(firstOf([['over the <number> years', 'x']], 'over the long years')).toBeNull()
  })

  it('refuses a class that it does not know, and a phrase that begins with one', () => {
    expect(() => phraseBook([['over <colour>', 'x']])).toThrow('"over <colour>" has no class <colour>')
    expect(() => phraseBook([['<number> years', 'x']], { number: digits })).toThrow('begins with no word of its own')
  })
})
