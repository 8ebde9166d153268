import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ReadText } from '../text/read-text.ts'
import { arabicNationsIn, recogniseArabicPlaces } from './arabic/recognise-arabic-places.ts'
import { nationsIn } from './nations-in.ts'
import { recognisePlaces } from './recognise-places.ts'
import type { Toponym } from './toponym.ts'

/** How the places of a text in one language are told from its other names. */
export interface PlaceReader {
  /** The passages that the text uses as places, in its order. */
  placesIn(text: ReadText, lexicon: Lexicon, gazetteer: Gazetteer): readonly Toponym[]
  /** ISO codes of the nations that it names by adjective or people, one for each time. */
  nationsIn(text: ReadText, lexicon: Lexicon): readonly string[]
}

const READERS: ReadonlyMap<string, PlaceReader> = new Map([
  ['en', { placesIn: recognisePlaces, nationsIn }],
  ['ar', { placesIn: recogniseArabicPlaces, nationsIn: arabicNationsIn }],
])

const NO_READER: PlaceReader = { placesIn: () => [], nationsIn: () => [] }

/** The reader of a language's places; one that finds none where the language has no reader. */
export const placeReaderOf = (lexicon: Lexicon): PlaceReader => READERS.get(lexicon.language) ?? NO_READER
