import type { Slot, SlotName } from '../../model/claim.ts'

/** Words further to fetch than this stand in another sentence than the claim's number. */
const OWN = 6

/**
 * How often a slot was right at each cost, counted on the development gold (`docs/confidence.md` holds them against documents that they were not counted on): the upper ends of the bands of cost, and for
 * each slot the rate in each band.
 */
const BANDS = [2, 6, 12, 20, Number.POSITIVE_INFINITY] as const
const RATES: Readonly<Partial<Record<SlotName, readonly number[]>>> = {
  time: [0.88, 0.88, 0.88, 0.8, 0.79],
  means: [0.95, 0.93, 0.72, 0.55, 0.35],
  places: [0.94, 0.94, 0.77, 0.57, 0.47],
  actors: [0.93, 0.89, 0.63, 0.5, 0.5],
  sources: [0.89, 0.89, 0.6, 0.6, 0.6],
}

/** How sure a slot is by what its words cost to fetch; 0 = they touch the claim. */
export const slotAt = (name: SlotName, cost: number): Slot => {
  const band = BANDS.findIndex((end) => cost < end)
  return { certainty: cost < OWN ? 'stated' : 'implied', confidence: RATES[name]?.[band] ?? 0.5 }
}
