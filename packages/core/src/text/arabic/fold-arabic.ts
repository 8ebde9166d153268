import { foldName } from '../../gazetteer/fold-name.ts'

/** A word as rules compare it, with the place in the word, as it is written, of each of its letters. */
export interface FoldedWord {
  readonly letters: string
  /** Offset in the written word of the character that a letter of `letters` comes from. */
  at(index: number): number
}

const known = new Map<string, string>()

/** One character without what writers vary freely: vowel signs and tatweel are nothing, forms of alif and ya are one. */
const foldCharacter = (character: string): string => {
  const before = known.get(character)
  if (before !== undefined) return before
  const folded = foldName(character).replaceAll(' ', '')
  known.set(character, folded)
  return folded
}

/** Folds one written word by the rules that names of the gazetteer are folded by; `letters` may be empty. */
export const foldWord = (word: string): FoldedWord => {
  let letters = ''
  const places: number[] = []
  let at = 0
  for (const character of word) {
    const folded = foldCharacter(character)
    for (let i = 0; i < folded.length; i++) places.push(at)
    letters += folded
    at += character.length
  }
  return { letters, at: (index) => places[index] ?? word.length }
}

const ZEROS = [0x660, 0x6f0]

/** Figures of the Arabic and the Persian set as plain ones, their marks of decimals and thousands too. */
export const plainFigures = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u066b\u066c\u060c]/g, (c) => {
    const code = c.charCodeAt(0)
    if (c === '\u066b') return '.'
    if (c === '\u066c' || c === '\u060c') return ','
    const zero = ZEROS.find((first) => code >= first && code < first + 10) ?? code
    return String(code - zero)
  })
