import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Place } from '../../model/place.ts'
import type { ReadText } from '../../text/read-text.ts'
import { placeReaderOf } from '../../toponyms/place-readers.ts'
import type { Toponym } from '../../toponyms/toponym.ts'
import { placeOf } from './place-of.ts'
import { queryOf } from './place-query.ts'
import { resolvePlaces } from './resolve.ts'

/** A place in a text and where it lies. */
export interface LocatedPlace {
  readonly toponym: Toponym
  readonly place: Place | null
}

/** All places of one text, located together. `country` restricts where they are looked for; null = anywhere. */
export const locateText = (
  text: ReadText,
  lexicon: Lexicon,
  gazetteer: Gazetteer,
  country: string | null = null,
): readonly LocatedPlace[] => {
  const { placesIn, nationsIn } = placeReaderOf(lexicon)
  const toponyms = placesIn(text, lexicon, gazetteer)
  const queries = toponyms.map(queryOf)
  const resolution = resolvePlaces(queries, nationsIn(text, lexicon), gazetteer, country)
  return toponyms.map((toponym, i) => {
    const query = queries[i]
    return { toponym, place: query === undefined ? null : placeOf(query, queries, resolution, gazetteer) }
  })
}
