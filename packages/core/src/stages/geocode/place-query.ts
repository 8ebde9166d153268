import { exactKey } from '../../gazetteer/fold-name.ts'
import type { PlaceMention } from '../../model/claim.ts'
import type { Side, Toponym } from '../../toponyms/toponym.ts'

/** What is asked of the gazetteer: one passage that a document uses as a place. */
export interface PlaceQuery {
  readonly text: string
  /** The bare name; empty for an area without one. */
  readonly name: string
  /** The name in other scripts where the text gives it. */
  readonly also: readonly string[]
  /** Folded name; queries with one key mean one place throughout a document. */
  readonly key: string
  readonly kind: PlaceMention['kind']
  /** What kind of place the bare name is: a settlement in "north of Idlib city", whose own kind is an area. */
  readonly nameKind: PlaceMention['kind']
  readonly within: readonly string[]
  /** Places that it lies on a side of. */
  readonly beside: readonly string[]
  readonly relation: 'in' | 'near'
  readonly sentence: number
  readonly side: Side | null
  /** Whether the land around the named place is meant ("the countryside of X"). */
  readonly isAround: boolean
  /** Whether the text says that it is a part of a town. */
  readonly isPart: boolean
  /** ISO code of the nation whose border or side is meant ("the Turkish border"): it lies not in that nation. */
  readonly nation: string | null
}

export const queryOf = (place: Toponym): PlaceQuery => ({
  text: place.text,
  name: place.name,
  also: place.also,
  key: exactKey(place.name),
  kind: place.typed || place.kind === 'country' ? place.kind : 'unknown',
  nameKind: place.nameKind,
  within: place.within,
  beside: place.beside,
  relation: place.relation,
  sentence: place.sentence,
  side: place.side,
  isAround: place.isAround,
  isPart: place.isPart,
  nation: place.nation,
})

/** A claim's mention as a query: by the toponym recognised under its span where there is one, else by its own words. */
export const queryOfMention = (mention: PlaceMention, toponyms: readonly Toponym[]): PlaceQuery => {
  const same = toponyms.find((place) => place.start < mention.end && mention.start < place.end)
  const within = mention.within.length > 0 ? mention.within : (same?.within ?? [])
  if (same !== undefined) return { ...queryOf(same), text: mention.text, within }
  return {
    text: mention.text,
    name: mention.text,
    also: [],
    key: exactKey(mention.text),
    kind: mention.kind,
    nameKind: mention.kind,
    within,
    beside: [],
    relation: 'in',
    sentence: 0,
    side: null,
    isAround: false,
    isPart: false,
    nation: null,
  }
}
