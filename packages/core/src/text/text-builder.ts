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
      for (let i = 0; i < words.length; i++) {
        const word = words[i]
        if (word === undefined) break
        const { start, end, tag, form, written } = word
        if (word.opens && i > 0) {
          close(first, paragraph)
          first = tokens.length
        }
        tokens.push({
          index: tokens.length,
          sentence: sentences.length,
          text: written ?? form.text,
          lower: form.lower,
          tag,
          start: offset + start,
          end: offset + end,
          form,
        })
      }
      if (words.length > 0) close(first, paragraph)
    },
    done: () => ({ content, tokens, sentences }),
  }
}
