import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { soundsOf } from '../gazetteer/name-sounds.ts'
import { consonantsIn } from '../gazetteer/sound-keys.ts'
import { marksOfTokens } from '../text/marks.ts'
import type { ReadText } from '../text/read-text.ts'
import type { Candidate } from './candidates.ts'
import type { NameParts } from './name-parts.ts'
import type { PlaceWords } from './place-words.ts'

/** The countries that a document speaks of by name or by nation, and those whose places the user imported. */
export const countriesOf = (
  text: ReadText,
  candidates: readonly Candidate[],
  words: PlaceWords,
  gazetteer: Gazetteer,
): ReadonlySet<string> => {
  const countries = new Set(gazetteer.homes)
  for (const { parts } of candidates) if (parts.known?.kind === 'country') countries.add(parts.known.country)
  const marks = marksOfTokens(text.tokens)
  for (let i = 0; i < marks.length; i++) {
    if (((marks[i] ?? 0) & words.isDemonym) === 0) continue
    const country = words.demonyms.get(text.tokens[i]?.lower ?? '') ?? ''
    if (country !== '') countries.add(country)
  }
  return countries
}

/** Spellings less alike than this are not taken as a sign that a word is a place. */
const ALIKE = 0.85

/**
 * 1 when one of the countries that the document speaks of has a place of this name, or, of a name with three consonants or
 * more, one spelled much like it; else 0.
 */
export const familiarityOf = (parts: NameParts, countries: ReadonlySet<string>, gazetteer: Gazetteer): number => {
  if (parts.known !== null && countries.has(parts.known.country)) return 1
  if (countries.size === 0) return 0
  for (const country of countries) {
    const [best] = gazetteer.lookup(parts.name, { country, limit: 1, same: true })
    if (best !== undefined && best.likeness >= (consonantsIn(soundsOf(parts.name)) >= 3 ? ALIKE : 1)) return 1
  }
  return 0
}
