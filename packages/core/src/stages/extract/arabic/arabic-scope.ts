import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { PlaceMention } from '../../../model/claim.ts'
import { dayNumber } from '../../../model/time-range.ts'
import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import type { ScopeReading } from '../scope/classify-scope.ts'
import { type ArabicView, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import type { HarmWord } from './arabic-words.ts'
import { bySentence } from './by-sentence.ts'

/** A cue of `scope.tsv` where it stands. */
export interface ScopeCue {
  readonly cue: string
  readonly first: number
  readonly last: number
}

/** The cues of a text by sentence. */
export const scopeCues = (view: ArabicView): ((sentence: number) => readonly ScopeCue[]) =>
  bySentence(
    allPatterns(view.words.scope, piecesOf(view.matched)).map(({ first, last, value }) => ({
      cue: value,
      first,
      last,
    })),
    ({ first }) => view.tokens[first]?.sentence ?? 0,
  )

const RUNNING_TOLL = 1000
const WAR_TOLL = 10_000
const MASS_FLIGHT = 10_000
const LONGEST_DAYS = 2
/** How far before a word of harm the words stand that make it a denial or a fear. */
const REACH = 9
/** How far from a claim the words stand that spread it over several places. */
const SPREAD = 16

/** What a claim's number is of, by its own sentence; a toll kept out of the incidents is the cheapest mistake. */
export const arabicScope = (
  view: ArabicView,
  core: ClaimCore,
  slots: ClaimSlots,
  cues: readonly ScopeCue[],
): Omit<ScopeReading, 'one'> => {
  if (core.denied) return { scope: 'denied', why: 'none' }
  const before = wordsBefore(view, core)
  if (before === 'denied') return { scope: 'denied', why: 'denied' }
  if (before === 'fear' || isUndone(view, core))
    return { scope: 'forecast', why: before === 'fear' ? 'planned' : 'modal' }
  const toll = cumulativeBy(core, slots, cues)
  if (toll !== null) return { scope: 'cumulative', why: toll }
  const total = totalBy(view, core, slots, cues)
  return total === null ? { scope: 'incident', why: 'single' } : { scope: 'total', why: total }
}

/** "نفى الجيش مقتل 12", "مخاوف من نزوح 50 ألفا"; not "نفى مسؤوليته عن الغارة التي قتلت 12", nor "لم ينف". */
const wordsBefore = (view: ArabicView, core: ClaimCore): 'denied' | 'fear' | null => {
  const first = view.text.sentences[core.sentence]?.first ?? 0
  const from = Math.min(core.first, core.trigger)
  for (let at = from - 1; at >= Math.max(first, from - REACH); at--) {
    if (isSmall(view, at, 'relative', 'clause', 'responsibility')) return null
    if (isSmall(view, at, 'denied')) return isSmall(view, at - 1, 'negation') ? null : 'denied'
    if (isSmall(view, at, 'fear')) return 'fear'
    if (at < from - 1 && hasHarm(view, at)) return null
  }
  return null
}

const hasHarm = (view: ArabicView, at: number): boolean =>
  view.harm.get(at)?.value.some(({ form }) => form !== 'noun') ?? false

/** A verb not yet done: "سينزح", "قد يقتل", "يمكن أن ترتفع الحصيلة إلى 30". "قد قتلوا" is done. */
const isUndone = (view: ArabicView, core: ClaimCore): boolean => {
  const verb = view.harm.get(core.trigger)?.value.find(({ form }) => form === 'verb')
  if (verb?.mood === 'future') return true
  const first = view.text.sentences[core.sentence]?.first ?? 0
  for (let at = core.trigger - 1; at >= Math.max(first, core.trigger - MODAL_REACH); at--) {
    if (isSmall(view, at, 'will')) return true
    if (isSmall(view, at, 'may')) return isOpen(view, at, verb, core)
    if (isSmall(view, at, 'clause', 'relative')) return false
  }
  return false
}

const MODAL_REACH = 7

/** "may" leaves open what follows in the imperfect: the harm's own verb, or that of a toll ("قد ترتفع"). */
const isOpen = (view: ArabicView, may: number, verb: HarmWord | undefined, core: ClaimCore): boolean => {
  if (verb !== undefined) return verb.mood === 'imperfect'
  return (
    core.rule.startsWith('toll') && /^[\u064a\u062a]/.test(lowerAt(view, may + 1)) && isSmall(view, may + 1, 'rises')
  )
}

const cumulativeBy = (core: ClaimCore, slots: ClaimSlots, cues: readonly ScopeCue[]): string | null => {
  const has = (cue: string): boolean => cues.some((one) => one.cue === cue)
  const number = core.count.low ?? core.count.high
  const size = number ?? (core.crowd ? RUNNING_TOLL : 0)
  if (has('since') && core.metric !== 'missing' && !has('point')) return 'since'
  if (has('average')) return 'average'
  if (days(slots) > LONGEST_DAYS && slots.slots.time?.certainty === 'stated') return 'period'
  if (has('accumulate') && days(slots) !== 0) return 'accumulate'
  if (has('war') && size >= RUNNING_TOLL) return 'war'
  if (core.metric === 'displaced' && !isOneDay(slots) && (size >= MASS_FLIGHT || (number === null && core.crowd)))
    return 'mass'
  if (core.metric === 'displaced' && isOneDay(slots)) return null
  return size >= (core.rule.startsWith('toll') ? RUNNING_TOLL : WAR_TOLL) ? 'size' : null
}

const days = (slots: ClaimSlots): number => {
  const { earliest, latest } = slots.time
  return earliest === null || latest === null ? 0 : dayNumber(latest) - dayNumber(earliest)
}

const isOneDay = (slots: ClaimSlots): boolean =>
  slots.slots.time?.certainty === 'stated' && slots.time.earliest !== null && days(slots) === 0

const totalBy = (view: ArabicView, core: ClaimCore, slots: ClaimSlots, cues: readonly ScopeCue[]): string | null => {
  if (core.count.each) return null
  if (cues.some(({ cue }) => cue === 'hours')) return 'hours'
  const near = cues.filter(({ first, last }) => first >= core.first - SPREAD && last <= core.last + SPREAD)
  const { places } = slots
  const exact = places.filter(({ kind }) => kind === 'settlement' || kind === 'facility')
  if (near.some(({ cue }) => cue === 'spread')) return 'spread'
  if (near.some(({ cue, first }) => cue === 'plural' && !isArticle(view, first - 1)) && exact.length !== 1)
    return 'spread'
  if (near.some(({ cue }) => cue === 'series') && !(exact.length === 1 && places.length === 1)) return 'spread'
  return places.filter(({ kind }) => !WIDE.has(kind)).length > 1 ? 'places' : null
}

const WIDE: ReadonlySet<PlaceMention['kind']> = new Set(['area', 'country'])
