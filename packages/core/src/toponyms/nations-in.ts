import { compiledFrom, type Lexicon } from '../lexicon/lexicon.ts'
import type { ReadText } from '../text/read-text.ts'
import { placeWordsOf } from './place-words.ts'

/**
 * ISO codes of the nations that a text names by adjective or people ("Syrian", "Turks"), one for each time. Not of those
 * whose jets, drones or strikes it names: they come from elsewhere; nor of those whose border it names: what lies by it lies as
 * often on this side.
 */
export const nationsIn = (text: ReadText, lexicon: Lexicon): readonly string[] => {
  const words = placeWordsOf(lexicon)
  const strikes = strikeWordsOf(lexicon)
  return text.tokens.flatMap((token, i) => {
    const country = words.demonyms.get(token.lower)
    const next = text.tokens[i + 1]?.lower ?? ''
    return country === undefined || strikes.has(next) || words.has('border', next) ? [] : [country]
  })
}

/** What strikes from afar, and such strikes: the vehicles among the words for actors, and the first words of means of attack. */
const strikeWordsOf = compiledFrom((lexicon: Lexicon): ReadonlySet<string> => {
  const vehicles = lexicon.table('actor-words').filter((row) => row.class === 'vehicle')
  const means = lexicon.table('means').filter((row) => row.kind === 'attack')
  return new Set([...vehicles, ...means].flatMap((row) => (row.pattern ?? '').split(' ')[0]?.split('|') ?? []))
})
