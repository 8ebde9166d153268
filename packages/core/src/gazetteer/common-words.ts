import type { GazetteerEntry } from './gazetteer.ts'
import { hearName } from './name-sounds.ts'
import { soundKey } from './sound-keys.ts'

/** A word is common when this share of the places, and no fewer than so many, have it first or last in a name. */
const SHARE = 0.002
const FEWEST = 20

/**
 * The words, as sounds, that stand first or last in so many names of a gazetteer that they tell kinds of places apart rather
 * than places: its words for village, hill, camp or spring, whatever the language. Learned from the names themselves.
 */
export const commonWords = (entries: readonly GazetteerEntry[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const words = new Set([entry.name, ...entry.names].flatMap((name) => endsOf(hearName(name).sounds)))
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const least = Math.max(FEWEST, SHARE * entries.length)
  return new Set([...counts].flatMap(([word, count]) => (count >= least ? [word] : [])))
}

const endsOf = (sounds: string): readonly string[] => {
  const first = sounds.indexOf(' ')
  return first < 0 ? [] : [sounds.slice(0, first), sounds.slice(sounds.lastIndexOf(' ') + 1)]
}

/** Fewer consonants are too few to tell a place by. */
const LEAST = 3

/** What is left of a name, as sounds, without its first or without its last word where that is common. */
export const partsBeside = (sounds: string, isCommon: (word: string) => boolean): readonly string[] => {
  const first = sounds.indexOf(' ')
  if (first < 0) return []
  const last = sounds.lastIndexOf(' ')
  const parts: string[] = []
  if (isCommon(sounds.slice(0, first))) parts.push(sounds.slice(first + 1))
  if (isCommon(sounds.slice(last + 1))) parts.push(sounds.slice(0, last))
  return parts.filter((part) => soundKey(part).length >= LEAST && !isCommon(part))
}
