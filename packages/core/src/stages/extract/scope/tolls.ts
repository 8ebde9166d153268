import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import { readDigits } from '../numbers/numeral.ts'
import { is, type View } from '../words/view.ts'
import { beside } from './beside.ts'
import type { Cue } from './cues.ts'
import { isBrief, isOneDay, isShort, lasts, lastsLong } from './days-of.ts'
import type { FoundCue } from './find-cues.ts'
import { isOfCampaign, isOfFight, isOfLongFight } from './of-fight.ts'
import { isOfStrife, isOfWar, RUNNING_TOLL } from './of-war.ts'
import { RIGHT_BEHIND } from './tied-to.ts'

/** So many dead are a war's. */
const WAR_TOLL = 10_000

/** So many on the move did not move in a day. */
const MASS_FLIGHT = 10_000

/** The rule by which a claim's number is a toll of more than an incident or a day; null where it is none. */
export const cumulativeBy = (
  view: View,
  core: ClaimCore,
  slots: ClaimSlots,
  all: readonly FoundCue[],
  before: readonly FoundCue[],
): string | null => {
  const { perfect } = core
  const opener = openerOf(view, core)
  const found = opener < 0 ? all : all.filter(({ at }) => at > opener)
  const has = (cue: Cue): boolean => found.some((f) => f.cue === cue)
  const number = core.count.low ?? core.count.high
  const size = number ?? (core.crowd ? RUNNING_TOLL : 0)
  if (hasSince(view, core, slots, found)) return 'since'
  if (isOfThatAttack(core, found)) return null
  if (
    perfect &&
    slots.slots.time?.certainty !== 'stated' &&
    before.some((f) => f.cue === 'since' || f.cue === 'accumulate')
  )
    return 'since-before'
  if (
    isRunning(found.filter((f) => !isBackdrop(view, core, f))) &&
    (found.some((f) => f.cue === 'span') || !isShort(slots, found))
  )
    return 'accumulate'
  if (core.sums === true && found.some((f) => (f.cue === 'current' || f.cue === 'accumulate') && f.at >= core.last - 1))
    return 'accumulate'
  if (has('running') && !beside(core, found).some((f) => f.cue === 'one') && !isShort(slots, found)) return 'accumulate'
  if (isOfLongFight(view, core, found)) return 'length'
  if (isOfCampaign(view, core, slots, found) || isOfFight(view, core, slots, found)) return 'campaign'
  if (
    lasts(slots) &&
    (perfect || opener < 0) &&
    !isRecordOnly(found) &&
    (perfect || size >= RUNNING_TOLL || !isOfOne(view, core, slots, found))
  )
    return 'period'
  if (isOfWar(view, core, slots, found)) return 'war'
  if ((has('war') || isOfStrife(view, core, found)) && (perfect || size >= RUNNING_TOLL) && (size >= 100 || perfect))
    return 'war'
  if (core.metric === 'displaced' && !isOneDay(slots) && (size >= MASS_FLIGHT || (number === null && core.crowd)))
    return 'mass'
  if (isBarrage(view, found)) return 'barrage'
  if (core.metric === 'displaced' && isOneDay(slots)) return null
  const ofOne = beside(core, found).some((f) => f.cue === 'one')
  if (size >= WAR_TOLL || (perfect && size >= RUNNING_TOLL && !ofOne)) return 'size'
  if (isFigure(view, core)) return 'toll'
  return core.rule === 'toll' && (core.count.vague !== null || isGreatToll(core, found)) ? 'toll' : null
}

/** "the first since the attack in March, when 30 people were killed": the word that opens a claim's own clause, whatever is told before it; −1 for none. */
const openerOf = (view: View, core: ClaimCore): number => {
  const first = Math.min(core.first, core.trigger)
  for (let at = first - 1; at >= first - OPENING && view.tokens[at]?.sentence === core.sentence; at--) {
    if (is(view, at, 'subordinator')) return at
    const tag = view.tokens[at]?.tag ?? ''
    // "when militants killed 30": the subject of an active verb
    if (!HEDGES.has(tag) && !(isActive(view, core) && SUBJECT.has(tag))) return -1
  }
  return -1
}

/** Tokens from the word that opens a clause to the claim that it begins with ("when at least 30"). */
const OPENING = 5

const isActive = (view: View, { trigger, number }: ClaimCore): boolean =>
  trigger < number.first && !is(view, trigger, 'verb-ing')

const SUBJECT: ReadonlySet<string> = new Set(['NOUN', 'PROPN'])
const HEDGES: ReadonlySet<string> = new Set(['ADV', 'ADP', 'ADJ', 'DET'])

/** "over 300 air strikes": a hundred attacks are a campaign, and what they leave a toll. A year before them is no count. */
const isBarrage = (view: View, found: readonly FoundCue[]): boolean =>
  found.some((f) => {
    const text = view.tokens[f.at - 1]?.text ?? ''
    return f.cue === 'attacks' && (readDigits(text) ?? 0) >= BARRAGE && !YEAR.test(text)
  })

const BARRAGE = 100

const YEAR = /^(?:19|20)\d\d$/

/** "the death toll of the force reached 4,000": so many are those of no single attack, unless one is told. */
const isGreatToll = ({ count }: ClaimCore, found: readonly FoundCue[]): boolean =>
  (count.low ?? count.high ?? 0) >= RUNNING_TOLL && !found.some((f) => f.cue === 'one')

/** "that attack, which they say killed 1,400": one attack, whenever it was and however many it killed. */
const isOfThatAttack = (core: ClaimCore, found: readonly FoundCue[]): boolean =>
  found.some((f) => f.cue === 'one' && f.relative && f.end <= core.first && core.first - f.end <= CLAUSE / 2)

/** "hundreds killed is a low figure": a vague number told as a tally. */
const isFigure = (view: View, { rule, count, last }: ClaimCore): boolean => {
  if (count.vague === null || rule === 'toll' || !is(view, last, 'be')) return false
  for (let i = last + 1; i < last + CLAUSE; i++) if (is(view, i, 'tally')) return true
  return false
}

/** One thing, in a month or year of which its day is not told: named as one, or, for a few or in a month, told as one. */
const isOfOne = (view: View, core: ClaimCore, slots: ClaimSlots, found: readonly FoundCue[]): boolean => {
  const near = beside(core, found)
  if (near.some((f) => f.cue === 'single' || f.cue === 'one') || isOneEvent(view, core)) return true
  const few = (core.count.low ?? core.count.high ?? FEW) < FEW
  return found.some((f) => f.cue === 'point') && (few || !lastsLong(slots))
}

/** Fewer were killed in one attack, if no day is told. */
const FEW = 5

/** "were wounded when …": the clause fixes one event, however vaguely it is dated. */
const isOneEvent = (view: View, core: ClaimCore): boolean => {
  const end = Math.min(core.last + CLAUSE, view.text.sentences[core.sentence]?.last ?? 0)
  for (let i = core.last; i < end; i++) if (is(view, i, 'subordinator')) return true
  return false
}

/** How far behind a claim the clause may begin that fixes its event. */
const CLAUSE = 10

const RUNNING: ReadonlySet<Cue> = new Set<Cue>(['accumulate', 'span', 'earlier'])

/** "this year", "so far"; not "the worst this year". */
const isRunning = (found: readonly FoundCue[]): boolean => found.some((f) => RUNNING.has(f.cue) && !isRecord(found, f))

/** "the worst this year": the only span told is that of a comparison. */
const isRecordOnly = (found: readonly FoundCue[]): boolean => {
  const spans = found.filter((f) => f.cue === 'accumulate')
  return spans.length > 0 && spans.every((f) => isRecord(found, f))
}

const isRecord = (found: readonly FoundCue[], cue: FoundCue): boolean =>
  found.some((r) => r.cue === 'record' && r.at < cue.at && cue.at - r.at <= 8)

/** "have been killed since March"; not "the deadliest since March", nor "in areas that have been shelled since March". */
const hasSince = (view: View, core: ClaimCore, slots: ClaimSlots, found: readonly FoundCue[]): boolean =>
  found.some(
    (f) =>
      f.cue === 'since' &&
      !isRecord(found, f) &&
      core.metric !== 'missing' &&
      !isBrief(slots) &&
      (!isOneDay(slots) || isBehind(core, f)) &&
      (core.perfect || (f.at > core.trigger && !hasRelative(view, core.last, f.at))),
  )

/** "With Saturday's blast, 65 have been killed since the vote": told right behind what has happened, whatever day stands before. */
const isBehind = (core: ClaimCore, { at }: FoundCue): boolean =>
  core.perfect && at >= core.last && at - core.last <= RIGHT_BEHIND

/** "in recent days the army has stepped up its raids, killing 57 when it hit the town": the time of what else is told, not of the one event that "when" fixes. */
const isBackdrop = (view: View, core: ClaimCore, { end }: FoundCue): boolean =>
  end <= Math.min(core.first, core.trigger) && is(view, core.trigger, 'verb-ing') && is(view, core.last, 'subordinator')

const hasRelative = (view: View, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (is(view, i, 'relative')) return true
  return false
}
