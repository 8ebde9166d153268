import type { Gazetteer, GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import type { Circle } from '../../gazetteer/outline-side.ts'
import type { Place } from '../../model/place.ts'
import { makePlace } from './make-place.ts'
import type { PlaceQuery } from './place-query.ts'
import { type Extent, extentOf, NEAR, ownExtent } from './precision.ts'
import { containerNamed, nodeOf, type Resolution, type Resolved, sideTold } from './resolve.ts'
import { seatAmong, sideOf } from './side-of.ts'

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
    const { readings } = resolved
    const side = query.side === null ? null : sideOf(query.side, entry, seatAmong(readings, entry), gazetteer)
    const found = { entry, extent: extentOf(query, entry), side, rivals: readings.slice(1), why: first.why }
    return makePlace(query, found, gazetteer)
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
  // One sense per document: where another mention of the name is held more closely, this one is too.
  const mentions = [query, ...queries.filter((other) => other !== query && other.key !== '' && other.key === query.key)]
  const holders = mentions.flatMap((mention) => holderOf(mention, queries, resolution, resolved, gazetteer) ?? [])
  const area = holders.reduce<Holder | null>(
    (best, next) => (best === null || isCloser(next, best) ? next : best),
    null,
  )
  if (area === null) return null
  const { place, side = null, why } = area
  const extent = extentAround(query, place)
  return makePlace(query, { entry: place, extent, side, rivals: resolved?.readings ?? [], why: [why] }, gazetteer)
}

/** The extent of something that lies somewhere in or by a place: a settlement's is "near", an area's its own. */
const extentAround = (query: PlaceQuery, place: GazetteerPlace): Extent => {
  if (place.level === null && place.kind !== 'area') return NEAR
  const own = ownExtent(place)
  return query.kind === 'area' && place.kind === 'country' ? { ...own, precision: 5 } : own
}

const isCloser = (a: Holder, b: Holder): boolean => b.place.kind === 'country' && a.place.kind !== 'country'

interface Holder {
  readonly place: GazetteerPlace
  /** The side of the place that holds it. */
  readonly side?: Circle | null
  readonly why: string
}

/** What holds a place that no gazetteer has: the container the text names, else the area spoken of last, else the country. */
const holderOf = (
  query: PlaceQuery,
  queries: readonly PlaceQuery[],
  resolution: Resolution,
  resolved: Resolved | undefined,
  gazetteer: Gazetteer,
): Holder | null => {
  // One sense per document: what another mention of the name says holds here too.
  const { within, beside } = resolved === undefined || query.within.length > 0 ? query : resolved.query
  const told = [...within, ...beside].flatMap((name) => toldHolder(query, name, queries, resolution, gazetteer) ?? [])
  const holder = told.find(({ place }) => place.kind !== 'country') ?? told[0]
  if (holder !== undefined) return holder
  const shared = sharedArea(resolved, resolution, gazetteer)
  if (shared !== null) return { place: shared, why: `all places of this name lie in ${shared.name}` }
  const spoken = query.nation === null ? areaSpokenOf(query, queries, resolution, gazetteer) : null
  if (spoken !== null) return spoken
  const common = query.nation === null ? commonArea(resolution, gazetteer) : null
  if (common !== null) return { place: common, why: `the report's other places lie in ${common.name}` }
  const country = countryAround(query, queries, resolution) ?? countrySpokenOf(resolution, query.nation)
  // One name's own vote for some far country is no sign that the report is about it.
  const isMeant = resolution.votes.share(country) >= FAIR && resolution.votes.support(country, query.name) > 0
  const held = isMeant ? gazetteer.area(country, null) : null
  return held === null ? null : { place: held, why: `the report is about ${held.name}` }
}

/** The share of the votes from which on a report is mainly about a country. */
const MAINLY = 0.5

/** Sentences back over which a report is taken to speak of the same land. */
const BACK = 3

/** The one country in which all places lie that were found in a name's own sentence, or else in the nearest before it that has any. */
const countryAround = (query: PlaceQuery, queries: readonly PlaceQuery[], resolution: Resolution): string | null => {
  for (let back = 0; back <= BACK; back++) {
    const countries = new Set(foundIn(query.sentence - back, query, queries, resolution).map((entry) => entry.country))
    const [country] = countries
    if (country !== undefined)
      return countries.size === 1 && country !== query.nation && resolution.votes.share(country) >= FAIR
        ? country
        : null
  }
  return null
}

/**
 * The country that a report is likeliest about: of those that have a fair share of its votes the one in which the most of its
 * places were found, since armies and speakers of another may be named more often.
 */
const countrySpokenOf = ({ votes, nodes }: Resolution, not: string | null): string => {
  const found = new Map<string, number>()
  for (const { sure, readings } of nodes.values()) {
    const entry = sure ? readings[0]?.match.entry : undefined
    if (entry !== undefined && entry.kind !== 'country') found.set(entry.country, (found.get(entry.country) ?? 0) + 1)
  }
  const likely = votes.ranked.filter((code) => code !== not && votes.share(code) >= FAIR)
  const most = Math.max(0, ...likely.map((code) => found.get(code) ?? 0))
  return likely.find((code) => (found.get(code) ?? 0) === most) ?? votes.ranked.find((code) => code !== not) ?? ''
}

/** The share of the votes from which on a report may be about a country. */
const FAIR = 0.2

/** How far below the best reading another still may be meant. */
const RIVAL = 1.5

/** The first-order area in which all likely readings of a name that has several bearers lie. */
const sharedArea = (
  resolved: Resolved | undefined,
  { votes }: Resolution,
  gazetteer: Gazetteer,
): GazetteerPlace | null => {
  const [first] = resolved?.readings ?? []
  if (resolved === undefined || first === undefined || first.contained === false || first.match.likeness < 0.9)
    return null
  const near = resolved.readings.filter(
    ({ score, match }) => score >= first.score - RIVAL && match.likeness >= first.match.likeness - 0.05,
  )
  const rivals = near.map(({ match }) => match.entry)
  const { country, admin1 } = first.match.entry
  // One name's own vote for some far country is no sign that the report is about it.
  if (resolved.query.name === '' || votes.support(country, resolved.query.name) === 0) return null
  const isShared = rivals.length > 1 && rivals.every((entry) => entry.country === country && entry.admin1 === admin1)
  return isShared && admin1 !== null ? gazetteer.area(country, admin1) : null
}

/** What was found for a name that the text puts a place in or beside: of what lies on a side of it, that side. */
const toldHolder = (
  query: PlaceQuery,
  name: string,
  queries: readonly PlaceQuery[],
  resolution: Resolution,
  gazetteer: Gazetteer,
): Holder | null => {
  const place = containerNamed(name, resolution.nodes)
  if (place === undefined) return null
  const side = sideTold(query, name, queries)
  const isBeside = query.beside.includes(name)
  const why = `the text puts it ${isBeside ? 'beside' : 'in'} ${name}`
  const seat = seatNamed(name, place, resolution)
  // "Near X" is told from the town.
  if (side === null) return { place: isBeside ? (seat ?? place) : place, why }
  // "West of X city" is told from the town, not from the province of its name; how far, nobody says.
  const from = side.from === 'off' ? (seat ?? place) : place
  const circle = sideOf(side, from, seat, gazetteer)
  return { place: areaOf(place, gazetteer), side: { ...circle, radius: Math.max(circle.radius, FARTHEST) }, why }
}

/** What lies beside a town lies, as far as is known, somewhere in the town's province. */
const areaOf = (place: GazetteerPlace, gazetteer: Gazetteer): GazetteerPlace =>
  place.level !== null || place.admin1 === null ? place : (gazetteer.area(place.country, place.admin1) ?? place)

/** Metres around which a place that is told by a side of another may lie, at the least. */
const FARTHEST = 40_000

const seatNamed = (name: string, place: GazetteerPlace, { nodes }: Resolution): GazetteerPlace | null =>
  seatAmong(
    [...nodes.values()].filter((node) => node.query.name === name).flatMap(({ readings }) => readings),
    place,
  )

/**
 * The first-order area that the sentence speaks of, else the one before it, else the one before that: only when all
 * places found there lie in it, and it is named itself or by two places.
 */
const areaSpokenOf = (
  query: PlaceQuery,
  queries: readonly PlaceQuery[],
  resolution: Resolution,
  gazetteer: Gazetteer,
): Holder | null => {
  const spoken: GazetteerPlace[] = []
  for (const back of [0, 1, 2]) {
    spoken.push(...foundIn(query.sentence - back, query, queries, resolution))
    const [first] = spoken
    if (first === undefined) continue
    const { country, admin1 } = first
    if (admin1 === null || spoken.some((entry) => entry.country !== country || entry.admin1 !== admin1)) return null
    const isTold = spoken.some((entry) => entry.level === 1) || new Set(spoken.map(({ id }) => id)).size > 1
    const place = isTold ? gazetteer.area(country, admin1) : null
    if (place !== null) return { place, why: `the report speaks of ${place.name} there` }
  }
  return null
}

/** The places found for the other names of a sentence, countries left out. */
const foundIn = (
  sentence: number,
  query: PlaceQuery,
  queries: readonly PlaceQuery[],
  resolution: Resolution,
): readonly GazetteerPlace[] =>
  queries.flatMap((other) => {
    if (other.sentence !== sentence || other.key === query.key || other.name === '') return []
    const resolved = resolution.nodes.get(nodeOf(other))
    const entry = resolved?.sure === true ? resolved.readings[0]?.match.entry : undefined
    return entry === undefined || entry.kind === 'country' ? [] : [entry]
  })

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
  // Where soldiers come from is told by more names than where they fell.
  if (resolution.votes.share(first.country) < MAINLY) return null
  return gazetteer.area(first.country, first.admin1)
}
