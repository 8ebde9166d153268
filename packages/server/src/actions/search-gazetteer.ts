import type { GazetteerMatch } from '@sijil/core/gazetteer/gazetteer.js'
import { loadGazetteer } from '../sources/gazetteer.ts'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import type { Store } from '../store/open-store.ts'

export interface SearchRequest {
  readonly name: string
  /** ISO code; null = anywhere. */
  readonly country: string | null
  readonly limit: number
}

/** Places called like this in the gazetteers in use, the likest first. */
export const searchGazetteer = async (store: Store, request: SearchRequest): Promise<readonly GazetteerMatch[]> => {
  const gazetteer = await loadGazetteer({ imported: await importedIndexes(store) })
  const { name, country, limit } = request
  return gazetteer.lookup(name, country === null ? { limit } : { country, limit })
}
