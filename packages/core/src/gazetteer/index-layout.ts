/**
 * The layout of a name index: one buffer, so that worker threads can share it and a cache can hold it as a file. A header
 * of 32-bit words (magic, layout version, the counts of entries, names and keys, then the byte length of each section), then
 * the sections in the order of `SECTIONS`, each aligned to 8 bytes. Text is UTF-16, so that no decoder is needed.
 */
export const MAGIC = 0x534a4c47
/** Raised whenever the layout changes, or the keys or sounds of any name: indexes kept on disk are then built anew. */
export const LAYOUT = 11

export const SECTIONS = [
  'lat',
  'lon',
  'population',
  'radius',
  'country',
  'admin1',
  'kind',
  'level',
  'entryNames',
  'entryIds',
  'entryAreas',
  'nameEntry',
  'nameText',
  'nameSounds',
  'soundEnds',
  'soundWeights',
  'soundCodes',
  'keys',
  'keyNames',
  'keyStarts',
  'text',
] as const
export type Section = (typeof SECTIONS)[number]

export interface IndexTables {
  /** Degrees × 100,000. */
  readonly lat: Int32Array
  readonly lon: Int32Array
  readonly population: Uint32Array
  /** Metres; 0 = not known. */
  readonly radius: Uint32Array
  /** Two ASCII letters, high byte first; 0 = not known. */
  readonly country: Uint16Array
  /** Text number of the first-order area's name; 0 = none. */
  readonly admin1: Uint32Array
  readonly kind: Uint8Array
  /** 255 = no area. */
  readonly level: Uint8Array
  /** First name of each entry, and one past the last entry's. */
  readonly entryNames: Uint32Array
  /** Text numbers of each entry's id and p-code (0 = none), two a row. */
  readonly entryIds: Uint32Array
  /** Text number of the p-codes of the areas that hold each entry, parted by spaces; 0 = none. */
  readonly entryAreas: Uint32Array
  readonly nameEntry: Uint32Array
  /** Text numbers. */
  readonly nameText: Uint32Array
  /** Number of the sounds of each name, from 0; names that sound the same share one. */
  readonly nameSounds: Uint32Array
  /** One past the last of each sounds' numbers in `soundCodes`, and what it weighs (see `likeness.ts`). */
  readonly soundEnds: Uint32Array
  readonly soundWeights: Uint16Array
  readonly soundCodes: Uint8Array
  /** Hashes of keys, sorted; `keyNames` has the name of each. Names of prominent entries come first within a key. */
  readonly keys: Uint32Array
  readonly keyNames: Uint32Array
  /** Where the keys of each leading part of a hash begin, and one past the last: as many parts as a power of two (see `shiftOf`). */
  readonly keyStarts: Uint32Array
  /** Ends of texts in units, then their units. */
  readonly text: Uint32Array
  readonly units: Uint16Array
}

export const KINDS = ['unknown', 'settlement', 'admin', 'country', 'facility', 'area'] as const

/**
 * The families of keys: by exact folded name or by sounds, over all countries or within one; within one country by sounds but
 * for one consonant (`near`) and by the sounds of what stands beside a common word (`part`); common words themselves; areas by code.
 */
export type KeyFamily = 'exact' | 'sound' | 'near' | 'part' | 'common' | 'area'

const SEEDS: Readonly<Record<KeyFamily, number>> = {
  exact: 0x811c9dc5,
  sound: 0x01234567,
  near: 0x5bd1e995,
  part: 0x1b873593,
  common: 0x6a09e667,
  area: 0x2f0b4c47,
}

/** 32-bit FNV-1a over a key, its family and its country. Collisions cost a look, never a wrong answer. */
export const hashKey = (family: KeyFamily, country: string, key: string): number => {
  let hash = SEEDS[family]
  for (let i = 0; i < country.length; i++) hash = Math.imul(hash ^ country.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ 0xff, 0x01000193)
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** How many keys lie between two of `keyStarts`, on average at most. */
const KEYS_A_START = 64

/** How many of the low bits of a hash are left out to find it among the `keyStarts` of so many keys. */
export const shiftOf = (keys: number): number => 32 - Math.max(1, Math.ceil(Math.log2((keys + 1) / KEYS_A_START)))
