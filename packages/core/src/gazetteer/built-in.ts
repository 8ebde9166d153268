import type { AreaFile } from './area-file.ts'
import type { GazetteerEntry } from './gazetteer.ts'

/** Countries and first-order areas as entries. */
export const entriesOfAreas = (file: AreaFile): readonly GazetteerEntry[] => [
  ...file.countries.map(
    (row): GazetteerEntry => ({
      ...common(row),
      id: `naturalearth:${row.code}`,
      kind: 'country',
      country: row.code,
      admin1: null,
      level: 0,
    }),
  ),
  ...file.areas.map(
    (row): GazetteerEntry => ({
      ...common(row),
      id: `naturalearth:${row.id}`,
      kind: 'admin',
      country: row.country,
      admin1: row.common,
      level: 1,
    }),
  ),
]

const common = (row: { name: string; names: readonly string[]; lat: number; lon: number; radius: number }) => ({
  name: row.name,
  names: row.names,
  lat: row.lat,
  lon: row.lon,
  radius: row.radius,
  population: 0,
  pcode: null,
})

/** The baked settlements (`gazetteer/places.tsv.br`, unpacked) as entries. */
export const entriesOfPlaces = (tsv: string): readonly GazetteerEntry[] =>
  tsv.split('\n').flatMap((line): readonly GazetteerEntry[] => {
    const [id, name, lat, lon, , country = '', admin1 = '', people, names = ''] = line.split('\t')
    if (id === undefined || name === undefined || id === '') return []
    return [
      {
        id: `geonames:${id}`,
        name,
        names: names === '' ? [] : names.split('|'),
        lat: Number(lat),
        lon: Number(lon),
        kind: 'settlement',
        country,
        admin1: admin1 === '' ? null : admin1,
        population: Number(people),
        pcode: null,
        level: null,
        radius: null,
      },
    ]
  })
