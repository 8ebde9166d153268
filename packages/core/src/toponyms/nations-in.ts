import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ReadText } from '../text/read-text.ts'
import { placeWordsOf } from './place-words.ts'

/** ISO codes of the nations that a text names by adjective or people ("Syrian", "Turks"), one for each time. */
export const nationsIn = (text: ReadText, lexicon: Lexicon): readonly string[] => {
  const { demonyms } = placeWordsOf(lexicon)
  return text.tokens.flatMap((token) => {
    const country = demonyms.get(token.lower)
    return country === undefined ? [] : [country]
  })
}
