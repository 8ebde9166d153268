import type { ClaimRecord, CountClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { IncidentPlaceRecord } from '@sijil/core/contract/incident-record.js'
import type { FigureRecord, RangeRecord } from '@sijil/core/contract/range-record.js'

/** Where nothing was reported. */
export const NOTHING = '·'

/** "9", "8–9", "12+" (open top), "≤ 12" (open bottom); "·" where no number was reported. */
export const rangeWords = ({ low, high }: RangeRecord): string => {
  if (low === null && high === null) return NOTHING
  if (high === null) return `${count(low ?? 0)}+`
  if (low === null) return `≤ ${count(high)}`
  return low === high ? count(low) : `${count(low)}–${count(high)}`
}

/** A range with its best estimate, "8–9 (8)"; the best is left out where it says nothing new. `reported`: someone reports it. */
export const figureWords = (figure: FigureRecord, reported: boolean): string => {
  const range = rangeWords(figure)
  if (range === NOTHING) return reported ? '?' : NOTHING
  const best = figure.best
  return best === null || (best === figure.low && (figure.high === null || best === figure.high))
    ? range
    : `${range} (${count(best)})`
}

/** Thousands apart by a comma: 350,000. */
export const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',')

/** "2020-01-21", "2020-01-21 to 22", "by 2020-01-21", "unknown". */
export const dayWords = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return 'unknown'
  if (from === null) return `by ${to}`
  if (to === null) return `from ${from}`
  if (from === to) return from
  if (from.slice(0, 8) === to.slice(0, 8)) return `${from} to ${to.slice(8)}`
  return from.slice(0, 5) === to.slice(0, 5) ? `${from} to ${to.slice(5)}` : `${from} to ${to}`
}

/** The place as the reports spell it, with how exactly it is known. */
export const placeWords = (place: IncidentPlaceRecord): string => {
  const { text, name, precision } = place
  if (name === null || precision === null) return text === null ? 'place not told' : `${text} (not located)`
  if (precision === 5 && text !== null && text !== name) return `${text} (vague, ${name})`
  const known = locatedWords(name, precision)
  if (text === null || text === name) return known
  return precision === 1 && !sameName(text, name) ? `${text} (= ${name})` : precision === 1 ? text : `${text}, ${known}`
}

const locatedWords = (name: string, precision: number): string => {
  if (precision === 1) return name
  if (precision === 2) return `near ${name}`
  if (precision === 5) return `around ${name}`
  if (precision === 7) return `off ${name}`
  return `in ${name}`
}

const sameName = (a: string, b: string): boolean => a.localeCompare(b, 'und', { sensitivity: 'base' }) === 0

/** What a precision of place means, by UCDP's scale. */
export const PLACE_PRECISIONS: Readonly<Record<number, string>> = {
  1: 'the place itself',
  2: 'near it (about 25 km)',
  3: 'its second-order area only',
  4: 'its first-order area only',
  5: 'a vague or drawn-out area',
  6: 'the country only',
  7: 'at sea or in the air',
}

/** "mine_ied" → "mine, IED"; the other codes only lose their underscores. */
export const codeWords = (code: string): string => (code === 'mine_ied' ? 'mine or IED' : code.replaceAll('_', ' '))

/** A number as a claim states it, in words: "at least 12", "dozens", "8 to 9 families". */
export const statedWords = (claim: CountClaimRecord): string => {
  const unit = claim.unit === 'family' ? ' families' : ''
  return `${numberWords(claim)}${unit}${claim.each ? ' each' : ''}`
}

const numberWords = ({ low, high, hedge, vague }: CountClaimRecord): string => {
  if (low === null && high === null) return vague === null ? 'some' : `“${vague}”`
  if (hedge === 'at_least' && low !== null) return `at least ${count(low)}`
  if (hedge === 'more_than' && low !== null) return `more than ${count(low - 1)}`
  if (hedge === 'at_most' && high !== null) return `up to ${count(high)}`
  if (hedge === 'almost' && high !== null) return `nearly ${count(high)}`
  if (hedge === 'about') return `about ${rangeWords({ low, high })}`
  return rangeWords({ low, high })
}

/** What a claim says, short: "at least 12 killed", "attack", "captured". */
export const claimWords = (claim: ClaimRecord): string =>
  'metric' in claim ? `${statedWords(claim)} ${codeWords(claim.metric)}` : (claim.action ?? claim.kind)

/** Who says so, the nearest speaker first, each on the word of the next; the outlet itself where nobody is named. */
export const chainWords = (claim: ClaimRecord, outlet: string | null): string => {
  if (claim.attribution.length === 0) return outlet === null ? 'the outlet itself' : `${outlet} itself`
  return claim.attribution
    .map(({ text, type }) => (type === 'other' ? text : `${text} [${codeWords(type)}]`))
    .join(' ← ')
}
