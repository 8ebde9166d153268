import type { AreaFile } from '../../packages/core/src/gazetteer/area-file.ts'
import { openAreas } from '../../packages/core/src/gazetteer/areas.ts'
import { exactKey, scriptOf } from '../../packages/core/src/gazetteer/fold-name.ts'

/** Scripts whose names are kept: those that conflict reports at hand are written in. */
const SCRIPTS = new Set(['latin', 'arabic', 'cyrillic', 'hebrew', 'greek'])
/** Sections of a town: kept, but as parts of it. */
const ABANDONED = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH'])

/**
 * Settlements as lines of `id, name, lat, lon, feature, country, admin1, population, names` (names split by `|`), tabs
 * between. The first-order area is the one whose outline holds the point, so that all gazetteers agree on it.
 */
export const bakePlaces = (dump: string, areaFile: AreaFile): string => {
  const areas = openAreas(areaFile)
  const lines = dump.split('\n').flatMap((line) => {
    const [
      id = '',
      name = '',
      ascii = '',
      alternates = '',
      lat = '',
      lon = '',
      ,
      feature = '',
      country = '',
      ,
      ,
      ,
      ,
      ,
      people = '0',
    ] = line.split('\t')
    if (id === '' || ABANDONED.has(feature)) return []
    const area = areas.admin1Near(Number(lat), Number(lon), country)
    const names = namesOf(name, [ascii, ...alternates.split(',')])
    return [[id, name, lat, lon, feature, country, area ?? '', people, names.join('|')].join('\t')]
  })
  return `${lines.join('\n')}\n`
}

/** Other names worth keeping: in a script we read, no code of three letters, no machine's letter-by-letter romanisation. */
const namesOf = (name: string, others: readonly string[]): readonly string[] => {
  const seen = new Set([exactKey(name)])
  return others.filter((other) => {
    const script = scriptOf(other)
    if (other.trim() === '' || !SCRIPTS.has(script) || /^[A-Z]{3,4}$/.test(other)) return false
    if (script === 'latin' && other === other.toLowerCase()) return false
    const key = exactKey(other)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
