import type { Scope } from '../../../model/claim.ts'
import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import { readDigits } from '../numbers/numeral.ts'
import { is, type View } from '../words/view.ts'
import { beside, REACH } from './beside.ts'
import { LONGEST_DAYS } from './days-of.ts'
import type { FoundCue } from './find-cues.ts'
import { forecastBy } from './forecasts.ts'
import { isNegated } from './tense.ts'
import { cumulativeBy } from './tolls.ts'
import { totalBy } from './totals.ts'

/** A scope and the rule that gave it. */
export interface ScopeReading {
  readonly scope: Scope
  readonly why: string
  /** Its own sentence ties it to one blast, raid or the like. */
  readonly one: boolean
  /** Its own sentence tells of several attacks. */
  readonly several?: boolean
}

/** What a claim's number is of, by its own sentence; the cheapest mistake, a toll kept out of the incidents, is preferred. */
export const classifyScope = (
  view: View,
  core: ClaimCore,
  slots: ClaimSlots,
  found: readonly FoundCue[],
  before: readonly FoundCue[],
): ScopeReading => {
  const own = found.filter((f) => !isOfSum(view, core, f) && mayCount(view, core, f))
  return {
    ...readScope(view, core, slots, own, before),
    one: beside(core, own).some((f) => f.cue === 'one'),
    several: beside(core, own).some((f) => f.cue === 'attacks'),
  }
}

/** Whether a cue of several days or attacks is one. */
const mayCount = (view: View, core: ClaimCore, cue: FoundCue): boolean => {
  if (cue.cue === 'span') return isSpan(view, core, cue)
  return cue.cue !== 'earlier' || isOfSeveral(view, cue.end)
}

/** "in earlier air raids"; not "in earlier shelling", which may be that of the same day. */
const isOfSeveral = (view: View, from: number): boolean => {
  let at = from
  while (view.tokens[at + 1]?.tag === 'NOUN' || view.tokens[at]?.tag === 'ADJ') at++
  return view.tokens[at]?.lower.endsWith('s') === true
}

/** "in three days of raids", "seven days of shelling left 12 dead"; not "after three days of rain", nor of a day or two. */
const isSpan = (view: View, core: ClaimCore, { at, end }: FoundCue): boolean => {
  if (core.first - end > REACH || at - core.last > REACH) return false
  const unit = is(view, end - 1, 'of') ? at : end - 1
  const token = view.tokens[unit - 1]
  if ((token?.tag === 'ADP' || is(view, unit - 2, 'subordinator')) && !tellsOfIt(view, end, core.first)) return false
  // "17 years of age"
  if (view.words.numbers.vetoes.before.has(view.tokens[end]?.lower ?? '')) return false
  const value = view.words.numbers.single.get(token?.lower ?? '')?.value ?? readDigits(token?.text ?? '')
  return !view.words.numbers.vetoes.days.has(view.tokens[unit]?.lower ?? '') || (value ?? 0) > LONGEST_DAYS
}

/** "after days of fighting in which", "that": what follows is told of the fight whose length stands before. */
const tellsOfIt = (view: View, end: number, first: number): boolean => {
  for (let at = end; at < Math.min(first, end + FIGHT); at++) if (is(view, at, 'relative')) return true
  return false
}

/** Tokens from the length of a fight to the relative pronoun. */
const FIGHT = 6

/** "killed five, bringing the number killed this year to 18": a span told of the sum that a claim led to. */
const isOfSum = (view: View, core: ClaimCore, cue: FoundCue): boolean => {
  for (let i = core.last; i < cue.at; i++) if (is(view, i, 'bring')) return true
  return false
}

const readScope = (
  view: View,
  core: ClaimCore,
  slots: ClaimSlots,
  found: readonly FoundCue[],
  before: readonly FoundCue[],
): Omit<ScopeReading, 'one'> => {
  if (core.denied) return { scope: 'denied', why: 'none' }
  const first = view.text.sentences[core.sentence]?.first ?? 0
  if (isNegated(view, core.trigger, first) || is(view, core.number.first - 1, 'nor'))
    return { scope: 'denied', why: 'negated' }
  if (isDenied(core, found)) return { scope: 'denied', why: 'denied' }
  const forecast = forecastBy(view, core, found, first)
  if (forecast !== null) return { scope: 'forecast', why: forecast }
  const toll = cumulativeBy(view, core, slots, found, before)
  if (toll !== null) return { scope: 'cumulative', why: toll }
  const total = totalBy(view, core, slots, found)
  return total === null ? { scope: 'incident', why: 'single' } : { scope: 'total', why: total }
}

/** "denied that 12 people were killed", "denied killing", "claims that 12 were killed are false"; not "denied responsibility for the raid that killed 12". */
const isDenied = (core: ClaimCore, found: readonly FoundCue[]): boolean =>
  found.some(
    (f) =>
      (f.cue === 'deny' && f.at < core.first && core.first - f.end <= (f.length > 1 ? 1 : 0)) ||
      (f.cue === 'untrue' && f.at === core.last),
  )
