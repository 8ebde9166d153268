import { recentMap } from '../model/recent-map.ts'
import { foldWord } from './fold-line.ts'

/** A word as it is written; made once for all its places in all texts, so that what rules ask of it is asked once. */
export interface Form {
  readonly text: string
  /** In lower case, nothing unseen in it, apostrophes plain. */
  readonly lower: string
  /** Kept by `marks.ts`: the marks of the word, and as of how many kinds of mark. */
  marks: number
  marked: number
  /** Kept by `lexicon/pieces.ts`: its parts as patterns match them, or itself; null until asked for. */
  pieces: Form | readonly Form[] | null
  /** Kept by `word-fact.ts`: what rules know of the word, by the number of the fact; undefined until asked for. */
  readonly facts: unknown[]
}

/** Written words that are remembered: more are no faster, and every thread has its own. */
const REMEMBERED = 1 << 14

const forms = recentMap<string, Form>(REMEMBERED)

/** The form of a written word. The same word gives the same object as long as it is met now and then. */
export const formOf = (written: string): Form => {
  const known = forms.get(written)
  if (known !== undefined) return known
  const text = detached(written)
  const form: Form = { text, lower: foldWord(text), marks: 0, marked: 0, pieces: null, facts: [] }
  forms.set(text, form)
  return form
}

/** A copy of a string of its own: an engine may keep a whole text alive for a word that was cut out of it. */
export const detached = (text: string): string => (text.length < SLICED ? text : text.split('').join(''))

/** Engines copy shorter strings anyway. */
const SLICED = 13
