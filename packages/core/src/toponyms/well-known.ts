import type { Gazetteer } from '../gazetteer/gazetteer.ts'

/** Whether a name is one that people own things by: a country's, a province's or a city's. */
export const isWellKnown = (name: string, gazetteer: Gazetteer): boolean => {
  const known = gazetteer.known(name)
  return known !== null && (known.level === 0 || known.level === 1 || known.population >= 100_000)
}
