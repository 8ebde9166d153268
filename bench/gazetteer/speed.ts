/**
 * Speed and size of name indexes: `npx tsx bench/gazetteer/speed.ts [--keep FOLDER] [MILLIONS…]`. Synthesises indexes of so many million names
 * (0.2, 1 and 4 unless told; 12 are as many as GeoNames has, and need some 6 GB to build: give node --max-old-space-size=6000),
 * each in countries of as many places as the largest real ones, opens each from a file, and prints look-ups a second of CPU time: of
 * names in it, and of names with a letter lost, which take the keys one consonant apart too. `--keep` keeps the indexes in a folder
 * and takes those of an earlier run from it: building the largest takes minutes, asking it seconds.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIndex } from '../../packages/core/src/gazetteer/build-index.ts'
import type { GazetteerEntry } from '../../packages/core/src/gazetteer/gazetteer.ts'
import { LAYOUT } from '../../packages/core/src/gazetteer/index-layout.ts'
import { openIndex } from '../../packages/core/src/gazetteer/name-index.ts'

const SYLLABLES =
  'ba kha ra dah tel kafr mar zu qam shi nab lou him dir sa gha wad jis han um fra tor vel os mi lan pek dro'.split(' ')
const NAMES = 3

/** A number from 0 to n - 1, the same in every run. */
let seed = 42
const below = (n: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * n)
}
const word = (): string => Array.from({ length: 2 + below(3) }, () => SYLLABLES[below(SYLLABLES.length)] ?? '').join('')
const name = (): string => (below(2) === 0 ? word() : `${word()} ${word()}`)

const entryOf = (i: number): GazetteerEntry => ({
  id: `s:${i}`,
  name: name(),
  names: Array.from({ length: NAMES - 1 }, name),
  lat: below(180) - 90,
  lon: below(360) - 180,
  kind: 'settlement',
  country: String.fromCharCode(65 + below(26), 65 + below(10)),
  admin1: null,
  population: below(100_000),
  pcode: null,
  level: null,
  radius: null,
})

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const rate = (count: number, work: (i: number) => void): string => {
  for (let i = 0; i < count / 10; i++) work(i)
  const start = cpu()
  for (let i = 0; i < count; i++) work(i)
  return Math.round((1000 * count) / (cpu() - start)).toLocaleString('en')
}

/** Without its middle letter. */
const misspelt = (text: string): string => text.slice(0, text.length >> 1) + text.slice((text.length >> 1) + 1)

const { values, positionals } = parseArgs({ options: { keep: { type: 'string' } }, allowPositionals: true })
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'sijil-bench-'))
mkdirSync(folder, { recursive: true })
const sizes = positionals.map(Number)
for (const millions of sizes.length > 0 ? sizes : [0.2, 1, 4]) {
  const file = join(folder, `${millions}.${LAYOUT}.idx`)
  seed = 42
  const entries = Array.from({ length: Math.round((millions * 1e6) / NAMES) }, (_, i) => entryOf(i))
  const step = Math.ceil(entries.length / 20_000)
  const queries = entries.filter((_, i) => i % step === 0)
  const building = cpu()
  const isKept = existsSync(file)
  if (!isKept) writeFileSync(file, buildIndex(entries))
  entries.length = 0
  const built = isKept ? 'kept from before' : `built in ${((cpu() - building) / 1000).toFixed(1)} s`
  const loading = cpu()
  const bytes = new Uint8Array(readFileSync(file))
  const index = openIndex(bytes)
  const loaded = cpu() - loading
  const asked = (i: number): GazetteerEntry => queries[(i * 7919) % queries.length] as GazetteerEntry
  const known = rate(20_000, (i) => index.known(asked(i).name))
  const home = rate(20_000, (i) => index.lookup(asked(i).name, { country: asked(i).country }))
  const far = rate(5000, (i) => index.lookup(misspelt(asked(i).name), { country: asked(i).country }))
  const world = rate(5000, (i) => index.lookup(asked(i).name))
  console.log(
    `${millions} M names: ${built}, ${(bytes.length / 1e6).toFixed(0)} MB; loaded in ${loaded.toFixed(0)} ms; ` +
      `look-ups a second: known ${known}, in a country ${home}, misspelt ${far}, in the world ${world}; ` +
      `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`,
  )
}
if (values.keep === undefined) rmSync(folder, { recursive: true })
