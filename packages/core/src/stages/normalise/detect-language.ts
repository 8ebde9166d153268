import { eld } from 'eld/small'

/** Characters that are looked at: more change nothing. */
const SAMPLE = 600

/**
 * The language of a text as an ISO 639-1 code; null where it can't be told. What the source declares counts only where
 * the text is too short to tell by itself.
 */
export const detectLanguage = (text: string, declared: string | null): string | null => {
  const found = eld.detect(text.slice(0, SAMPLE))
  if (found.language === '') return declared
  return found.isReliable() ? found.language : (declared ?? found.language)
}
