import type { PlaceCandidate } from '../model/place.ts'

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
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly admin1: string | null
  readonly population: number
  readonly pcode: string | null
}

/** Places by name, in memory or on disk. */
export interface Gazetteer {
  /** Name and version of everything in it; claims remember which gazetteer placed them. */
  readonly version: string
  /** Entries whose names are alike, the likest first. `names` in any script and romanisation. */
  lookup(
    name: string,
    options?: { readonly country?: string; readonly admin1?: string; readonly limit?: number },
  ): readonly GazetteerMatch[]
  /** The first-order area and country that hold a point; null at sea. */
  areaAt(lat: number, lon: number): { readonly country: string; readonly admin1: string | null } | null
}

export interface GazetteerMatch {
  readonly entry: GazetteerEntry
  /** The name of the entry that matched. */
  readonly name: string
  /** 0 to 1: how alike the names are; 1 = the same after folding. */
  readonly likeness: number
}
