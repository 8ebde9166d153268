import { eld } from 'eld/small'

/** Characters that are looked at: more change nothing. */
const SAMPLE = 600

/**
 * The language of a text as an ISO 639-1 code; null where it can't be told. What the source declares counts only where
 * the text is too short to tell by itself.
 */
export const detectLanguage = (text: string, declared: string | null): string | null => {
  const found = eld.detect(inMainScript(text.slice(0, SAMPLE)))
  if (found.language === '') return declared
  return found.isReliable() ? found.language : (declared ?? found.language)
}

/** A text without the words in another script than most of its letters are in: names set beside tell nothing of its language. */
const inMainScript = (text: string): string => {
  const latin = text.match(LATIN)?.length ?? 0
  const other = text.match(OTHER)?.length ?? 0
  return latin === 0 || other === 0 ? text : text.replace(latin >= other ? OTHER : LATIN, ' ')
}

const LATIN = /\p{Script=Latin}/gu
const OTHER = /(?!\p{Script=Latin})\p{L}/gu
