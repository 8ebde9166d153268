import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadGazetteer } from '../sources/download-gazetteer.ts'
import type { Store } from '../store/open-store.ts'
import { type ImportedGazetteer, importGazetteers } from './import-gazetteers.ts'

export interface AddGazetteerRequest {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Where from; `CC` stands for the country's code. */
  readonly url: string
  readonly signal: AbortSignal
}

/** Downloads a country's GeoNames dump and imports it under the country's code. */
export const addGazetteer = async (store: Store, request: AddGazetteerRequest): Promise<ImportedGazetteer> => {
  const folder = join(store.folder.root, 'downloads')
  const { url, path } = await downloadGazetteer(request.country, request.url, folder, request.signal)
  const about = { paths: [path], name: request.country, source: url, licence: 'CC BY 4.0, GeoNames' }
  try {
    for await (const done of importGazetteers(store, about)) {
      if (done instanceof Error) throw done
      return done
    }
    throw new RangeError('nothing was imported')
  } finally {
    await rm(path, { force: true })
  }
}
