import { PASSED_OVER, runMachine } from './machine.ts'
import type { Tag } from './read-text.ts'
import { type WinkWord, type WinkWords, winkWords } from './wink-words.ts'

/** A line as the tagger reads it: its words with their places and tags, and which of them begin sentences. */
export interface TaggedLine {
  readonly words: readonly WinkWord[]
  /** Where each word begins in the line. */
  readonly starts: readonly number[]
  readonly tags: readonly Tag[]
  /** 1 for each word that begins a sentence; may be longer than the words. */
  readonly opens: Uint8Array
  /** Whether the words hold every character but spaces. */
  readonly whole: boolean
}

const SPACE = 32
const FULL_STOP = 46

/**
 * Tags one line of English, whose only white space is plain spaces, as wink-nlp tags it: with its tokenizer and model,
 * which are asked only once for what stands between two spaces, and its machines, compiled. How a stretch is cut depends on the
 * stretch alone, so that the same words always read the same.
 */
export const tagLine = (line: string): TaggedLine => {
  const known = winkWords()
  const words: WinkWord[] = []
  const starts: number[] = []
  let whole = true
  for (let at = 0; at < line.length; ) {
    let end = at
    let hash = 0
    let code = codeAt(line, at)
    for (; isLetter(code); code = codeAt(line, ++end)) hash = (Math.imul(hash, 31) + code) | 0
    if (end - at > 1) {
      const mark = code === SPACE || codeAt(line, end + 1) !== SPACE ? undefined : known.mark(code)
      if (code === SPACE || mark !== undefined) {
        const { word, contracted, shortened } = known.plain(line, at, end, hash)
        if (mark === undefined ? !contracted : code !== FULL_STOP || !shortened) {
          words.push(word)
          starts.push(at)
          at = end + 1
          if (mark === undefined) continue
          words.push(mark)
          starts.push(end)
          at++
          continue
        }
      }
    }
    for (; code !== SPACE; code = codeAt(line, ++end)) hash = (Math.imul(hash, 31) + code) | 0
    if (end > at) {
      const stretch = known.cut(line, at, end, hash)
      whole &&= stretch.whole
      for (let i = 0; i < stretch.words.length; i++) {
        const word = stretch.words[i]
        if (word === undefined) break
        words.push(word)
        starts.push(at + (stretch.starts[i] ?? 0))
      }
    }
    at = end + 1
  }
  return { words, starts, tags: tagsOf(known, words), opens: sentencesOf(known, line, words, starts), whole }
}

const codeAt = (line: string, at: number): number => (at < line.length ? line.charCodeAt(at) : SPACE)

const isLetter = (code: number): boolean => {
  const lower = code | 32
  return lower >= 97 && lower <= 122
}

let buffer = new Int32Array(1024)

/** Room for the symbols of a line; one line is read at a time. */
const scratch = (length: number): Int32Array => {
  if (buffer.length < length) buffer = new Int32Array(2 * length)
  return buffer
}

const sentencesOf = (
  known: WinkWords,
  line: string,
  words: readonly WinkWord[],
  starts: readonly number[],
): Uint8Array => {
  const { length } = words
  const symbols = scratch(length)
  for (let i = 0; i < length; i++) {
    const afterSpace = line.charCodeAt((starts[i] ?? 0) - 1) === SPACE
    symbols[i] = (afterSpace ? words[i]?.spaced : words[i]?.unspaced) ?? 0
  }
  const opens = new Uint8Array(length + 1)
  opens[0] = 1
  runMachine(known.model.sentences, symbols, length, (at) => {
    if (at < length) opens[at + 1] = 1
  })
  return opens
}

const tagsOf = ({ model, columnsOfTags, tagNames }: WinkWords, words: readonly WinkWord[]): readonly Tag[] => {
  const { length } = words
  const symbols = scratch(length)
  const tags = new Uint8Array(length)
  for (let i = 0; i < length; i++) tags[i] = words[i]?.tag ?? 0
  const changes: number[] = []
  for (const pass of PASSES) {
    const columns = columnsOfTags[pass]
    for (let i = 0; i < length; i++) {
      const column = columns[tags[i] ?? 0] ?? 0
      const own = (pass === 0 ? words[i]?.first : words[i]?.second) ?? -1
      symbols[i] = own < 0 || column === PASSED_OVER ? column : own
    }
    changes.length = 0
    runMachine(model.taggers[pass], symbols, length, (at, says) => changes.push(at, says))
    for (let k = 0; k < changes.length; k += 2) change(words, tags, changes[k] ?? 0, changes[k + 1] ?? 0)
  }
  const names: Tag[] = []
  for (let i = 0; i < length; i++) {
    const word = words[i]
    names.push(tagNames[word?.fixed === true ? word.tag : (tags[i] ?? 0)] ?? 'X')
  }
  return names
}

const PASSES = [0, 1] as const

/** A negative number is a tag that a word gets for certain; a positive one it gets if it can have it. */
const change = (words: readonly WinkWord[], tags: Uint8Array, at: number, says: number): void => {
  const word = words[at]
  if (word === undefined) return
  if (says < 0) tags[at] = -says
  else if ((word.possible & (1 << says)) !== 0) tags[at] = says
}
