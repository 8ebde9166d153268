import type { Gazetteer, GazetteerMatch, GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import type { Side } from '../../toponyms/toponym.ts'
import { candidatesOf, isCrowded, withThoseIn } from './candidates.ts'
import { type CountryVotes, countryVotes, likelyCountries } from './country-votes.ts'
import type { PlaceQuery } from './place-query.ts'
import { type Container, isSure, type Scored, scoreOf } from './score.ts'
import { sideOf } from './side-of.ts'

/** One name of a document with its readings, the best first; `sure` = the first may be shown as the place. */
export interface Resolved {
  readonly query: PlaceQuery
  readonly readings: readonly Scored[]
  readonly sure: boolean
}

export interface Resolution {
  readonly votes: CountryVotes
  /** By the key and kind class of a query, see `nodeOf`. */
  readonly nodes: ReadonlyMap<string, Resolved>
}

const ROUNDS = 3

/**
 * One sense per document: a name means one place throughout, but a town, a province and the land around are three, and a
 * name without a word of its kind may be any of them.
 */
export const nodeOf = ({ nameKind, key }: PlaceQuery): string =>
  `${nameKind === 'admin' || nameKind === 'area' || nameKind === 'settlement' ? nameKind : 'place'} ${key}`

/**
 * Resolves all names of a document together: each name takes its likeliest reading, then all are weighed again by where
 * the others lie, until they settle.
 */
export const resolvePlaces = (
  queries: readonly PlaceQuery[],
  nations: readonly string[],
  gazetteer: Gazetteer,
  asked: string | null,
): Resolution => {
  const votes = countryVotes(queries, nations, gazetteer, asked)
  const countries = likelyCountries(votes)
  const areaKeys = new Set(queries.filter(({ kind }) => kind === 'admin').map(({ key }) => key))
  const named = queries.filter((query) => query.name !== '')
  let nodes: readonly Node[] = mergeByNode(named).map((query) => ({
    query,
    matches: candidatesOf(query, gazetteer, countries, asked !== null),
  }))
  let best = new Map<string, Resolved>()
  for (let round = 0; round < ROUNDS; round++) {
    const taken = best
    best = new Map(
      nodes.map(({ query, matches }) => {
        const around = {
          votes,
          containers: containersOf(query, queries, taken, gazetteer),
          others: othersOf(query, taken),
          towns: matches.flatMap(({ entry, likeness }) =>
            entry.kind === 'settlement' && likeness >= 0.95 ? [entry] : [],
          ),
          namesakes: matches.flatMap(({ entry, likeness }) =>
            entry.kind === 'admin' && likeness >= 0.95 ? [entry] : [],
          ),
          asArea: areaKeys.has(query.key),
        }
        const readings = matches.map((match) => scoreOf(query, match, around)).sort((a, b) => b.score - a.score)
        return [nodeOf(query), { query, readings, sure: isSure(query, readings, votes) }]
      }),
    )
    if (round === 0) nodes = nodes.map((node) => withAreas(node, queries, best, gazetteer))
  }
  return { votes, nodes: best }
}

interface Node {
  readonly query: PlaceQuery
  readonly matches: readonly GazetteerMatch[]
}

/** A name with its readings in the first-order areas that hold it, or else, where it has too many, that its sentence speaks of. */
const withAreas = (
  node: Node,
  queries: readonly PlaceQuery[],
  taken: ReadonlyMap<string, Resolved>,
  gazetteer: Gazetteer,
): Node => {
  const { query, matches } = node
  const holders = containersOf(query, queries, taken, gazetteer).map(({ place }) => place)
  const areas = holders.filter(({ kind, id }) => kind !== 'country' && id !== matches[0]?.entry.id)
  const beside = othersOf(query, taken).filter((other) => other.beside)
  const spoken = areas.length === 0 && isCrowded(matches) ? beside.map(({ place }) => place) : []
  return { query, matches: withThoseIn(query, matches, [...areas, ...spoken], gazetteer) }
}

/** The queries of one node as one, with what is said of the name anywhere. */
const mergeByNode = (queries: readonly PlaceQuery[]): readonly PlaceQuery[] => {
  const nodes = new Map<string, PlaceQuery>()
  for (const query of queries) {
    if (nodes.has(nodeOf(query))) continue
    const same = queries.filter(({ key }) => key === query.key)
    const within = [...new Set(same.flatMap((other) => other.within))]
    const beside = [...new Set(same.flatMap((other) => other.beside))]
    const also = [...new Set(same.flatMap((other) => other.also))]
    nodes.set(nodeOf(query), { ...query, within, beside, also })
  }
  return [...nodes.values()]
}

const takenOf = (resolved: Resolved | undefined): GazetteerPlace | undefined =>
  resolved?.sure === true ? resolved.readings[0]?.match.entry : undefined

/**
 * The places taken in the last round for the names that the text puts this one in, an area rather than a town of the name,
 * and for those on a side of which it lies.
 */
const containersOf = (
  query: PlaceQuery,
  queries: readonly PlaceQuery[],
  taken: ReadonlyMap<string, Resolved>,
  gazetteer: Gazetteer,
): readonly Container[] =>
  [...query.within, ...query.beside].flatMap((name) => {
    const place = containerNamed(name, taken)
    if (place === undefined) return []
    const side = sideTold(query, name, queries)
    return [
      { place, holds: !query.beside.includes(name), sides: side === null ? null : sidesOf(side, place, gazetteer) },
    ]
  })

const sidesOf = (side: Side, place: GazetteerPlace, gazetteer: Gazetteer): NonNullable<Container['sides']> => {
  const from = side.from === 'around' ? 'in' : side.from
  return {
    meant: sideOf({ bearing: side.bearing, from }, place, null, gazetteer),
    other: sideOf({ bearing: (side.bearing + 180) % 360, from }, place, null, gazetteer),
  }
}

/** The side of a place that the sentence speaks of beside a name that it puts there ("X in southern Y", "X west of Y"). */
export const sideTold = (query: PlaceQuery, name: string, queries: readonly PlaceQuery[]): Side | null =>
  queries.find((other) => other.name === name && other.sentence === query.sentence && other.side !== null)?.side ?? null

/** An area this alike in name is taken before a town. */
const SAME_NAME = 0.9

export const containerNamed = (name: string, taken: ReadonlyMap<string, Resolved>): GazetteerPlace | undefined => {
  const found = [...taken.values()].filter(({ query, sure }) => sure && query.name === name)
  const entries = found.flatMap(({ readings }) => readings.slice(0, 3).map(({ match }) => match))
  const area = entries.find(({ entry, likeness }) => likeness >= SAME_NAME && entry.level !== null)
  return area?.entry ?? entries[0]?.entry
}

const othersOf = (query: PlaceQuery, taken: ReadonlyMap<string, Resolved>) =>
  [...taken.values()].flatMap((resolved) => {
    const place = takenOf(resolved)
    if (place === undefined || place.kind === 'country' || resolved.query.key === query.key) return []
    // How near it lies to the middle of an area that holds it says nothing.
    if (place.level !== null && query.within.includes(resolved.query.name)) return []
    return [{ place, text: resolved.query.name, beside: resolved.query.sentence === query.sentence }]
  })
