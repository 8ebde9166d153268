import type { ClaimId } from './claim.ts'

/** UCDP where_prec: 1 exact · 2 near (about 25 km) · 3 second-order area · 4 first-order area · 5 linear or vague · 6 country · 7 at sea or in the air. */
export type PlacePrecision = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** One reading of a place's name, with why it was preferred or not. */
export interface PlaceCandidate {
  readonly gazetteerId: string
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly country: string
  readonly admin1: string | null
  readonly kind: 'settlement' | 'admin' | 'country' | 'facility' | 'area' | 'unknown'
  /** Higher is better; comparable only within one mention. */
  readonly score: number
  /** The features that made the score, to be read by people. */
  readonly why: readonly string[]
}

/** Airwars' public labels of how exactly a place is known, from the widest to the closest that news can give. */
export type AirwarsLabel =
  | 'country'
  | 'province/governorate'
  | 'district'
  | 'subdistrict'
  | 'city'
  | 'town'
  | 'village'
  | 'nearby landmark'
  | 'neighbourhood/area'

/** P-codes by order; null where no gazetteer knows one. */
export interface Pcodes {
  readonly adm0: string | null
  readonly adm1: string | null
  readonly adm2: string | null
  readonly adm3: string | null
}

/** Where a mention lies, as exactly as is honest. */
export interface Place {
  readonly kind: 'place'
  /** The place as the report spells it. */
  readonly text: string
  /** The gazetteer's name for what could be located: the place itself or the area it lies in. */
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly precision: PlacePrecision
  /** Metres around the point within which it lies. */
  readonly radius: number
  /** How exactly it is known, in the word of Airwars' ladder. Places kept before it was told and points that people gave have none. */
  readonly accuracy?: AirwarsLabel
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly admin1: string | null
  readonly pcode: string | null
  /** P-codes of the country and of the areas of first to third order that hold it, as far as known. Claims placed before they were kept have none. */
  readonly pcodes?: Pcodes
  readonly gazetteerId: string
  /** The gazetteer and its version that placed it. */
  readonly gazetteer: string
  readonly runnersUp: readonly PlaceCandidate[]
  /** Why it was placed there, to be read by people. */
  readonly why?: readonly string[]
}

/** The places of one claim, one for each of its mentions, null where a mention could not be located at all. */
export interface ClaimPlaces {
  readonly claim: ClaimId
  readonly places: readonly (Place | null)[]
}
