import { foldWord } from './fold-line.ts'
import type { ReadText, Sentence, Token } from './read-text.ts'
import type { Word } from './words.ts'

/** Gathers the words of lines into the tokens and sentences of a text. */
export interface TextBuilder {
  /** Adds the words of a stretch that begins at `offset` of the text; a sentence never crosses stretches. */
  add(words: readonly Word[], offset: number, paragraph: number): void
  done(): ReadText
}

/** Begins a text with no words yet. */
export const textBuilder = (content: string): TextBuilder => {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  const close = (first: number, paragraph: number): void => {
    const head = tokens[first]
    const tail = tokens[tokens.length - 1]
    if (head === undefined || tail === undefined) return
    sentences.push({ index: sentences.length, first, last: tokens.length, paragraph, start: head.start, end: tail.end })
  }
  return {
    add: (words, offset, paragraph) => {
      let first = tokens.length
      words.forEach((word, i) => {
        if (word.opens && i > 0) {
          close(first, paragraph)
          first = tokens.length
        }
        tokens.push(tokenOf(content, word, offset, tokens.length, sentences.length))
      })
      if (words.length > 0) close(first, paragraph)
    },
    done: () => ({ content, tokens, sentences }),
  }
}

const tokenOf = (content: string, word: Word, offset: number, index: number, sentence: number): Token => {
  const start = offset + word.start
  const end = offset + word.end
  const text = content.slice(start, end)
  return { index, sentence, text, lower: foldWord(text), tag: word.tag, start, end }
}
