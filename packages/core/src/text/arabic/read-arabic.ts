import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'
import { formOf } from '../form.ts'
import { piecesOf } from '../lines.ts'
import type { ReadText, Tag } from '../read-text.ts'
import { textBuilder } from '../text-builder.ts'
import type { Word } from '../words.ts'
import { foldWord, plainFigures } from './fold-arabic.ts'
import { splitWord, type WordPart } from './split-word.ts'
import { vocabularyOf } from './vocabulary.ts'

const UNSEEN = '\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff'
/** A whole date or a figure with its marks, a word with the marks on and in it, or any other character that is seen. */
const TOKEN = new RegExp(
  `(\\p{Nd}{4}-\\p{Nd}{1,2}-\\p{Nd}{1,2}(?!\\p{Nd})|\\p{Nd}{1,2}([./-])\\p{Nd}{1,2}\\2\\p{Nd}{4}(?!\\p{Nd})|\\p{Nd}+(?:[.,:\\u066b\\u066c\\u060c]\\p{Nd}+)*)` +
    `|(\\p{L}[\\p{L}\\p{M}\\u0640'\\u2019${UNSEEN}]*)|[^\\s${UNSEEN}]`,
  'gu',
)
const TRAILING = new RegExp(`['\\u2019${UNSEEN}]+$`, 'u')
const FULL_STOPS = new Set(['.', '!', '?', '\u061f', '\u2026', '\u06d4'])
const CLOSERS = new Set(['"', '\u201d', '\u00bb', ')', ']', "'", '\u2019'])
const ARABIC = /\p{Script=Arabic}/u

/**
 * Tokens and sentences of an Arabic text. What the script joins to a word ("and", "in", "the", "her") is a token of its own:
 * its offsets are those of its letters, `lower` is folded as names are, without vowel signs, tatweel and marks of direction, and
 * figures are plain. Lines are read one by one; the time grows with the length alone.
 */
export const readArabic = (content: string, lexicon: Lexicon, breaks: readonly number[] = []): ReadText => {
  const part = partsOf(lexicon)
  const builder = textBuilder(content)
  for (const piece of piecesOf(content, breaks))
    builder.add(wordsOf(content.slice(piece.start, piece.end), part), piece.start, piece.paragraph)
  return builder.done()
}

type Part = (letters: string) => readonly WordPart[]

/** An alif with a hamza begins no article. */
const HAMZA = /^[\u0622\u0623\u0625]/

const MOST_WORDS = 50_000

/** Texts use few words again and again. */
const partsOf = compiledFrom((lexicon: Lexicon): Part => {
  const vocabulary = vocabularyOf(lexicon)
  const known = new Map<string, readonly WordPart[]>()
  return (letters) => {
    const before = known.get(letters)
    if (before !== undefined) return before
    const parts = splitWord(letters, vocabulary)
    if (known.size >= MOST_WORDS) known.clear()
    known.set(letters, parts)
    return parts
  }
})

const wordsOf = (line: string, part: Part): readonly Word[] => {
  const found: Word[] = []
  let opens = true
  let ended = false
  for (const match of line.matchAll(TOKEN)) {
    const text = match[3] === undefined ? match[0] : match[0].replace(TRAILING, '')
    const start = match.index
    const end = start + text.length
    if (ended && !CLOSERS.has(text) && !FULL_STOPS.has(text)) {
      opens = true
      ended = false
    }
    if (match[1] !== undefined) found.push(wordOf(text, start, 'NUM', opens, plainFigures(text)))
    else if (match[3] === undefined) found.push(wordOf(text, start, 'PUNCT', opens, text))
    else pushParts(found, text, start, opens, part)
    opens = false
    if (FULL_STOPS.has(text)) ended = endsSentence(line, found, end)
  }
  return found
}

/** A full stop ends a sentence unless it follows a letter that stands alone ("د. أحمد") or a Latin initial joins on. */
const endsSentence = (line: string, words: readonly Word[], end: number): boolean => {
  const before = words[words.length - 2]
  if (line.charAt(end - 1) !== '.') return true
  if (before !== undefined && before.end === end - 1 && before.end - before.start === 1 && before.tag !== 'PUNCT')
    return before.tag === 'NUM'
  const next = line.charAt(end)
  return next === '' || /\s/.test(next) || CLOSERS.has(next) || ARABIC.test(next)
}

const pushParts = (words: Word[], text: string, start: number, opens: boolean, part: Part): void => {
  const folded = foldWord(text)
  const parts = ARABIC.test(text) && folded.letters !== '' ? part(folded.letters) : []
  if (parts.length < 2 || (parts[0]?.tag === 'DET' && HAMZA.test(text))) {
    const only = parts.length === 1 ? parts[0] : undefined
    const letters = only?.letters ?? (folded.letters || text.toLowerCase())
    words.push(wordOf(text, start, only?.tag ?? 'X', opens, letters))
    return
  }
  let at = 0
  let begin = 0
  parts.forEach(({ letters, tag, width }, i) => {
    at += width
    // A ligature may hold the end of one part and the beginning of the next: it goes to the next.
    const end = i === parts.length - 1 ? text.length : folded.at(at)
    if (end > begin) words.push(wordOf(text.slice(begin, end), start + begin, tag, opens && i === 0, letters))
    begin = Math.max(begin, end)
  })
}

const wordOf = (written: string, start: number, tag: Tag, opens: boolean, letters: string): Word => ({
  start,
  end: start + written.length,
  tag,
  opens,
  form: formOf(letters),
  written,
})
