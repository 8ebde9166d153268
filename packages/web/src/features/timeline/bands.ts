import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'

/** A ceasefire or another agreement as reports tell it, with the days it covers. */
export interface Band {
  readonly from: string
  /** Null where no report tells an end. */
  readonly to: string | null
  /** What it is, in a report's own words. */
  readonly action: string
  readonly places: readonly string[]
  /** The claims that tell of it, in the order in which they stand in the record. */
  readonly claims: readonly ClaimRecord[]
}

/** Agreements by the days they cover: those that several reports tell in the same days and places are one band. */
export const bandsOf = (claims: readonly ClaimRecord[]): readonly Band[] => {
  const bands = new Map<string, Band>()
  for (const claim of claims) {
    const from = claim.from ?? claim.to
    if (claim.kind !== 'agreement' || from === null || claim.rejected === true) continue
    const to = claim.to === from && claim.from === null ? null : claim.to
    const key = JSON.stringify([from, to, [...claim.places].map((place) => place.toLocaleLowerCase('en')).sort()])
    const known = bands.get(key)
    bands.set(
      key,
      known === undefined
        ? { from, to, action: claim.action ?? claim.quote, places: claim.places, claims: [claim] }
        : { ...known, claims: [...known.claims, claim] },
    )
  }
  return [...bands.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

export interface Days {
  readonly from: string
  readonly to: string
}

const DAY_MS = 86_400_000
const LEAST_DAYS = 21
const SHARE = 0.15
const stamp = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Days widened to hold the bands that begin or end shortly before or after them; one of another year moves nothing. */
export const withBands = ({ from, to }: Days, bands: readonly Band[]): Days => {
  const room = Math.max(LEAST_DAYS * DAY_MS, (stamp(to) - stamp(from)) * SHARE)
  const near = bands
    .flatMap((band) => [band.from, band.to ?? band.from])
    .filter((day) => stamp(day) >= stamp(from) - room && stamp(day) <= stamp(to) + room)
    .map(stamp)
  return { from: dayOf(Math.min(stamp(from), ...near)), to: dayOf(Math.max(stamp(to), ...near)) }
}

/** The days that a band covers within a picture of these days; null where it lies outside. An open one runs to the end. */
export const clipped = ({ from, to }: Band, days: Days): Days | null => {
  const end = to ?? days.to
  if (end < days.from || from > days.to) return null
  const [last = end] = [end, days.to].sort()
  return { from: from < days.from ? days.from : from, to: last }
}
