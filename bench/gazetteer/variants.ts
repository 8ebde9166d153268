/**
 * How well names are found by other spellings: `npx tsx bench/gazetteer/variants.ts [--half dev|test] [--misses] [COUNTRY…]`,
 * on the dumps of the development material (`../shared/gazetteer`).
 *
 * Of each sampled place with several names in a script, one, drawn by the place's id, is asked of an index of its country that
 * lacks just that name. Names are told apart in plain letters (see `other-names.ts`), so that none is asked whose twin but for
 * marks is left in. Across scripts, one Arabic name of a place is asked of an index that has no Arabic name at all.
 *
 * Left out, by the rule of `other-names.ts`, are names that are no spelling of the place's own: another place's, a parent's,
 * another name altogether. They are counted by reason.
 *
 * An answer is right when it is the place or lies within 3 km of it. Two villages that bear one name cannot be told apart by it:
 * an answer that bears, in the index asked, one of the place's other names is a namesake. Rates are given without them, as
 * `strict`, too.
 *
 * False accepts: of random pairs of different places of one country, how many names are called alike; and, which no rate is promised for,
 * of names whose place is taken out of the index, how many are called like another's that shares no name with it.
 *
 * Places are split in two halves by their id. Weights and keys were chosen on `dev`; `test` judges.
 */
import { readFileSync } from 'node:fs'
import { buildIndex } from '../../packages/core/src/gazetteer/build-index.ts'
import { ALIKE } from '../../packages/core/src/gazetteer/find-names.ts'
import { scriptOf } from '../../packages/core/src/gazetteer/fold-name.ts'
import type { GazetteerEntry, GazetteerPlace } from '../../packages/core/src/gazetteer/gazetteer.ts'
import { metresBetween } from '../../packages/core/src/gazetteer/geo.ts'
import { likeness } from '../../packages/core/src/gazetteer/likeness.ts'
import { type NameIndex, openIndex } from '../../packages/core/src/gazetteer/name-index.ts'
import { soundsOf } from '../../packages/core/src/gazetteer/name-sounds.ts'
import { readAdmin1Codes, readGeonames } from '../../packages/core/src/gazetteer/read-geonames.ts'
import { type NameRule, nameRule, type OtherName, plain } from './other-names.ts'

const SHARED = new URL('../../../shared/gazetteer/', import.meta.url)
const COUNTRIES = ['AF', 'IL', 'IQ', 'LB', 'LY', 'PS', 'SD', 'SY', 'UA', 'YE']
const SAMPLE = 1500
const NEAR = 3000

interface Query {
  readonly entry: GazetteerEntry
  readonly name: string
  /** The place's names that stay in the index. */
  readonly others: readonly string[]
}
interface Rates {
  asked: number
  at5: number
  at1: number
  strict5: number
  strict1: number
  readonly left: Record<OtherName, number>
}

const noRates = (): Rates => ({
  asked: 0,
  at5: 0,
  at1: 0,
  strict5: 0,
  strict1: 0,
  left: { 'another place’s': 0, 'a parent’s': 0, 'another name': 0 },
})

const alike = (a: string, b: string): number => likeness(soundsOf(a), soundsOf(b))
const namesOf = (entry: GazetteerEntry): readonly string[] => [...new Set([entry.name, ...entry.names])]

/** FNV-1a: the same draw in every run, whatever the order of the file. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

const args = process.argv.slice(2)
const flag = (name: string): boolean => args.includes(name)
const half = flag('--half') ? args[args.indexOf('--half') + 1] : undefined
const inHalf = (entry: GazetteerEntry): boolean =>
  half === undefined || (hashOf(`half ${entry.id}`) % 2 === 0) === (half === 'dev')

const sampled = (queries: readonly Query[]): readonly Query[] =>
  [...queries].sort((a, b) => hashOf(a.entry.id) - hashOf(b.entry.id)).slice(0, SAMPLE)

/** One name of a place in a script, unlike all its others in plain letters. */
const heldOut = (entry: GazetteerEntry, script: string): readonly Query[] => {
  const names = namesOf(entry)
  const own = names.filter((name) => scriptOf(name) === script)
  const askable = own.filter((name) => names.filter((other) => plain(other) === plain(name)).length === 1)
  if (own.length < 2 || askable.length === 0) return []
  const name = askable[hashOf(entry.id) % askable.length] ?? ''
  return [{ entry, name, others: names.filter((other) => other !== name) }]
}

/** One Arabic name of a place with Latin ones. */
const acrossScripts = (entry: GazetteerEntry): readonly Query[] => {
  const arabic = namesOf(entry).filter((name) => scriptOf(name) === 'arabic')
  const others = namesOf(entry).filter((name) => scriptOf(name) !== 'arabic')
  if (arabic.length === 0 || !others.some((name) => scriptOf(name) === 'latin')) return []
  return [{ entry, name: arabic[hashOf(entry.id) % arabic.length] ?? '', others }]
}

const withNames = (entry: GazetteerEntry, [name, ...names]: readonly string[]): readonly GazetteerEntry[] =>
  name === undefined ? [] : [{ ...entry, name, names }]

const measure = (
  entries: readonly GazetteerEntry[],
  drawn: readonly Query[],
  script: string,
  rule: NameRule,
): Rates => {
  const rates = noRates()
  const queries = drawn.filter(({ entry, name, others }) => {
    const like = script === 'across' ? 'latin' : script
    const why = rule.judge(
      entry,
      name,
      others.filter((other) => scriptOf(other) === like),
    )
    if (why !== null) rates.left[why]++
    if (why !== null && flag('--left')) console.log(`  left out: ${name} of ${others.join(', ')}: ${why}`)
    return why === null
  })
  const held = new Map(queries.map((query) => [query.entry.id, query]))
  const left = entries.flatMap((entry) => {
    const names = held.get(entry.id)?.others ?? namesOf(entry)
    return withNames(entry, script === 'across' ? names.filter((name) => scriptOf(name) !== 'arabic') : names)
  })
  const index = openIndex(buildIndex(left))
  const byId = new Map(left.map((entry) => [entry.id, entry]))
  for (const query of queries) ask(query, index, byId, rates)
  return rates
}

let spent = 0
const ask = (query: Query, index: NameIndex, byId: ReadonlyMap<string, GazetteerEntry>, rates: Rates): void => {
  const { entry, name, others } = query
  const own = new Set(others.map(plain))
  const same = (found: GazetteerPlace): boolean => found.id === entry.id || metresBetween(found, entry) < NEAR
  const namesake = (found: GazetteerPlace): boolean => {
    const known = byId.get(found.id)
    return known !== undefined && namesOf(known).some((one) => own.has(plain(one)))
  }
  const start = performance.now()
  const { country, admin1 } = entry
  const five = index.lookup(name, { limit: 5, country })
  spent += performance.now() - start
  const one = index.lookup(name, admin1 === null ? { limit: 1, country } : { limit: 1, country, admin1 })
  rates.asked++
  const [strict5, strict1] = [five, one].map((found) => found.some((match) => same(match.entry)))
  const [at5, at1] = [five, one].map((found) => found.some((match) => same(match.entry) || namesake(match.entry)))
  if (strict5) rates.strict5++
  if (strict1) rates.strict1++
  if (at5) rates.at5++
  if (at1) rates.at1++
  if (!at5 && flag('--misses')) {
    const best = Math.max(...others.map((other) => alike(other, name)))
    const found = five.map((match) => `${match.name} ${match.likeness.toFixed(2)}`).join(', ')
    console.log(`  miss ${name} (${best.toFixed(2)}) of ${others.join(', ')} | found ${found}`)
  }
}

/** Pairs of different places, each with the one a prime number on, whose main names are called alike. */
const falseAccepts = (entries: readonly GazetteerEntry[]): { readonly pairs: number; readonly accepted: number } => {
  let pairs = 0
  let accepted = 0
  for (let i = 0; i < entries.length && pairs < 20_000; i++) {
    const [a, b] = [entries[i], entries[(i * 7919 + 104_729) % entries.length]]
    if (a === undefined || b === undefined || a === b || plain(a.name) === plain(b.name)) continue
    pairs++
    if (alike(a.name, b.name) >= ALIKE) accepted++
  }
  return { pairs, accepted }
}

const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`.padStart(7)
const line = (label: string, rates: Rates): string =>
  `${label.padEnd(13)} ${String(rates.asked).padStart(6)} asked  @5 ${percent(rates.at5, rates.asked)} (strict ${percent(rates.strict5, rates.asked)})` +
  `  @1 with admin-1 ${percent(rates.at1, rates.asked)} (strict ${percent(rates.strict1, rates.asked)})` +
  `  left out: ${Object.entries(rates.left)
    .map(([why, count]) => `${why} ${count}`)
    .join(', ')}`

const add = (a: Rates, b: Rates): Rates => ({
  asked: a.asked + b.asked,
  at5: a.at5 + b.at5,
  at1: a.at1 + b.at1,
  strict5: a.strict5 + b.strict5,
  strict1: a.strict1 + b.strict1,
  left: {
    'another place’s': a.left['another place’s'] + b.left['another place’s'],
    'a parent’s': a.left['a parent’s'] + b.left['a parent’s'],
    'another name': a.left['another name'] + b.left['another name'],
  },
})

const totals = new Map<string, Rates>()
let pairs = 0
let accepted = 0
const asked = args.filter((arg) => /^[A-Z]{2}$/.test(arg))
const codes = readAdmin1Codes(readFileSync(new URL('admin1CodesASCII.txt', SHARED), 'utf8'))
for (const country of asked.length > 0 ? asked : COUNTRIES) {
  const { entries } = readGeonames(readFileSync(new URL(`${country}.txt`, SHARED), 'utf8'), country, codes)
  const rule = nameRule(entries)
  const settlements = entries.filter(({ kind }) => kind === 'settlement')
  const drawable = settlements.filter(inHalf)
  for (const script of ['latin', 'arabic', 'cyrillic', 'across']) {
    const drawn = drawable.flatMap((entry) => (script === 'across' ? acrossScripts(entry) : heldOut(entry, script)))
    const rates = measure(settlements, sampled(drawn), script, rule)
    if (rates.asked < 20) continue
    totals.set(script, add(totals.get(script) ?? noRates(), rates))
    console.log(line(`${country} ${script}`, rates))
  }
  const judged = falseAccepts(settlements)
  pairs += judged.pairs
  accepted += judged.accepted
  console.log(`${country} false accepts ${percent(judged.accepted, judged.pairs)} of ${judged.pairs} pairs`)
}
for (const [script, rates] of totals) console.log(line(`all ${script}`, rates))
console.log(`all false accepts ${percent(accepted, pairs)} of ${pairs} pairs`)
console.log(
  `${Math.round((1000 * [...totals.values()].reduce((sum, { asked }) => sum + asked, 0)) / spent)} look-ups a second`,
)
