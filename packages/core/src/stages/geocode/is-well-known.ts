import type { GazetteerPlace } from '../../gazetteer/gazetteer.ts'

/** Metres: first-order areas smaller than this are islets and quarters. */
const SMALL = 5000

/**
 * Whether readers may be expected to know a place by its name alone: countries, first-order areas, cities, and landscapes
 * that a gazetteer gives an extent (dumps list hills and wadis by the thousand, as points).
 */
export const isWellKnown = ({ kind, level, population, radius }: GazetteerPlace): boolean =>
  kind === 'country' ||
  (level === 1 && (radius === null || radius >= SMALL)) ||
  population >= 100_000 ||
  (kind === 'area' && radius !== null)
