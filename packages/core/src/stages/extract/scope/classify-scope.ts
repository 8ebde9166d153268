import type { PlaceMention, Scope } from '../../../model/claim.ts'
import { dayNumber } from '../../../model/time-range.ts'
import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import { readDigits } from '../numbers/numeral.ts'
import { is, type View } from '../words/view.ts'
import type { Cue } from './cues.ts'
import type { FoundCue } from './find-cues.ts'
import { isModal, isNegated } from './tense.ts'

/** A scope and the rule that gave it. */
export interface ScopeReading {
  readonly scope: Scope
  readonly why: string
  /** Its own sentence ties it to one blast, raid or the like. */
  readonly one: boolean
}

/** An incident or a day's sum lasts no longer than this many days beyond its first. */
const LONGEST_DAYS = 2
/** Why a claim is none: "whenever a soldier dies" tells of nobody. */
export const HABIT = 'habit'

/** So many in the present perfect are a running toll, not a day's news. */
const RUNNING_TOLL = 1000
/** So many dead are a war's. */
const WAR_TOLL = 10_000
/** So many on the move did not move in a day. */
const MASS_FLIGHT = 10_000

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
  if (token?.tag === 'ADP' || is(view, unit - 2, 'subordinator')) return false
  // "17 years of age"
  if (view.words.numbers.vetoes.before.has(view.tokens[end]?.lower ?? '')) return false
  const value = view.words.numbers.single.get(token?.lower ?? '')?.value ?? readDigits(token?.text ?? '')
  return !view.words.numbers.vetoes.days.has(view.tokens[unit]?.lower ?? '') || (value ?? 0) > LONGEST_DAYS
}

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

const forecastBy = (view: View, core: ClaimCore, found: readonly FoundCue[], first: number): string | null => {
  if (isModal(view, core.trigger, first)) return 'modal'
  // "could have claimed many lives": the verb stands before the number
  if (core.rule === 'inner' && view.tokens[core.first - 1]?.tag === 'VERB' && isModal(view, core.first - 1, first))
    return 'modal'
  if (core.rule === 'toll' && hasModal(view, core)) return 'modal'
  if (isConditional(view, core, first)) return 'conditional'
  if (isMeansOfPlan(view, core, first)) return 'modal'
  const planned = found.find(
    (cue) =>
      (cue.cue === 'forecast' || cue.cue === 'habit') &&
      cue.at < core.trigger &&
      !(core.first < cue.at && isParted(view, cue.end, core.trigger)) &&
      (core.trigger - cue.at <= 4 || core.first - cue.end <= 0),
  )
  if (planned?.cue === 'habit') return HABIT
  return planned === undefined ? null : 'planned'
}

/** "a captain, who tried to negotiate, was hurt": what a comma parts from the harm rules another verb. */
const isParted = (view: View, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (is(view, i, 'comma')) return true
  return false
}

/** "if it had succeeded in killing him", "it is not known whether 12 people were killed": within its own clause nothing is asserted. */
const isConditional = (view: View, core: ClaimCore, first: number): boolean => {
  const from = Math.min(core.first, core.trigger) - 1
  for (let i = from; i >= Math.max(first, from - CONDITION); i--) {
    if (is(view, i, 'conditional')) return true
    const tag = view.tokens[i]?.tag
    if (tag === 'PUNCT' || tag === 'CCONJ' || is(view, i, 'subordinator')) return false
  }
  return false
}

/** Tokens that a clause may run from its "if" to the harm. */
const CONDITION = 9

/** "we will come closer by killing him": by what somebody would reach something has not been done. */
const isMeansOfPlan = (view: View, core: ClaimCore, first: number): boolean => {
  if (!is(view, core.trigger, 'verb-ing') || !is(view, core.trigger - 1, 'to')) return false
  for (let i = core.trigger - 2; i >= Math.max(first, core.trigger - CONDITION); i--) {
    if (is(view, i, 'modal')) return true
    const tag = view.tokens[i]?.tag
    if (tag === 'PUNCT' || is(view, i, 'have')) return false
  }
  return false
}

/** "the toll could rise to 30" */
const hasModal = (view: View, core: ClaimCore): boolean => {
  for (let i = core.first; i < core.number.first; i++) if (is(view, i, 'modal')) return true
  return false
}

const cumulativeBy = (
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
  if (isRunning(found) && !isShort(slots, found)) return 'accumulate'
  if (has('running') && !beside(core, found).some((f) => f.cue === 'one') && !isShort(slots, found)) return 'accumulate'
  if (perfect && found.some((f) => f.cue === 'campaign' && f.at < core.trigger && core.trigger < core.number.first))
    return 'campaign'
  if (
    lasts(slots) &&
    (perfect || opener < 0) &&
    !isRecordOnly(found) &&
    (perfect || size >= RUNNING_TOLL || !(has('point') || isOneEvent(view, core)))
  )
    return 'period'
  if (isOfWar(view, core, slots, found)) return 'war'
  if ((has('war') || isOfStrife(view, core, found)) && (perfect || size >= RUNNING_TOLL) && (size >= 100 || perfect))
    return 'war'
  if (core.metric === 'displaced' && !isOneDay(slots) && (size >= MASS_FLIGHT || (number === null && core.crowd)))
    return 'mass'
  if (isBarrage(view, found)) return 'barrage'
  if (core.metric === 'displaced' && isOneDay(slots)) return null
  if (size >= WAR_TOLL || (perfect && size >= RUNNING_TOLL)) return 'size'
  if (isFigure(view, core)) return 'toll'
  return core.rule === 'toll' && (core.count.vague !== null || isGreatToll(core, found)) ? 'toll' : null
}

/** "the first since the attack in March, when 30 people were killed": the word that opens a claim's own clause, whatever is told before it; −1 for none. */
const openerOf = (view: View, core: ClaimCore): number => {
  const first = Math.min(core.first, core.trigger)
  for (let at = first - 1; at >= first - OPENING && view.tokens[at]?.sentence === core.sentence; at--) {
    if (is(view, at, 'subordinator')) return at
    if (!HEDGES.has(view.tokens[at]?.tag ?? '')) return -1
  }
  return -1
}

/** Tokens from the word that opens a clause to the claim that it begins with ("when at least 30"). */
const OPENING = 5
const HEDGES: ReadonlySet<string> = new Set(['ADV', 'ADP', 'ADJ', 'DET'])

/** "500 people died in the war", "the two-year war left 900 dead": several of a whole war, where no day is told. */
const isOfWar = (view: View, core: ClaimCore, slots: ClaimSlots, found: readonly FoundCue[]): boolean => {
  const { low, high } = core.count
  if ((low !== null && high !== null && high < SEVERAL) || isOneDay(slots)) return false
  return found.some((f) => f.cue === 'war' && (isLedBy(view, f, core.last) || isSubject(view, f, core)))
}

/** "the siege has killed 300", "12 have been killed in the unrest"; fewer where it is only spoken of are those of a day of it. */
const isOfStrife = (view: View, core: ClaimCore, found: readonly FoundCue[]): boolean =>
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

/** "in the war", "during Orvane's long civil war": right behind what is told. */
const isLedBy = (view: View, { at, end }: FoundCue, from: number): boolean => {
  // "in war-torn Lomeq", "with war planes"
  if (view.tokens[end]?.tag === 'NOUN') return false
  if (touches(view, end - 1) && view.tokens[end]?.text === '-') return false
  for (let i = at - 1; i >= from && i >= at - MODIFIERS_OF_WAR; i--) {
    const tag = view.tokens[i]?.tag
    if (tag === 'ADP') return i - from <= RIGHT_BEHIND && !is(view, i, 'of')
    if (tag === 'PUNCT' && !is(view, i, 'possessive') && touches(view, i)) continue
    // "a group that watches the war": an article begins what the war is told of
    if (tag === 'VERB' || tag === 'PUNCT' || (tag === 'DET' && view.tokens[i - 1]?.tag !== 'ADP')) return false
  }
  return false
}

const touches = (view: View, at: number): boolean => view.tokens[at]?.end === view.tokens[at + 1]?.start

/** Tokens that may stand between "in" and "war" ("the two-year-long civil war"). */
const MODIFIERS_OF_WAR = 8

/** "the war left 900 dead": the war is what did it. */
const isSubject = (view: View, { end }: FoundCue, core: ClaimCore): boolean => {
  const first = Math.min(core.first, core.trigger)
  for (let i = end; i < first; i++) {
    const tag = view.tokens[i]?.tag
    if (tag !== 'VERB' && tag !== 'AUX' && tag !== 'ADV' && tag !== 'DET') return false
  }
  return end <= first
}

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

/** The text itself says that it was on one day. */
const isOneDay = (slots: ClaimSlots): boolean =>
  slots.slots.time?.certainty === 'stated' && slots.time.earliest !== null && days(slots) === 0

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

/** "since Wednesday afternoon", told on Thursday */
const isBrief = (slots: ClaimSlots): boolean =>
  slots.slots.time?.certainty === 'stated' &&
  slots.time.earliest !== null &&
  days(slots) > 0 &&
  days(slots) < LONGEST_DAYS

/** "With Saturday's blast, 65 have been killed since the vote": told right behind what has happened, whatever day stands before. */
const isBehind = (core: ClaimCore, { at }: FoundCue): boolean =>
  core.perfect && at >= core.last && at - core.last <= RIGHT_BEHIND

/** Tokens within which "since" is of the claim before it. */
const RIGHT_BEHIND = 6

const hasRelative = (view: View, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (is(view, i, 'relative')) return true
  return false
}

const days = (slots: ClaimSlots): number => {
  const { earliest, latest } = slots.time
  return earliest === null || latest === null ? 0 : dayNumber(latest) - dayNumber(earliest)
}

const lasts = (slots: ClaimSlots): boolean => days(slots) > LONGEST_DAYS

/** "in the past 24 hours": a running count of a day or two is no toll. */
const isShort = (slots: ClaimSlots, found: readonly FoundCue[]): boolean =>
  found.some((f) => f.cue === 'hours') ||
  (slots.slots.time?.certainty === 'stated' && slots.time.earliest !== null && days(slots) <= LONGEST_DAYS)

const totalBy = (view: View, core: ClaimCore, slots: ClaimSlots, found: readonly FoundCue[]): string | null => {
  if (core.count.each) return null
  if (found.some((f) => f.cue === 'hours')) return 'hours'
  const near = beside(core, found)
  if (near.some((f) => f.cue === 'spread')) return 'spread'
  if (near.some((f) => f.cue === 'plural' && isCounted(view, f.at) && !hasClause(view, core.last, f.at)))
    return 'spread'
  const several = found.some((f) => f.cue === 'attacks')
  if (several && near.some((f) => f.cue === 'plural' && f.at > core.trigger && !hasClause(view, core.last, f.at)))
    return 'spread'
  const { places } = slots
  const exact = places.filter(({ kind }) => kind === 'settlement' || kind === 'facility')
  if (near.some((f) => f.cue === 'series') && !(exact.length === 1 && places.length === 1)) return 'spread'
  return places.filter(({ kind }) => !WIDE.has(kind)).length > 1 ? 'places' : null
}

/** The cues that stand near enough to a claim to be of it. */
const beside = (core: ClaimCore, found: readonly FoundCue[]): readonly FoundCue[] =>
  found.filter((f) => f.at >= core.first - REACH && f.at <= core.last + REACH)

/** "three villages", "two Orvane towns" */
const isCounted = (view: View, at: number): boolean => {
  let i = at - 1
  while (at - i <= MODIFIERS && view.tokens[i]?.tag === 'PROPN') i--
  const number = view.tokens[i]
  return number?.tag === 'NUM' && view.words.numbers.single.get(number.lower)?.value !== 1
}

/** How many words may stand between a number and the places it counts. */
const MODIFIERS = 2

/** Kinds of places too wide for one attack to fill; a country beside a town is only where it lies. */
const WIDE: ReadonlySet<PlaceMention['kind']> = new Set(['area', 'country'])

/** How far from a claim the words may stand that spread it over several places. */
const REACH = 14

const hasClause = (view: View, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (is(view, i, 'subordinator') || is(view, i, 'say')) return true
  return false
}
