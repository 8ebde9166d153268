import { type FoldedLine, foldLine } from './fold-line.ts'
import type { Tag } from './read-text.ts'
import { tagLine } from './tagger.ts'

/** A word of a line, in offsets of the line. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly tag: Tag
  /** Whether the tagger begins a sentence with it. */
  readonly opens: boolean
}

/**
 * The tagged words of a line, so that every character that is not white space belongs to one. Offsets are found by
 * searching forward for each word's own characters: summing the spaces before words goes wrong on odd characters.
 */
export const wordsOf = (line: string): readonly Word[] => {
  const folded = foldLine(line)
  const { words, tags, sentenceStarts } = tagLine(folded.text)
  const found: Word[] = []
  let at = 0
  let sentence = 0
  words.forEach((word, i) => {
    const opens = sentenceStarts[sentence] === i
    if (opens) sentence++
    const start = find(folded.text, word, at)
    if (start < 0) return
    if (start > at + 1 || folded.text !== line) pushGap(found, line, folded, at, start)
    at = start + word.length
    pushWord(found, folded, start, at, tags[i] ?? 'X', opens)
  })
  pushGap(found, line, folded, at, folded.text.length)
  return found
}

/** Where a word begins: at the next character that is no space, or, where the tagger dropped something, a little later. */
const find = (text: string, word: string, from: number): number => {
  let at = from
  while (text.charCodeAt(at) === 32) at++
  if (word === '' || text.startsWith(word, at)) return word === '' ? -1 : at
  const near = text.slice(at, at + word.length + 32).indexOf(word)
  return near < 0 ? -1 : at + near
}

const APOSTROPHE = 39

const pushWord = (words: Word[], folded: FoldedLine, start: number, end: number, tag: Tag, opens: boolean): void => {
  const { text } = folded
  const possessive =
    end - start > 2 && tag !== 'PART' && text.charCodeAt(end - 2) === APOSTROPHE && /[sS]/.test(text.charAt(end - 1))
  const split = possessive ? end - 2 : end
  words.push({ start: folded.at(start), end: folded.at(split - 1) + 1, tag, opens })
  if (possessive) words.push({ start: folded.at(split), end: folded.at(end - 1) + 1, tag: 'PART', opens: false })
}

/** What the tagger was not given or did not give back becomes words of its own, so that nothing is lost. */
const pushGap = (words: Word[], line: string, folded: FoldedLine, from: number, to: number): void => {
  if (from >= to) return
  const start = words[words.length - 1]?.end ?? 0
  const end = to >= folded.text.length ? line.length : folded.at(to)
  for (const match of line.slice(start, end).matchAll(/\S+/g)) {
    if (foldLine(match[0]).text === '') continue
    words.push({ start: start + match.index, end: start + match.index + match[0].length, tag: 'X', opens: false })
  }
}
