import type { PlaceValue } from '@sijil/core/contract/review-values.js'
import type { Gazetteer } from '@sijil/core/gazetteer/gazetteer.js'
import type { Claim, PlaceMention } from '@sijil/core/model/claim.js'
import type { Place, PlacePrecision } from '@sijil/core/model/place.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { placeAnew } from '../jobs/place-anew.ts'

/** Metres around a point that a person gives without saying how exactly. */
const RADIUS = 1000

/** Where the places lie that a person gives: at their point, or else where the gazetteers find the words in the document. */
export const locateValues = (
  mentions: readonly PlaceMention[],
  values: readonly PlaceValue[],
  { claim, text, context }: { readonly claim: Claim; readonly text: DocumentText; readonly context: Context },
): readonly (Place | null)[] => {
  const asked: Claim = { ...claim, places: mentions }
  const [found] = placeAnew({ documents: [text], claims: [asked], before: [] }, context)
  const places = found?.moved[0]?.places ?? []
  return values.map((value, i) => {
    const { lat, lon } = value
    if (lat !== undefined && lon !== undefined) return pointOf({ ...value, lat, lon }, context.gazetteer)
    const place = places[i] ?? null
    return place !== null && (value.country === undefined || place.country === value.country.toUpperCase())
      ? place
      : elsewhere(value, context.gazetteer)
  })
}

const pointOf = (value: PlaceValue & { readonly lat: number; readonly lon: number }, gazetteer: Gazetteer): Place => {
  const area = gazetteer.areaAt(value.lat, value.lon)
  return {
    kind: 'place',
    text: value.text,
    name: value.name ?? value.text,
    lat: value.lat,
    lon: value.lon,
    precision: (value.precision ?? 1) as PlacePrecision,
    radius: value.radius ?? RADIUS,
    country: (value.country ?? area?.country ?? '').toUpperCase(),
    admin1: value.admin1 ?? area?.admin1 ?? null,
    pcode: null,
    gazetteerId: `person:${value.lat},${value.lon}`,
    gazetteer: 'person',
    runnersUp: [],
    why: ['a person gave the point'],
  }
}

/** The place of that name in the country that the person names, when its context speaks for another. */
const elsewhere = (value: PlaceValue, gazetteer: Gazetteer): Place | null => {
  if (value.country === undefined) return null
  const [match] = gazetteer.lookup(value.text, { country: value.country.toUpperCase(), limit: 1 })
  if (match === undefined) return null
  const { entry } = match
  return {
    ...pointOf({ ...value, lat: entry.lat, lon: entry.lon, name: entry.name, admin1: entry.admin1 }, gazetteer),
    country: entry.country,
    pcode: entry.pcode,
    radius: entry.radius ?? RADIUS,
    gazetteerId: entry.id,
    gazetteer: gazetteer.version,
    why: ['a person named the country'],
  }
}
