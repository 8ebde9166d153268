import type { Lexicon } from '../lexicon/lexicon.ts'
import { readArabic } from './arabic/read-arabic.ts'
import { readBySegmenter } from './read-by-segmenter.ts'
import { readEnglish } from './read-english.ts'
import type { ReadText } from './read-text.ts'

/**
 * Tokens and sentences of a text in a language (ISO 639-1, null where unknown): tagged where a tagger of the language is
 * at hand, parted where its script joins words and a lexicon knows them, by Unicode's rules elsewhere. No sentence goes on over one of the `breaks` (ascending offsets).
 */
export const readText = (
  content: string,
  language: string | null,
  lexicon?: Lexicon,
  breaks: readonly number[] = [],
): ReadText => {
  if (language === 'en') return readEnglish(content, lexicon, breaks)
  if (language === 'ar' && lexicon !== undefined) return readArabic(content, lexicon, breaks)
  return readBySegmenter(content, language, breaks)
}
