import type { Slot, SlotName } from '../../model/claim.ts'

/** Words further to fetch than this stand in another sentence than the claim's number. */
const OWN = 6

/** How sure a slot is by what its words cost to fetch; 0 = they touch the claim. */
export const slotAt = (_: SlotName, cost: number): Slot => ({
  certainty: cost < OWN ? 'stated' : 'implied',
  confidence: Math.max(0.3, 0.95 - cost / 60),
})
