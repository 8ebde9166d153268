/**
 * How well names are found by other spellings: `npx tsx bench/gazetteer-variants.ts [COUNTRY…]`, on the dumps of the
 * development material (`../shared/gazetteer`).
 *
 * For each sampled place with other names, one of them is asked of an index of its country that lacks just that name.
 * Left out, by rule, are names that are no spelling of the place's own: asked is only a name whose likeness to the nearest
 * of the place's other names of its script is at least 0.5 (Latin, Arabic, Cyrillic); what falls below is another name
 * altogether: a former one, a parent's, a neighbour's, a translation. Such are counted and shown as "other names".
 * Across scripts, a place's first Arabic name is asked of an index without any Arabic name, and the rule is the same
 * against its Latin names. A namesake counts as the place: two villages that bear one name cannot be told apart by it, so an
 * answer is right when it is the place, lies within 3 km of it, or bears one of its other names. False accepts: of random pairs of different places of one country, how many are called alike.
 */
import { readFileSync } from 'node:fs'
import { buildIndex } from '../packages/core/src/gazetteer/build-index.ts'
import { exactKey, scriptOf } from '../packages/core/src/gazetteer/fold-name.ts'
import type { GazetteerEntry, GazetteerPlace } from '../packages/core/src/gazetteer/gazetteer.ts'
import { metresBetween } from '../packages/core/src/gazetteer/geo.ts'
import { likeness } from '../packages/core/src/gazetteer/likeness.ts'
import { ALIKE, openIndex } from '../packages/core/src/gazetteer/name-index.ts'
import { soundsOf } from '../packages/core/src/gazetteer/name-sounds.ts'
import { readAdmin1Codes, readGeonames } from '../packages/core/src/gazetteer/read-geonames.ts'

const SHARED = new URL('../../shared/gazetteer/', import.meta.url)
const COUNTRIES = ['AF', 'IL', 'IQ', 'LB', 'LY', 'PS', 'SD', 'SY', 'UA', 'YE']
const SAMPLE = 1500
const SPELLING = 0.5

interface Query {
  readonly entry: GazetteerEntry
  readonly name: string
}
interface Rates {
  asked: number
  at5: number
  at1: number
  otherNames: number
}

const alike = (a: string, b: string): number => likeness(soundsOf(a), soundsOf(b))
const namesOf = (entry: GazetteerEntry): readonly string[] => [...new Set([entry.name, ...entry.names])]

/** Every n-th, the same in every run. */
const sampled = <T>(items: readonly T[]): readonly T[] => {
  const step = Math.max(1, items.length / SAMPLE)
  return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
}

/** The last name of a place in a script whose exact key no other of its names has. */
const heldOut = (entry: GazetteerEntry, script: string): Query | null => {
  const names = namesOf(entry).filter((name) => scriptOf(name) === script)
  if (names.length < 2) return null
  const name = names.findLast((one) => names.filter((other) => exactKey(other) === exactKey(one)).length === 1)
  return name === undefined ? null : { entry, name }
}

const isSpelling = ({ entry, name }: Query, script: string): boolean =>
  namesOf(entry).some((other) => other !== name && scriptOf(other) === script && alike(other, name) >= SPELLING)

const without = (entry: GazetteerEntry, keep: (name: string) => boolean): GazetteerEntry | null => {
  const [name, ...names] = namesOf(entry).filter(keep)
  return name === undefined ? null : { ...entry, name, names }
}

const measure = (
  entries: readonly GazetteerEntry[],
  queries: readonly Query[],
  lacks: (query: Query | undefined, name: string) => boolean,
): Rates => {
  const held = new Map(queries.map((query) => [query.entry.id, query]))
  const left = entries.flatMap((entry) => without(entry, (name) => !lacks(held.get(entry.id), name)) ?? [])
  const index = openIndex(buildIndex(left))
  const rates: Rates = { asked: 0, at5: 0, at1: 0, otherNames: 0 }
  for (const { entry, name } of queries) {
    rates.asked++
    const own = new Set(
      namesOf(entry)
        .filter((other) => other !== name)
        .map(exactKey),
    )
    const same = (found: GazetteerPlace) =>
      found.id === entry.id || metresBetween(found, entry) < 3000 || own.has(exactKey(found.name))
    if (index.lookup(name, { limit: 5 }).some(({ entry: found }) => same(found))) rates.at5++
    else if (process.env.MISSES !== undefined) console.log(`  miss ${name} of ${[...namesOf(entry)].join(', ')}`)
    const options = entry.admin1 === null ? { limit: 1 } : { limit: 1, admin1: entry.admin1 }
    if (index.lookup(name, options).some(({ entry: found }) => same(found))) rates.at1++
  }
  return rates
}

const ofScript = (entries: readonly GazetteerEntry[], script: string): Rates => {
  const all = sampled(entries.flatMap((entry) => heldOut(entry, script) ?? []))
  const queries = all.filter((query) => isSpelling(query, script))
  const rates = measure(entries, queries, (query, name) => query?.name === name)
  return { ...rates, otherNames: all.length - queries.length }
}

const acrossScripts = (entries: readonly GazetteerEntry[]): Rates => {
  const all = sampled(
    entries.flatMap((entry) => {
      const name = namesOf(entry).find((one) => scriptOf(one) === 'arabic')
      return name === undefined || !namesOf(entry).some((one) => scriptOf(one) === 'latin') ? [] : [{ entry, name }]
    }),
  )
  const queries = all.filter((query) => isSpelling(query, 'latin'))
  const rates = measure(entries, queries, (_, name) => scriptOf(name) === 'arabic')
  return { ...rates, otherNames: all.length - queries.length }
}

/** Pairs of different places, each with the next but a prime number, whose main names are called alike. */
const falseAccepts = (entries: readonly GazetteerEntry[]): { readonly pairs: number; readonly accepted: number } => {
  let pairs = 0
  let accepted = 0
  for (let i = 0; i < entries.length && pairs < 20_000; i++) {
    const [a, b] = [entries[i], entries[(i * 7919 + 104_729) % entries.length]]
    if (a === undefined || b === undefined || a === b || exactKey(a.name) === exactKey(b.name)) continue
    pairs++
    if (alike(a.name, b.name) >= ALIKE) accepted++
  }
  return { pairs, accepted }
}

const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`.padStart(8)
const line = (label: string, rates: Rates): string =>
  `${label.padEnd(18)} ${String(rates.asked).padStart(6)} asked  @5 ${percent(rates.at5, rates.asked)}  @1 with admin-1 ${percent(rates.at1, rates.asked)}  other names left out ${rates.otherNames}`

const add = (a: Rates, b: Rates): Rates => ({
  asked: a.asked + b.asked,
  at5: a.at5 + b.at5,
  at1: a.at1 + b.at1,
  otherNames: a.otherNames + b.otherNames,
})

const NONE: Rates = { asked: 0, at5: 0, at1: 0, otherNames: 0 }
const totals = new Map<string, Rates>()
let pairs = 0
let accepted = 0
const asked = process.argv.slice(2)
const codes = readAdmin1Codes(readFileSync(new URL('admin1CodesASCII.txt', SHARED), 'utf8'))
for (const country of asked.length > 0 ? asked : COUNTRIES) {
  const { entries } = readGeonames(readFileSync(new URL(`${country}.txt`, SHARED), 'utf8'), country, codes)
  const settlements = entries.filter(({ kind }) => kind === 'settlement')
  for (const script of ['latin', 'arabic', 'cyrillic', 'across']) {
    const rates = script === 'across' ? acrossScripts(settlements) : ofScript(settlements, script)
    if (rates.asked < 20) continue
    totals.set(script, add(totals.get(script) ?? NONE, rates))
    console.log(line(`${country} ${script}`, rates))
  }
  const judged = falseAccepts(settlements)
  pairs += judged.pairs
  accepted += judged.accepted
  console.log(`${country} false accepts ${percent(judged.accepted, judged.pairs)} of ${judged.pairs} pairs`)
}
for (const [script, rates] of totals) console.log(line(`all ${script}`, rates))
console.log(`all false accepts ${percent(accepted, pairs)} of ${pairs} pairs`)
