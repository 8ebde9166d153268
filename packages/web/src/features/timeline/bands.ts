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

/** The days that a band covers within a picture of these days; null where it lies outside. An open one runs to the end. */
export const clipped = (
  { from, to }: Band,
  days: { readonly from: string; readonly to: string },
): { readonly from: string; readonly to: string } | null => {
  const end = to ?? days.to
  if (end < days.from || from > days.to) return null
  const [last = end] = [end, days.to].sort()
  return { from: from < days.from ? days.from : from, to: last }
}
