import type { PlaceMention } from '../model/claim.ts'
import type { Span } from '../model/span.ts'

/** A passage that the text uses as a place. `start`–`end` slices to `text`. */
export interface Toponym extends Span {
  /** The place as reports cite it: "Takad" of "Takad village", "southern Idlib", "north of Idlib city". */
  readonly text: string
  readonly kind: PlaceMention['kind']
  /** Whether the text itself says what kind of place it is ("the town of X"), rather than the gazetteer. */
  readonly typed: boolean
  /**
   * What kind of place the bare name is, which differs from `kind` in areas told by way of a name: a settlement in "north
   * of Idlib city", an administrative area in "the countryside of Idlib province".
   */
  readonly nameKind: PlaceMention['kind']
  /** The wider places that the text puts it in, nearest first, as bare names. */
  readonly within: readonly string[]
  /** The places that the text puts it on a side of ("X west of Y"), as bare names. */
  readonly beside: readonly string[]
  /** Index of its sentence. */
  readonly sentence: number
  /** Half-open token range of the whole phrase, type words and directions included. */
  readonly first: number
  readonly last: number
  /** The bare name to look up: "Idlib" of "north of Idlib city"; empty for an area without a name. */
  readonly name: string
  readonly nameSpan: Span
  /** The name in other scripts where the text sets it beside. */
  readonly also: readonly string[]
  /** `near` = the text puts it beside the place, not in it ("near X", "outside X"). */
  readonly relation: 'in' | 'near'
  /** The side of the named place that is meant; null when none is told. */
  readonly side: Side | null
  /** Whether the land around the named place is meant ("the countryside of X", "the outskirts of X"). */
  readonly isAround: boolean
  /** Whether the text says that it is a part of a town ("the X neighbourhood"). */
  readonly isPart: boolean
  /** ISO code of the nation by which an area without a name is told ("the Turkish border"); else null. */
  readonly nation: string | null
  /** Whether the gazetteer knows the bare name. */
  readonly known: boolean
  /** The rule that took it, for people who ask why. */
  readonly cue: string
}

/** A side of a place. */
export interface Side {
  /** Degrees clockwise from north. */
  readonly bearing: number
  /** Where it is seen from: `in` = a part of the place ("southern X") · `off` = outside it ("south of X city") · `around` = of the land around its town ("southern countryside of X"). */
  readonly from: 'in' | 'off' | 'around'
}
