import { PASSED_OVER, runMachine } from './machine.ts'
import type { Tag } from './read-text.ts'
import { type WinkWord, winkWords } from './wink-words.ts'

/** A line as the tagger reads it: its words with their places and tags, and which of them begin sentences. */
export interface TaggedLine {
  readonly words: readonly WinkWord[]
  /** Where each word's stretch begins in the line. */
  readonly offsets: readonly number[]
  readonly tags: readonly Tag[]
  /** 1 for each word that begins a sentence; may be longer than the words. */
  readonly opens: Uint8Array
  /** Whether the words hold every character but spaces. */
  readonly whole: boolean
}

const SPACE = 32

/**
 * Tags one line of English, whose only white space is plain spaces, as wink-nlp tags it: with its tokenizer and model,
 * which are asked only once for what stands between two spaces, and its machines, compiled. How a stretch is cut depends on the
 * stretch alone, so that the same words always read the same.
 */
export const tagLine = (line: string): TaggedLine => {
  const known = winkWords()
  const words: WinkWord[] = []
  const offsets: number[] = []
  let whole = true
  for (let at = 0; at < line.length; at++) {
    if (line.charCodeAt(at) === SPACE) continue
    const space = line.indexOf(' ', at)
    const end = space < 0 ? line.length : space
    const stretch = known.cut(line.slice(at, end))
    whole &&= stretch.whole
    for (const word of stretch.words) {
      words.push(word)
      offsets.push(at)
    }
    at = end
  }
  const { length } = words
  const symbols = scratch(length)
  return { words, offsets, tags: tagsOf(words, symbols), opens: sentencesOf(words, offsets, symbols), whole }
}

let buffer = new Int32Array(1024)

/** Room for the symbols of a line; one line is read at a time. */
const scratch = (length: number): Int32Array => {
  if (buffer.length < length) buffer = new Int32Array(2 * length)
  return buffer
}

const sentencesOf = (words: readonly WinkWord[], offsets: readonly number[], symbols: Int32Array): Uint8Array => {
  const { length } = words
  words.forEach((word, i) => {
    symbols[i] = offsets[i] === 0 ? word.unspaced : word.spaced
  })
  const opens = new Uint8Array(length + 1)
  opens[0] = 1
  runMachine(winkWords().model.sentences, symbols, length, (at) => {
    if (at < length) opens[at + 1] = 1
  })
  return opens
}

const tagsOf = (words: readonly WinkWord[], symbols: Int32Array): readonly Tag[] => {
  const { model, columnsOfTags, tagNames } = winkWords()
  const { length } = words
  const tags = Uint8Array.from(words, (word) => word.tag)
  for (const pass of [0, 1] as const) {
    const columns = columnsOfTags[pass]
    for (let i = 0; i < length; i++) {
      const hint = words[i]?.hints[pass] ?? null
      const column = columns[tags[i] ?? 0] ?? 0
      symbols[i] = hint === null || column === PASSED_OVER ? column : hint
    }
    const changes: number[] = []
    runMachine(model.taggers[pass], symbols, length, (at, says) => changes.push(at, says))
    for (let k = 0; k < changes.length; k += 2) change(words, tags, changes[k] ?? 0, changes[k + 1] ?? 0)
  }
  return words.map((word, i) => tagNames[word.fixed ? word.tag : (tags[i] ?? 0)] ?? 'X')
}

/** A negative number is a tag that a word gets for certain; a positive one it gets if it can have it. */
const change = (words: readonly WinkWord[], tags: Uint8Array, at: number, says: number): void => {
  const word = words[at]
  if (word === undefined) return
  if (says < 0) tags[at] = -says
  else if ((word.possible & (1 << says)) !== 0) tags[at] = says
}
