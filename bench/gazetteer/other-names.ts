import anyAscii from 'any-ascii'
import type { GazetteerEntry } from '../../packages/core/src/gazetteer/gazetteer.ts'

/**
 * The rule by which the bench leaves out names that are no spelling of a place's own. It knows nothing of how Sijil compares
 * names: names are transliterated by a common table (`any-ascii`) and compared letter by letter.
 */
export type OtherName = 'another place’s' | 'a parent’s' | 'another name'

/** A name in plain small letters, words and marks run together. */
export const plain = (name: string): string =>
  anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** The consonants of a transliterated name; a, e, i, o, u and the weak h, w, y left out, doubles once. */
export const skeleton = (name: string): string =>
  plain(name)
    .replace(/[aeiouhwy]/g, '')
    .replace(/(.)\1+/g, '$1')

/**
 * Whether two names share their consonants: at least half of the longer skeleton's stand in the other's, in order. A translation, a former
 * name or a name in another language does not; a spelling does, whatever letters it takes for each sound.
 */
export const sharesSkeleton = (a: string, b: string): boolean => {
  const [left, right] = [skeleton(a), skeleton(b)]
  const longer = Math.max(left.length, right.length)
  return longer === 0 ? plain(a) === plain(b) : 2 * common(left, right) >= longer
}

/** The length of the longest common subsequence. */
const common = (a: string, b: string): number => {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const letter of a) {
    const next = [0]
    for (let j = 0; j < b.length; j++)
      next.push(letter === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    row = next
  }
  return row[b.length] ?? 0
}

export interface NameRule {
  /** Why a name is no spelling of the place's own, judged against these of its other names; null when it is one. */
  judge(entry: GazetteerEntry, name: string, others: readonly string[]): OtherName | null
}

/** The rule within one country. */
export const nameRule = (entries: readonly GazetteerEntry[]): NameRule => {
  const bearers = new Map<string, GazetteerEntry[]>()
  for (const entry of entries)
    for (const key of new Set([entry.name, ...entry.names].map(plain)))
      bearers.set(key, [...(bearers.get(key) ?? []), entry])
  return {
    judge: (entry, name, others) => {
      if (!others.some((other) => sharesSkeleton(other, name))) return 'another name'
      const own = new Set(others.map(plain))
      const strangers = (bearers.get(plain(name)) ?? []).filter(
        (other) => other.id !== entry.id && ![other.name, ...other.names].some((one) => own.has(plain(one))),
      )
      if (strangers.some(({ level }) => level !== null)) return 'a parent’s'
      return strangers.length > 0 ? 'another place’s' : null
    },
  }
}
