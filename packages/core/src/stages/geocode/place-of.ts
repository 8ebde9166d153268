import type { Gazetteer, GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import type { Place, PlaceCandidate } from '../../model/place.ts'
import type { PlaceQuery } from './place-query.ts'
import { type Extent, extentOf, NEAR, ownExtent } from './precision.ts'
import { containerNamed, nodeOf, type Resolution, type Resolved } from './resolve.ts'
import type { Scored } from './score.ts'

const RUNNERS_UP = 4

/**
 * Where a passage lies, as exactly as is honest: the place itself when its name was found, else the area that the text, its
 * sentence or the document puts it in, with the precision that says so; null when there is nothing to go by.
 */
export const placeOf = (
  query: PlaceQuery,
  queries: readonly PlaceQuery[],
  resolution: Resolution,
  gazetteer: Gazetteer,
): Place | null => {
  const resolved = query.name === '' ? undefined : resolution.nodes.get(nodeOf(query))
  const first = resolved?.readings[0]
  if (resolved?.sure === true && first !== undefined) {
    const { entry } = first.match
    const rivals = resolved.readings.slice(1)
    return makePlace(query, entry, extentOf(query, entry), rivals, first.why, gazetteer)
  }
  return fallback(query, queries, resolution, resolved, gazetteer)
}

const fallback = (
  query: PlaceQuery,
  queries: readonly PlaceQuery[],
  resolution: Resolution,
  resolved: Resolved | undefined,
  gazetteer: Gazetteer,
): Place | null => {
  const area = holderOf(query, queries, resolution, gazetteer)
  if (area === null) return null
  const { place, why } = area
  return makePlace(query, place, extentAround(query, place), resolved?.readings ?? [], [why], gazetteer)
}

/** The extent of something that lies somewhere in or by a place: a settlement's is "near", an area's its own. */
const extentAround = (query: PlaceQuery, place: GazetteerPlace): Extent => {
  if (place.level === null && place.kind !== 'area') return NEAR
  const own = ownExtent(place)
  return query.kind === 'area' && place.kind === 'country' ? { ...own, precision: 5 } : own
}

interface Holder {
  readonly place: GazetteerPlace
  readonly why: string
}

/** What holds a place that no gazetteer has: the container the text names, else the area spoken of last, else the country. */
const holderOf = (
  query: PlaceQuery,
  queries: readonly PlaceQuery[],
  resolution: Resolution,
  gazetteer: Gazetteer,
): Holder | null => {
  for (const name of query.within) {
    const place = containerNamed(name, resolution.nodes)
    if (place !== undefined) return { place: areaOf(query, place, gazetteer), why: `the text puts it in ${name}` }
  }
  const spoken = query.nation === null ? areaSpokenOf(query, queries, resolution) : null
  if (spoken !== null) return { place: spoken.place, why: `the report speaks of ${spoken.text} there` }
  const common = query.nation === null ? commonArea(resolution, gazetteer) : null
  if (common !== null) return { place: common, why: `the report's other places lie in ${common.name}` }
  const country = resolution.votes.ranked.find((code) => code !== query.nation) ?? ''
  // One name's own vote for some far country is no sign that the report is about it.
  const isMeant = resolution.votes.share(country) >= 0.2 && resolution.votes.support(country, query.name) > 0
  const held = isMeant ? gazetteer.area(country, null) : null
  return held === null ? null : { place: held, why: `the report is about ${held.name}` }
}

/** A settlement or facility unknown to the gazetteer lies somewhere in the province of the town it is told with, not in that town. */
const areaOf = (query: PlaceQuery, place: GazetteerPlace, gazetteer: Gazetteer): GazetteerPlace => {
  if (place.level !== null || place.kind === 'area') return place
  const isPart = query.kind === 'unknown' || query.kind === 'facility'
  if (isPart || place.admin1 === null) return place
  return gazetteer.area(place.country, place.admin1) ?? place
}

/**
 * The area that the sentence speaks of, else the one before it, else the one before that: only when it is the one area
 * named there, and neither stands in a row with it.
 */
const areaSpokenOf = (query: PlaceQuery, queries: readonly PlaceQuery[], resolution: Resolution) => {
  for (const back of [0, 1, 2]) {
    const areas = new Map<string, { readonly place: GazetteerPlace; readonly text: string }>()
    for (const other of queries) {
      if (other.sentence !== query.sentence - back || other.key === query.key || other.name === '') continue
      const resolved = resolution.nodes.get(nodeOf(other))
      const entry = resolved?.sure === true ? resolved.readings[0]?.match.entry : undefined
      if (entry !== undefined && entry.kind !== 'country')
        areas.set(`${entry.country} ${entry.admin1}`, { place: entry, text: other.text })
    }
    const [only] = [...areas.values()]
    if (areas.size > 1) return null
    if (only !== undefined) return only.place.kind === 'admin' ? only : null
  }
  return null
}

/** The first-order area in which at least eight in ten of the places found lie, two at least. */
const commonArea = (resolution: Resolution, gazetteer: Gazetteer): GazetteerPlace | null => {
  const found = [...resolution.nodes.values()].flatMap(({ sure, readings }) => {
    const entry = sure ? readings[0]?.match.entry : undefined
    return entry === undefined || entry.kind === 'country' ? [] : [entry]
  })
  const counts = new Map<string, GazetteerPlace[]>()
  for (const entry of found) {
    const key = `${entry.country} ${entry.admin1}`
    counts.set(key, [...(counts.get(key) ?? []), entry])
  }
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length)
  const first = most?.[0]
  if (most === undefined || first === undefined || most.length < 2 || most.length < found.length * 0.8) return null
  return gazetteer.area(first.country, first.admin1)
}

const makePlace = (
  query: PlaceQuery,
  entry: GazetteerPlace,
  extent: Extent,
  rivals: readonly Scored[],
  why: readonly string[],
  gazetteer: Gazetteer,
): Place => ({
  kind: 'place',
  text: query.text,
  name: entry.name,
  lat: entry.lat,
  lon: entry.lon,
  precision: extent.precision,
  radius: extent.radius,
  country: entry.country,
  admin1: entry.admin1,
  pcode: entry.pcode,
  gazetteerId: entry.id,
  gazetteer: gazetteer.version,
  runnersUp: rivals.slice(0, RUNNERS_UP).map(candidateOf),
  why,
})

const candidateOf = ({ match, score, why }: Scored): PlaceCandidate => ({
  gazetteerId: match.entry.id,
  name: match.entry.name,
  lat: match.entry.lat,
  lon: match.entry.lon,
  country: match.entry.country,
  admin1: match.entry.admin1,
  kind: match.entry.kind,
  score: Math.round(score * 100) / 100,
  why,
})
