import type { Scope } from '../../../model/claim.ts'
import { dayNumber } from '../../../model/time-range.ts'
import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import { auxiliaryBefore } from '../linking/voice.ts'
import { is, type View } from '../words/view.ts'

/** A toll over more days than this is cumulative. */
const LONGEST_INCIDENT_DAYS = 2

/** What the number is of: one attack, several, a period, a fear, or nothing at all. */
export const classifyScope = (view: View, core: ClaimCore, slots: ClaimSlots): { scope: Scope; rule: string } => {
  if (core.denied) return { scope: 'denied', rule: 'denied' }
  if (isForecast(view, core)) return { scope: 'forecast', rule: 'modal' }
  const { earliest, latest } = slots.time
  if (earliest !== null && latest !== null && dayNumber(latest) - dayNumber(earliest) >= LONGEST_INCIDENT_DAYS)
    return { scope: 'cumulative', rule: 'period' }
  if (slots.places.length > 1 && !core.count.each) return { scope: 'total', rule: 'places' }
  return { scope: 'incident', rule: 'default' }
}

/** "could be forced", "may be killed"; but "may have been killed" speaks of what has happened. */
const isForecast = (view: View, core: ClaimCore): boolean => {
  const sentence = view.text.sentences[core.sentence]
  const first = sentence?.first ?? 0
  for (let i = core.trigger - 1; i >= Math.max(first, core.trigger - 4); i--) {
    if (is(view, i, 'have')) return false
    if (is(view, i, 'modal')) return true
  }
  return auxiliaryBefore(view, core.trigger, first) === 'modal'
}
