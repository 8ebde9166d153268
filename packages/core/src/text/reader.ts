import type { Lexicon } from '../lexicon/lexicon.ts'
import { readBySegmenter } from './read-by-segmenter.ts'
import { readEnglish } from './read-english.ts'
import type { ReadText } from './read-text.ts'

/**
 * Tokens and sentences of a text in a language (ISO 639-1, null where unknown): tagged where a tagger of the language is
 * at hand, by Unicode's rules elsewhere. No sentence goes on over one of the `breaks` (ascending offsets).
 */
export const readText = (
  content: string,
  language: string | null,
  lexicon?: Lexicon,
  breaks: readonly number[] = [],
): ReadText => (language === 'en' ? readEnglish(content, lexicon, breaks) : readBySegmenter(content, language, breaks))
