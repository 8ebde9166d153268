import { compiledFrom, type Lexicon } from '../lexicon/lexicon.ts'
import type { ReadText } from '../text/read-text.ts'
import { placeWordsOf } from './place-words.ts'

/**
 * ISO codes of the nations that a text names by adjective or people ("Syrian", "Turks"), one for each time. Not of those
 * whose jets, drones or strikes it names: they come from elsewhere.
 */
export const nationsIn = (text: ReadText, lexicon: Lexicon): readonly string[] => {
  const { demonyms } = placeWordsOf(lexicon)
  const strikes = strikeWordsOf(lexicon)
  return text.tokens.flatMap((token, i) => {
    const country = demonyms.get(token.lower)
    return country === undefined || strikes.has(text.tokens[i + 1]?.lower ?? '') ? [] : [country]
  })
}

/** What strikes from afar, and such strikes: the vehicles among the words for actors, and the first words of means of attack. */
const strikeWordsOf = compiledFrom((lexicon: Lexicon): ReadonlySet<string> => {
  const vehicles = lexicon.table('actor-words').filter((row) => row.class === 'vehicle')
  const means = lexicon.table('means').filter((row) => row.kind === 'attack')
  return new Set([...vehicles, ...means].flatMap((row) => (row.pattern ?? '').split(' ')[0]?.split('|') ?? []))
})
