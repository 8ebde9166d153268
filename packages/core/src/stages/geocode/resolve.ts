import type { Gazetteer, GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import { candidatesOf } from './candidates.ts'
import { type CountryVotes, countryVotes, likelyCountries } from './country-votes.ts'
import type { PlaceQuery } from './place-query.ts'
import { isSure, type Scored, scoreOf } from './score.ts'

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
  const nodes = mergeByNode(named).map((query) => ({
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
          containers: containersOf(query, taken),
          others: othersOf(query, taken),
          namesakes: matches.flatMap(({ entry, likeness }) =>
            entry.kind === 'admin' && likeness >= 0.95 ? [entry] : [],
          ),
          asArea: areaKeys.has(query.key),
        }
        const readings = matches.map((match) => scoreOf(query, match, around)).sort((a, b) => b.score - a.score)
        return [nodeOf(query), { query, readings, sure: isSure(query, readings, votes) }]
      }),
    )
  }
  return { votes, nodes: best }
}

/** The queries of one node as one, with what is said of the name anywhere. */
const mergeByNode = (queries: readonly PlaceQuery[]): readonly PlaceQuery[] => {
  const nodes = new Map<string, PlaceQuery>()
  for (const query of queries) {
    if (nodes.has(nodeOf(query))) continue
    const same = queries.filter(({ key }) => key === query.key)
    const within = [...new Set(same.flatMap((other) => other.within))]
    const beside = [...new Set(same.flatMap((other) => other.beside))]
    nodes.set(nodeOf(query), { ...query, within, beside })
  }
  return [...nodes.values()]
}

const takenOf = (resolved: Resolved | undefined): GazetteerPlace | undefined =>
  resolved?.sure === true ? resolved.readings[0]?.match.entry : undefined

/** The places taken in the last round for the names that the text puts this one in; an area rather than a town of the name. */
const containersOf = (query: PlaceQuery, taken: ReadonlyMap<string, Resolved>): readonly GazetteerPlace[] =>
  query.within.flatMap((name) => {
    const held = containerNamed(name, taken)
    return held === undefined ? [] : [held]
  })

export const containerNamed = (name: string, taken: ReadonlyMap<string, Resolved>): GazetteerPlace | undefined => {
  const found = [...taken.values()].filter(({ query, sure }) => sure && query.name === name)
  const entries = found.flatMap(({ readings }) => readings.slice(0, 3).map(({ match }) => match))
  const area = entries.find(({ entry, likeness }) => likeness === 1 && entry.level !== null)
  return area?.entry ?? entries[0]?.entry
}

const othersOf = (query: PlaceQuery, taken: ReadonlyMap<string, Resolved>) =>
  [...taken.values()].flatMap((resolved) => {
    const place = takenOf(resolved)
    if (place === undefined || place.kind === 'country' || resolved.query.key === query.key) return []
    return [{ place, text: resolved.query.name, beside: resolved.query.sentence === query.sentence }]
  })
