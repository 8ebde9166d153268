import { hasArticle } from '../../gazetteer/fold-name.ts'
import type { Gazetteer, GazetteerMatch } from '../../gazetteer/gazetteer.ts'
import { soundsOf } from '../../gazetteer/name-sounds.ts'
import { consonantsIn } from '../../gazetteer/sound-keys.ts'
import { isWellKnown } from './is-well-known.ts'
import type { PlaceQuery } from './place-query.ts'

/** Which countries a document is about. */
export interface CountryVotes {
  /** 0 to 1: a country's share of all votes. */
  share(country: string): number
  /** Votes for a country from anything but this name: what would be left if the name were someone else's. */
  support(country: string, name: string): number
  /** The countries with votes, the likeliest first. */
  readonly ranked: readonly string[]
}

/** A place name that bears out one country alone says more than a country's name, which may be a belligerent's. */
const PLACE = 2
const COUNTRY = 1.5
const NATION = 0.5
/** Whoever imports the places of a country works on it. */
const HOME = 4

/**
 * Every distinct name votes for the countries that have a place of exactly that name, one vote split among them; countries
 * and nations named vote too. A country asked for has all votes.
 */
export const countryVotes = (
  queries: readonly PlaceQuery[],
  nations: readonly string[],
  gazetteer: Gazetteer,
  asked: string | null,
): CountryVotes => {
  const votes = new Map<string, Map<string, number>>()
  const vote = (country: string, voter: string, weight: number): void => {
    if (country === '') return
    const own = votes.get(country) ?? new Map<string, number>()
    own.set(voter, (own.get(voter) ?? 0) + weight)
    votes.set(country, own)
  }
  if (asked !== null) vote(asked, ASKED, HOME)
  else {
    for (const name of new Set(queries.flatMap((query) => [query.name, ...query.within])))
      voteOfName(name, gazetteer, vote)
    for (const nation of nations) vote(nation, NATIONS, NATION)
    for (const home of gazetteer.homes) vote(home, HOMES, HOME / gazetteer.homes.length)
  }
  return tally(votes)
}

/** Voters that are no place's name. */
const [ASKED, NATIONS, HOMES] = ['?', '~', '*']

type Vote = (country: string, voter: string, weight: number) => void

const voteOfName = (name: string, gazetteer: Gazetteer, vote: Vote): void => {
  if (name === '') return
  const matches = gazetteer.lookup(name, { limit: 20 })
  const exact = matches.filter((match) => match.likeness === 1 && keepsArticle(name, match.name))
  if (exact.length === 0) voteOfSpelling(name, matches, vote)
  const named = exact.find(({ entry }) => entry.kind === 'country')
  if (named !== undefined) vote(named.entry.country, name, COUNTRY)
  const countries = new Set(named !== undefined ? [] : exact.map(({ entry }) => entry.country))
  for (const country of countries) vote(country, name, weightOf(exact, country) / countries.size ** 1.5)
}

/** From this likeness on the spelling of a place that many know speaks for its country, too. */
export const SPELLED = 0.93

/** What no place is called exactly may be another spelling of one that many know. */
const voteOfSpelling = (name: string, matches: readonly GazetteerMatch[], vote: Vote): void => {
  if (consonantsIn(soundsOf(name)) < 4) return
  const known = matches.filter(({ entry, likeness }) => likeness >= SPELLED && isWellKnown(entry))
  const countries = new Set(known.map(({ entry }) => entry.country))
  for (const country of countries) vote(country, name, PLACE / 2 / countries.size ** 1.5)
}

/** A name with an Arabic article is no place's that is called so without one. */
export const keepsArticle = (name: string, found: string): boolean => !hasArticle(name) || hasArticle(found)

/** Namesakes of a place meant elsewhere are mostly small; a place that many know bears its country out. */
const weightOf = (exact: readonly GazetteerMatch[], country: string): number => {
  const known = exact.some(({ entry }) => entry.country === country && isWellKnown(entry))
  return known ? PLACE : PLACE / 4
}

const tally = (votes: ReadonlyMap<string, ReadonlyMap<string, number>>): CountryVotes => {
  const sumOf = (country: string): number =>
    [...(votes.get(country)?.values() ?? [])].reduce((sum, weight) => sum + weight, 0)
  const total = [...votes.keys()].reduce((sum, country) => sum + sumOf(country), 0)
  const ranked = [...votes.keys()].sort((a, b) => sumOf(b) - sumOf(a))
  return {
    share: (country) => (total === 0 ? 0 : sumOf(country) / total),
    support: (country, name) => sumOf(country) - (votes.get(country)?.get(name) ?? 0),
    ranked,
  }
}

/** The countries whose places are looked up by name: those with a fair share, the likeliest first. */
export const likelyCountries = (votes: CountryVotes): readonly string[] =>
  votes.ranked.filter((country) => votes.share(country) >= 0.15).slice(0, 3)
