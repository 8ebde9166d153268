import type { Span } from '../model/span.ts'
import type { Form } from './form.ts'

/** Universal part-of-speech tags. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X'

/** A word, number or mark of a text. */
export interface Token extends Span {
  /** Position among the text's tokens. */
  readonly index: number
  /** Position of its sentence among the text's sentences. */
  readonly sentence: number
  readonly text: string
  readonly lower: string
  readonly tag: Tag
  /** The word as it is written, the same object for all its places in all texts: what rules know of it is kept on it. */
  readonly form: Form
}

/** A sentence: a span of the text, and a half-open range of token indexes. */
export interface Sentence extends Span {
  readonly index: number
  readonly first: number
  readonly last: number
  /** Position of its line among the non-blank lines of the text. */
  readonly paragraph: number
}

/** A text with its tokens and sentences: what the rules of extraction read. Offsets index `content`. */
export interface ReadText {
  readonly content: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
}

/** The tokens of a sentence. */
export const tokensOf = (text: ReadText, sentence: Sentence): readonly Token[] =>
  text.tokens.slice(sentence.first, sentence.last)
