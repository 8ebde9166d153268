import type { Slot, SlotName } from '../../model/claim.ts'

/** Words further to fetch than this stand in another sentence than the claim's number. */
const OWN = 6

/**
 * How often a slot was right at each cost, counted on the development gold (`docs/confidence.md` holds them against documents that they were not counted on): the upper ends of the bands of cost, and for
 * each slot the rate in each band.
 */
const BANDS = [2, 6, 12, 20, Number.POSITIVE_INFINITY] as const
const RATES: Readonly<Partial<Record<SlotName, readonly number[]>>> = {
  time: [0.94, 0.94, 0.94, 0.88, 0.86],
  means: [0.96, 0.95, 0.75, 0.58, 0.35],
  places: [0.96, 0.96, 0.78, 0.54, 0.45],
  actors: [0.94, 0.93, 0.65, 0.54, 0.54],
  sources: [0.9, 0.9, 0.58, 0.58, 0.58],
}

/** How sure a slot is by what its words cost to fetch; 0 = they touch the claim. */
export const slotAt = (name: SlotName, cost: number): Slot => {
  const band = BANDS.findIndex((end) => cost < end)
  return { certainty: cost < OWN ? 'stated' : 'implied', confidence: RATES[name]?.[band] ?? 0.5 }
}
