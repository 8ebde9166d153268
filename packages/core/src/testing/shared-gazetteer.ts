import { buildIndex } from '../gazetteer/build-index.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { stackGazetteer } from '../gazetteer/make-gazetteer.ts'
import { openIndex } from '../gazetteer/name-index.ts'
import { readAdmin1Codes, readGeonames } from '../gazetteer/read-geonames.ts'
import { settleAreas } from '../gazetteer/settle-areas.ts'
import { cachedIndex, fingerprintOf, loadBuiltInParts } from './gazetteers.ts'
import { readShared } from './shared.ts'

/** The built-in gazetteer with a country's dump of the development material on it. */
export const loadSharedGazetteer = (country: string): Gazetteer => {
  const { index, areas } = loadBuiltInParts()
  const dump = readShared(`gazetteer/${country}.txt`)
  const bytes = cachedIndex(`${country}-${fingerprintOf(dump)}`, () => {
    const codes = readAdmin1Codes(readShared('gazetteer/admin1CodesASCII.txt'))
    return buildIndex(settleAreas(readGeonames(dump, country, codes).entries, areas))
  })
  return stackGazetteer(`built-in+${country}`, [index, openIndex(bytes)], areas)
}
