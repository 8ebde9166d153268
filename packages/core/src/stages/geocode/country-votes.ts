import type { Gazetteer, GazetteerMatch } from '../../gazetteer/gazetteer.ts'
import type { PlaceQuery } from './place-query.ts'

/** Shares of the countries that a document is about, from its places and the nations it names; they sum to at most 1. */
export type CountryShares = ReadonlyMap<string, number>

/** A place name that bears out one country alone says more than a country's name, which may be a belligerent's. */
const PLACE = 2
const COUNTRY = 1.5
const NATION = 0.5
/** Whoever imports the places of a country works on it. */
const HOME = 4

/**
 * Which countries a document is about. Every distinct name votes for the countries that have a place of exactly that name,
 * one vote split among them; countries and nations named vote too. A country asked for has all votes.
 */
export const countryShares = (
  queries: readonly PlaceQuery[],
  nations: readonly string[],
  gazetteer: Gazetteer,
  asked: string | null,
): CountryShares => {
  if (asked !== null) return new Map([[asked, 1]])
  const votes = new Map<string, number>()
  const vote = (country: string, weight: number): void => {
    if (country !== '') votes.set(country, (votes.get(country) ?? 0) + weight)
  }
  for (const name of new Set(queries.flatMap((query) => [query.name, ...query.within]))) {
    const exact = gazetteer.lookup(name, { limit: 20 }).filter((match) => match.likeness === 1)
    const countries = new Set(exact.map(({ entry }) => entry.country))
    const named = exact.find(({ entry }) => entry.kind === 'country')
    if (named !== undefined) vote(named.entry.country, COUNTRY)
    else for (const country of countries) vote(country, weightOf(exact, country) / countries.size ** 1.5)
  }
  for (const nation of nations) vote(nation, NATION)
  for (const home of gazetteer.homes) vote(home, HOME / gazetteer.homes.length)
  const total = [...votes.values()].reduce((sum, weight) => sum + weight, 0)
  return new Map([...votes].map(([country, weight]) => [country, weight / total] as const).sort((a, b) => b[1] - a[1]))
}

/** Namesakes of a place meant elsewhere are mostly small; a place that many know bears its country out. */
const weightOf = (exact: readonly GazetteerMatch[], country: string): number => {
  const known = exact.some(
    ({ entry }) => entry.country === country && (entry.level === 1 || entry.population >= 100_000),
  )
  return known ? PLACE : PLACE / 4
}

/** The countries whose places are looked up by name: those with a fair share, the likeliest first. */
export const likelyCountries = (shares: CountryShares): readonly string[] =>
  [...shares]
    .filter(([, share]) => share >= 0.15)
    .slice(0, 3)
    .map(([country]) => country)
