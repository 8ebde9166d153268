import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import type { View } from '../words/view.ts'
import { isOneDay } from './days-of.ts'
import type { FoundCue } from './find-cues.ts'
import { isLedBy, isSubject } from './tied-to.ts'

/** So many in the present perfect are a running toll, not a day's news. */
export const RUNNING_TOLL = 1000

/** "500 people died in the war", "the two-year war left 900 dead": several of a whole war, where no day is told. */
export const isOfWar = (view: View, core: ClaimCore, slots: ClaimSlots, found: readonly FoundCue[]): boolean => {
  const { low, high } = core.count
  if ((low !== null && high !== null && high < SEVERAL) || isOneDay(slots)) return false
  return found.some((f) => f.cue === 'war' && (isLedBy(view, f, core.last) || isSubject(view, f, core)))
}

/** "the siege has killed 300", "12 have been killed in the unrest"; fewer where it is only spoken of are those of a day of it. */
export const isOfStrife = (view: View, core: ClaimCore, found: readonly FoundCue[]): boolean =>
  found.some(
    (f) =>
      f.cue === 'strife' &&
      ((core.count.low ?? core.count.high ?? RUNNING_TOLL) >= GREAT ||
        isLedBy(view, f, core.last) ||
        isSubject(view, f, core)),
  )

/** So many in one strife are those of all of it. */
const GREAT = 100

/** Fewer than so many may be those of one day of a war. */
const SEVERAL = 20
