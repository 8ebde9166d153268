/**
 * Speed and size of name indexes: `npx tsx bench/gazetteer-speed.ts [MILLIONS]`. Loads the built-in index, then synthesises
 * ones of 0.2, 1 and 4 million names (12 with `12`, which needs some 4 GB) and prints look-ups a second in each.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIndex } from '../../packages/core/src/gazetteer/build-index.ts'
import type { GazetteerEntry } from '../../packages/core/src/gazetteer/gazetteer.ts'
import { openIndex } from '../../packages/core/src/gazetteer/name-index.ts'

const SYLLABLES =
  'ba kha ra dah tel kafr mar zu qam shi nab lou him dir sa gha wad jis han um fra tor vel os mi lan pek dro'.split(' ')

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
  names: [name()],
  lat: below(180) - 90,
  lon: below(360) - 180,
  kind: 'settlement',
  country: String.fromCharCode(65 + below(26), 65 + below(26)),
  admin1: null,
  population: below(100_000),
  pcode: null,
  level: null,
  radius: null,
})

const rate = (count: number, work: (i: number) => void): number => {
  const start = performance.now()
  for (let i = 0; i < count; i++) work(i)
  return Math.round((1000 * count) / (performance.now() - start))
}

const most = Number(process.argv[2] ?? 4)
for (const millions of [0.2, 1, 4, 12].filter((size) => size <= most)) {
  const entries = Array.from({ length: (millions * 1e6) / 2 }, (_, i) => entryOf(i))
  const queries = entries.filter((_, i) => i % Math.ceil(entries.length / 20_000) === 0)
  const building = performance.now()
  const bytes = buildIndex(entries)
  const built = performance.now() - building
  const file = join(tmpdir(), `sijil-bench-${process.pid}.idx`)
  writeFileSync(file, bytes)
  const loading = performance.now()
  const index = openIndex(new Uint8Array(readFileSync(file)))
  const loaded = performance.now() - loading
  const asked = (i: number): GazetteerEntry => queries[i % queries.length] as GazetteerEntry
  const known = rate(20_000, (i) => index.known(asked(i).name))
  const home = rate(20_000, (i) => index.lookup(asked(i).name, { country: asked(i).country }))
  const world = rate(5000, (i) => index.lookup(asked(i).name))
  console.log(
    `${millions} M names: built in ${(built / 1000).toFixed(1)} s, ${(bytes.length / 1e6).toFixed(0)} MB; loaded in ${loaded.toFixed(0)} ms; ` +
      `look-ups a second: known ${known}, in a country ${home}, in the world ${world}`,
  )
}
