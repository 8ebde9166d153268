import type { GazetteerArea } from '@sijil/core/gazetteer/gazetteer.js'
import { loadGazetteer } from '../sources/gazetteer.ts'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import type { Store } from '../store/open-store.ts'
import { incidentsNear, type NearIncident, type Point } from '../store/queries/near.ts'

export interface NearRequest extends Point {
  readonly km: number
  readonly limit: number
}

/** The area that holds a point, and the located incidents around it, the nearest first. */
export const placesNear = async (
  store: Store,
  whole: Store,
  request: NearRequest,
): Promise<{ readonly area: GazetteerArea | null; readonly items: readonly NearIncident[] }> => {
  const gazetteer = await loadGazetteer({ imported: await importedIndexes(whole) })
  return {
    area: gazetteer.areaAt(request.lat, request.lon),
    items: await incidentsNear(store.db, request, request.km, request.limit),
  }
}
