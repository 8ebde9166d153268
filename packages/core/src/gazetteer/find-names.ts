import { partsBeside } from './common-words.ts'
import { withoutBrackets } from './fold-name.ts'
import type { LookupOptions } from './gazetteer.ts'
import { eachName, soundStart, textAt } from './index-access.ts'
import { hashKey, type IndexTables, type KeyFamily } from './index-layout.ts'
import { GAP, type Heard, hear, likenessTo, weigh } from './likeness.ts'
import { hearName } from './name-sounds.ts'
import { keysNear, soundKeys } from './sound-keys.ts'

/** Names less alike than this are different names. Chosen on pairs of spellings and of different places (see the bench). */
export const ALIKE = 0.65
/** The likeness of names that sound the same but are spelled another way; of others, this part of their sounds' likeness. */
const SOUNDS_SAME = 0.98
/** What is left of the likeness of two names of which one lacks a common word, and of which each has one of its own. */
const ONE_PART = 0.92
const TWO_PARTS = 0.8
/** From this likeness on nothing farther off is looked for. */
const CLOSE = 0.9

/** An entry found under a name. */
export interface Hit {
  readonly entry: number
  /** Number of the name that is the likest. */
  readonly name: number
  readonly likeness: number
  /** Whether a common word of one of the two had to be left out ("Qaryat X" for "X"). */
  readonly partial: boolean
}

/**
 * The entries of an index whose names are like one asked for, the likest first: under the same key of sounds; and, where a
 * country is given and none is close, one consonant apart, or the same beside a common word. Keys retrieve, a distance decides.
 */
export const findNames = (tables: IndexTables, name: string, options: LookupOptions): readonly Hit[] => {
  const { exact, sounds } = hearName(withoutBrackets(name))
  if (sounds === '') return []
  const search = searchFor(tables, sounds, options)
  search.sameKeys(exact)
  if (options.country === undefined || options.same === true || search.best() >= CLOSE) return search.hits()
  search.nearKeys()
  search.parts()
  return search.likestHits()
}

const searchFor = (tables: IndexTables, sounds: string, options: LookupOptions) => {
  const country = options.country ?? ''
  const heard = hear(sounds)
  const keys = soundKeys(sounds)
  const found = new Map<number, Hit>()
  const wanted = wantedBy(tables, options)
  const known = new Map<number, number>()
  // Once enough are close, what is farther off is not looked at closely.
  const limit = options.limit ?? 10
  let [floor, close, same] = [ALIKE, 0, 0]
  const keep = (hit: Hit): void => {
    const before = found.get(hit.entry)?.likeness ?? 0
    if (hit.likeness < ALIKE || hit.likeness <= before) return
    found.set(hit.entry, hit)
    if (before < CLOSE && hit.likeness >= CLOSE && ++close >= limit) floor = CLOSE
    if (before < SOUNDS_SAME && hit.likeness >= SOUNDS_SAME) same++
  }
  const likenessOf = (name: number): number => {
    const number = tables.nameSounds[name] ?? 0
    const before = known.get(number)
    if (before !== undefined) return before
    const [start, end] = [soundStart(tables, number), tables.soundEnds[number] ?? 0]
    const like = likenessTo(heard, tables.soundCodes, start, end, tables.soundWeights[number] ?? 0, floor)
    known.set(number, like)
    return like
  }
  const each = (family: KeyFamily, key: string, visit: (name: number, entry: number) => void): void =>
    eachName(tables, hashKey(family, country, key), (name) => {
      const entry = tables.nameEntry[name] ?? 0
      if (wanted(entry)) visit(name, entry)
      // Prominent places come first under a key: none that follows could come before those found.
      return same >= limit
    })
  const consider = (name: number, entry: number): void =>
    keep({ entry, name, likeness: SOUNDS_SAME * likenessOf(name), partial: false })
  /** An entry stands under a key of a spelling farther off by one of its names only: another may be liker. */
  const withLikestName = (hit: Hit): Hit => {
    let best = hit
    const last = tables.entryNames[hit.entry + 1] ?? 0
    for (let name = tables.entryNames[hit.entry] ?? 0; name < last; name++) {
      const like = SOUNDS_SAME * likenessOf(name)
      if (like > best.likeness) best = { entry: hit.entry, name, likeness: like, partial: false }
    }
    return best
  }
  return {
    best: (): number => [...found.values()].reduce((most, hit) => Math.max(most, hit.likeness), 0),
    hits: (): readonly Hit[] => [...found.values()].sort(byLikeness).slice(0, limit),
    likestHits: (): readonly Hit[] => {
      const first = [...found.values()].sort(byLikeness).slice(0, 2 * limit)
      return first.map(withLikestName).sort(byLikeness).slice(0, limit)
    },
    sameKeys: (exact: string): void => {
      each('exact', exact, (name, entry) => {
        // Names of one exact key sound the same, unless two keys' hashes are one.
        keep({ entry, name, likeness: likenessOf(name) > 0.999 ? 1 : 0, partial: false })
      })
      if (same < limit) for (const key of keys) each('sound', key, consider)
    },
    nearKeys: (): void => {
      for (const key of keys) {
        each('near', key, consider)
        for (const near of keysNear(key)) {
          each('sound', near, consider)
          each('near', near, consider)
        }
      }
    },
    parts: (): void => {
      const compare = partComparison(tables, keep)
      const own = partsBeside(sounds, (word) => isCommon(tables, word))
      for (const key of keys) each('part', key, (_, entry) => compare(entry, heard, true, ONE_PART))
      for (const part of own) {
        const ear = hear(part)
        for (const key of soundKeys(part)) {
          each('sound', key, (_, entry) => compare(entry, ear, false, ONE_PART))
          each('part', key, (_, entry) => compare(entry, ear, true, TWO_PARTS))
        }
      }
    },
  }
}

const byLikeness = (a: Hit, b: Hit): number => b.likeness - a.likeness || a.entry - b.entry

const isCommon = (tables: IndexTables, word: string): boolean => {
  let found = false
  eachName(tables, hashKey('common', '', word), () => {
    found = true
    return true
  })
  return found
}

/** Compares sounds with an entry's names, or with what is left of them without their first or their last word. */
const partComparison =
  (tables: IndexTables, keep: (hit: Hit) => void) =>
  (entry: number, heard: Heard, isPart: boolean, worth: number): void => {
    const { soundCodes } = tables
    const likenessOf = (start: number, end: number): number =>
      likenessTo(heard, soundCodes, start, end, weigh(soundCodes, start, end), ALIKE)
    const last = tables.entryNames[entry + 1] ?? 0
    for (let name = tables.entryNames[entry] ?? 0; name < last; name++) {
      const number = tables.nameSounds[name] ?? 0
      const [start, end] = [soundStart(tables, number), tables.soundEnds[number] ?? 0]
      const [first, final] = [soundCodes.indexOf(GAP, start), soundCodes.lastIndexOf(GAP, end - 1)]
      const hasWords = first >= start && first < end
      if (isPart && !hasWords) continue
      const like = isPart ? Math.max(likenessOf(first + 1, end), likenessOf(start, final)) : likenessOf(start, end)
      keep({ entry, name, likeness: worth * like, partial: true })
    }
  }

const wantedBy = (tables: IndexTables, { country = '', admin1 }: LookupOptions): ((entry: number) => boolean) => {
  const code = country === '' ? 0 : country.charCodeAt(0) * 256 + country.charCodeAt(1)
  const areas = new Map<number, boolean>()
  const inArea = (entry: number): boolean => {
    const number = tables.admin1[entry] ?? 0
    const known = areas.get(number) ?? textAt(tables, number) === admin1
    areas.set(number, known)
    return known
  }
  return (entry) => (code === 0 || tables.country[entry] === code) && (admin1 === undefined || inArea(entry))
}
