import type { PlaceCandidate } from '../model/place.ts'
import type { Circle } from './outline-side.ts'

/** A place as a gazetteer knows it. */
export interface GazetteerEntry {
  /** Unique within all gazetteers: `<gazetteer>:<its own id>`. */
  readonly id: string
  readonly name: string
  /** Other spellings, in any script. */
  readonly names: readonly string[]
  readonly lat: number
  readonly lon: number
  readonly kind: PlaceCandidate['kind']
  /** ISO 3166-1 alpha-2, upper case; empty where the gazetteer does not say. */
  readonly country: string
  /** The first-order area, by its common name. */
  readonly admin1: string | null
  readonly population: number
  readonly pcode: string | null
  /** P-codes of the areas that hold it, the widest first (first order, second …), as far as its gazetteer gives them. */
  readonly areas?: readonly string[]
  /** How far down the ladder of areas it stands: 0 country · 1 and 2 first- and second-order area · … · null for no area. */
  readonly level: number | null
  /** Metres around the point that hold it all; null where the gazetteer does not say. */
  readonly radius: number | null
}

/** What a look-up tells of a place: all but its other spellings. */
export type GazetteerPlace = Omit<GazetteerEntry, 'names'>

export interface LookupOptions {
  readonly country?: string
  readonly admin1?: string
  /** Whether only names under the same key of sounds are wanted, which is quicker: none a consonant or a common word apart. */
  readonly same?: true
  /** How many at most; 10 unless told. */
  readonly limit?: number
}

/** Places by name, in memory or on disk. */
export interface Gazetteer {
  /** Name and version of everything in it; claims remember which gazetteer placed them. */
  readonly version: string
  /** ISO codes of the countries that imported gazetteers are about: whoever imports a country's places works on it. */
  readonly homes: readonly string[]
  /** Entries whose names are alike, the likest first, in any script and romanisation. */
  lookup(name: string, options?: LookupOptions): readonly GazetteerMatch[]
  /** What is known of exactly this name after folding, by its most prominent bearer; null for none. Cheap. */
  known(name: string): KnownName | null
  /** A country (`admin1` null) or its first-order area by common name; null when unknown. */
  area(country: string, admin1: string | null): GazetteerPlace | null
  /** The p-code of a country's first-order area by common name, from whichever gazetteer has one; null for none. */
  pcode(country: string, admin1: string | null): string | null
  /** The first-order area and country that hold a point; null at sea. */
  areaAt(lat: number, lon: number): GazetteerArea | null
  /** The side of a first-order area or (`admin1` null) a country that faces a bearing, as a circle; null where no outline is known. */
  side(country: string, admin1: string | null, bearing: number): Circle | null
}

/** The most prominent place of a name. */
export interface KnownName {
  readonly kind: PlaceCandidate['kind']
  readonly level: number | null
  readonly country: string
  readonly population: number
  /** As of an entry. */
  readonly radius: number | null
  /** Whether it is the place's first name rather than another of its names. */
  readonly first: boolean
}

export interface GazetteerArea {
  readonly country: string
  readonly admin1: string | null
}

export interface GazetteerMatch {
  readonly entry: GazetteerPlace
  /** The name of the entry that matched. */
  readonly name: string
  /** 0 to 1: how alike the names are; 1 = the same after folding. */
  readonly likeness: number
  /** Whether they are alike only but for a common word of one of them ("Qaryat X" and "X"). */
  readonly partial: boolean
}
