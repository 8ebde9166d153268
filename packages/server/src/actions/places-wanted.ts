import { countryNamed } from '@sijil/core/gazetteer/country-names.js'
import type { Gazetteer } from '@sijil/core/gazetteer/gazetteer.js'
import { loadGazetteer } from '../sources/gazetteer.ts'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import type { Store } from '../store/open-store.ts'
import type { PlacesWanted } from '../store/queries/conditions.ts'
import { namesHolding } from '../store/queries/place-names.ts'

/** A filter with the names looked up that hold the place asked for, or hold the name that gazetteers know it by. */
export const placesWanted = async <F extends { readonly place?: string | undefined }>(
  store: Store,
  { place, ...filter }: F,
): Promise<Omit<F, 'place'> & Pick<PlacesWanted, 'named'>> => {
  if (place === undefined) return filter
  const names = await namesHolding(store.db, [place, ...(await otherNames(store, place))])
  const country = countryNamed(place) ?? (/^[A-Z]{2}$/.test(place) ? place : null)
  return { ...filter, named: { names, country } }
}

/** More of one name than these are too many to be meant. */
const MOST_BEARERS = 3

/** What gazetteers call the places that bear exactly this name: Halep and حلب are Aleppo, which no spelling tells. */
const otherNames = async (store: Store, place: string): Promise<readonly string[]> => {
  const gazetteer = await gazetteerOf(store)
  const same = gazetteer.lookup(place, { limit: MOST_BEARERS }).filter(({ likeness }) => likeness === 1)
  return [...new Set(same.map(({ entry }) => entry.name))]
}

let loaded: { readonly key: string; readonly gazetteer: Promise<Gazetteer> } | undefined

/** The gazetteers of a store, kept in memory until others are imported: somebody who looks for places does so again. */
const gazetteerOf = async (store: Store): Promise<Gazetteer> => {
  const imported = await importedIndexes(store)
  const key = imported.join('\n')
  if (loaded?.key !== key) loaded = { key, gazetteer: loadGazetteer({ imported }) }
  try {
    return await loaded.gazetteer
  } catch (error) {
    loaded = undefined
    throw error
  }
}
