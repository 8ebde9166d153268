import { loadBuiltIn } from '../sources/built-in-gazetteer.ts'
import type { Store } from '../store/open-store.ts'
import { listGazetteers as rowsOf } from '../store/queries/gazetteers.ts'

/** A gazetteer in use. */
export interface GazetteerRecord {
  readonly name: string
  readonly version: string
  readonly format: string
  readonly places: number
  readonly source: string
  readonly licence: string | null
  /** ISO instant; null for the built-in one. */
  readonly addedAt: string | null
  readonly sha256: string | null
}

/** The gazetteers in use, the built-in one first. */
export const listGazetteers = async (store: Store): Promise<readonly GazetteerRecord[]> => {
  const builtIn = await loadBuiltIn()
  const rows = await rowsOf(store.db)
  return [
    {
      name: 'built-in',
      version: builtIn.version,
      format: 'baked',
      places: builtIn.places,
      source: 'GeoNames cities500 and Natural Earth admin-1',
      licence: 'CC BY 4.0 (GeoNames), public domain (Natural Earth)',
      addedAt: null,
      sha256: null,
    },
    ...rows.map((row) => ({
      name: row.name,
      version: row.version,
      format: row.format,
      places: row.places,
      source: row.source,
      licence: row.licence,
      addedAt: row.added_at,
      sha256: row.sha256,
    })),
  ]
}
