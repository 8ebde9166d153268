import type { Tag } from '../read-text.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A part of a written word: what is joined to it in front or behind, or the word itself. */
export interface WordPart {
  readonly letters: string
  readonly tag: Tag
  /** Letters of the written word that it takes: the article loses its first behind a joined lam. */
  readonly width: number
}

const CONJUNCTIONS = new Set(['\u0648', '\u0641'])
const PREPOSITIONS = new Set(['\u0628', '\u0644', '\u0643'])
const LAM = '\u0644'
const ARTICLE = '\u0627\u0644'
const ENDINGS = ['\u0647\u0645\u0627', '\u0647\u0645', '\u0647\u0646', '\u0647\u0627', '\u0647', '\u0646\u0627']
/** The article is cut from a word that has so many letters more. */
const STEM = 2
/** A word that nobody knows keeps its first letters unless the article follows them. */
const CUT_SURELY = 3

/**
 * Parts a folded word into what the script joins: "and", "so", "in", "for", "as", the article, and a possessor behind. The same
 * word always parts in the same way, in a text and in a pattern of the lexicon, so that the two meet.
 */
export const splitWord = (word: string, vocabulary: Vocabulary): readonly WordPart[] => {
  const alone = aloneTag(word)
  if (alone !== null) return [{ letters: word, tag: alone, width: word.length }]
  if (vocabulary.has(word)) return [stem(word)]
  if (endingOf(word, vocabulary) !== null) return splitStem(word, vocabulary)
  if (hasArticle(word)) return [article(), ...splitStem(word.slice(2), vocabulary)]
  const first = word.charAt(0)
  const rest = word.slice(1)
  if (CONJUNCTIONS.has(first) && isSure(rest, vocabulary))
    return [{ letters: first, tag: 'CCONJ', width: 1 }, ...splitWord(rest, vocabulary)]
  if (first === LAM && rest.startsWith(LAM) && rest.length > CUT_SURELY)
    return [preposition(LAM), { ...article(), width: 1 }, ...splitStem(rest.slice(1), vocabulary)]
  if (PREPOSITIONS.has(first) && (vocabulary.has(rest) || hasArticle(rest) || endingOf(rest, vocabulary) !== null))
    return [preposition(first), ...splitWord(rest, vocabulary)]
  return splitStem(word, vocabulary)
}

const stem = (letters: string): WordPart => ({ letters, tag: 'X', width: letters.length })
const article = (): WordPart => ({ letters: ARTICLE, tag: 'DET', width: ARTICLE.length })
const preposition = (letters: string): WordPart => ({ letters, tag: 'ADP', width: letters.length })

/** A letter joined to a figure, or to nothing: "و12", "الـ12". */
const aloneTag = (word: string): Tag | null => {
  if (CONJUNCTIONS.has(word)) return 'CCONJ'
  if (PREPOSITIONS.has(word)) return 'ADP'
  return word === ARTICLE ? 'DET' : null
}

/** What is left once nothing more can stand in front: a stem, perhaps with a possessor. */
const splitStem = (word: string, vocabulary: Vocabulary): readonly WordPart[] => {
  const ending = vocabulary.has(word) ? null : endingOf(word, vocabulary)
  if (ending === null) return [stem(word)]
  const base = word.slice(0, -ending.length)
  return [stem(vocabulary.has(base) ? base : closed(base)), { letters: ending, tag: 'PRON', width: ending.length }]
}

const OPEN_TA = '\u062a'
const HA = '\u0647'

/** A base whose ta opened before its ending, as it is written without one. */
const closed = (base: string): string => (base.endsWith(OPEN_TA) ? base.slice(0, -1) + HA : base)

const hasArticle = (word: string): boolean => word.startsWith(ARTICLE) && word.length >= ARTICLE.length + STEM

/** Whether a word is known as it stands or can be parted further. */
const isSure = (word: string, vocabulary: Vocabulary): boolean =>
  word.length > 1 &&
  (vocabulary.has(word) ||
    hasArticle(word) ||
    (word.startsWith(LAM + LAM) && word.length > CUT_SURELY) ||
    (PREPOSITIONS.has(word.charAt(0)) && (vocabulary.has(word.slice(1)) || hasArticle(word.slice(1)))) ||
    endingOf(word, vocabulary) !== null)

/** The possessor behind a known word ("her" of "her children"); the tied ta of a word opens before it. */
const endingOf = (word: string, vocabulary: Vocabulary): string | null => {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending) || word.length <= ending.length + 1) continue
    const base = word.slice(0, -ending.length)
    if (vocabulary.has(base) || vocabulary.has(closed(base))) return ending
  }
  return null
}
