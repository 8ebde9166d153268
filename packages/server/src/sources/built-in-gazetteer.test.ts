import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readPlaceTable } from '@sijil/core/gazetteer/read-place-table.js'
import { describe, expect, it } from 'vitest'
import { lazyAreas } from './built-in-gazetteer.ts'
import { loadGazetteer } from './gazetteer.ts'

const ROOT = new URL('../../../../gazetteer/', import.meta.url)
const { entries, bad } = readPlaceTable(readFileSync(new URL('regions.csv', ROOT), 'utf8'), 'region')

describe('the built-in gazetteer', () => {
  it('has its files as their checksums say', () => {
    const lines = readFileSync(new URL('SHA256SUMS', ROOT), 'utf8').trim().split('\n')
    const sums = lines.map((line) => line.split(/\s+/))
    expect(sums.map(([, name]) => name)).toEqual(['areas.json.br', 'places.tsv.br', 'regions.csv'])
    for (const [sum, name = ''] of sums) {
      const bytes = readFileSync(new URL(name, ROOT))
      expect([name, createHash('sha256').update(bytes).digest('hex')]).toEqual([name, sum])
    }
  })

  it('has every region, in part at least, in the country that it is listed under', () => {
    expect(bad).toEqual([])
    const areas = lazyAreas()
    const holds = ({ lat, lon, radius, country }: (typeof entries)[number]): boolean => {
      const half = (radius ?? 0) / 2 / 111_000
      const points = [-half, 0, half].flatMap((up) => [-half, 0, half].map((right) => [lat + up, lon + right] as const))
      return points.some(([y, x]) => areas.at(y, x)?.country === country)
    }
    expect(entries.filter((entry) => !holds(entry)).map(({ id }) => id)).toEqual([])
  })

  it('finds regions by their names in any script, before places that are only called alike', async () => {
    const gazetteer = await loadGazetteer({ imported: [] })
    for (const { id, name, names } of entries)
      for (const spelling of [name, ...names])
        expect([spelling, gazetteer.lookup(spelling, { limit: 5 }).map(({ entry }) => entry.id)]).toEqual([
          spelling,
          expect.arrayContaining([id]),
        ])
  })
})
