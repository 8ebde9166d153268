import type { Zone } from '../../../model/document.ts'
import type { Span } from '../../../model/span.ts'
import { dayNumber } from '../../../model/time-range.ts'
import type { ClaimCore, ClaimSlots, DocumentFrame } from '../claim-core.ts'
import { type FoundPhrase, phrasesIn } from '../words/phrase-book.ts'
import type { View } from '../words/view.ts'
import { type Accident, accidentsIn, doersIn } from './accidents-in.ts'
import type { RelevanceKind, RelevanceWord } from './relevance-words.ts'
import { sectionsOf } from './sections.ts'
import { yearsIn } from './years-in.ts'

/** Whether a claim is one of armed violence: `unsure` is kept, with less confidence, for a person to look at. */
export type Relevance = 'yes' | 'unsure' | 'no'

/** A claim to be judged; `slots` is null before they are filled, when all that is known of it speaks already. */
export interface Judged {
  readonly core: ClaimCore
  readonly slots: ClaimSlots | null
}

/** How strongly the words of each sentence speak for each kind. */
export type Weights = Readonly<Record<RelevanceKind, number>>

const NOTHING: Weights = {
  violence: 0,
  arms: 0,
  blast: 0,
  crime: 0,
  penalty: 0,
  law: 0,
  other: 0,
  history: 0,
  statistic: 0,
  accident: 0,
  alert: 0,
}
/** A death told this long after it happened is history. */
const HISTORY_YEARS = 20
const HISTORY_DAYS = HISTORY_YEARS * 365
/** A text of so many sentences that speaks of violence at all has said so somewhere. */
const TELLING = 5
/** What the claim's own sentence says counts so much, those next to it and those two away so much. */
const BY_DISTANCE = [3, 2, 1]
/** What an average line of the document says counts so much. */
const WHOLE = 4
/** As much violence as the mere word for soldiers tells. */
const SLIGHT = 1
/** From here on the words speak clearly against violence. */
const CLEAR = 2
/** A document with less than this much violence in the average sentence speaks of other things too. */
const DENSE = 1

/** What the words of a sentence tell of its subject, summed. */
const weigh = (words: readonly FoundPhrase<RelevanceWord>[]): Weights => {
  if (words.length === 0) return NOTHING
  const weights: Record<RelevanceKind, number> = { ...NOTHING }
  for (const { value } of words) {
    weights[value.kind] += value.weight
    if (value.kind === 'accident') weights.other += value.weight
  }
  return weights
}

/** Lines that say what a document is, or are clutter around it, tell nothing of its subject. */
const isOutside = ({ start, end }: Span, zones: readonly Zone[]): boolean =>
  zones.some((zone) => !ABOUT.has(zone.kind) && zone.start <= start && end <= zone.end)

const ABOUT: ReadonlySet<Zone['kind']> = new Set(['headline', 'caption'])

/** What the sentences of a document speak of, each, together and by section. */
export interface Subject {
  readonly sentences: readonly Weights[]
  readonly whole: Weights
  readonly sections: readonly number[]
  /** How many sentences tell anything: lines about the document are none. */
  readonly told: number
  /** Tokens of words for an accident whose clause tells of no fight, each up to where it may be what harmed people. */
  readonly accidents: readonly Accident[]
  /** Whether each sentence tells who or what does harm. */
  readonly doers: readonly boolean[]
  /** The latest year that each sentence names, where it names no day. */
  readonly years: readonly (number | null)[]
}

/** Weighs a document once for all its claims. */
export const subjectOf = (view: View, zones: readonly Zone[]): Subject => {
  const words = view.text.sentences.map(({ first, last }) => phrasesIn(view.words.relevance, view.tokens, first, last))
  const isTold = view.text.sentences.map((sentence) => !isOutside(sentence, zones))
  const sentences = words.map((found, i) => (isTold[i] === true ? weigh(found) : NOTHING))
  return {
    sentences,
    whole: weighWhole(sentences),
    sections: sectionsOf(view),
    told: isTold.filter((told) => told).length,
    accidents: accidentsIn(view, words),
    doers: doersIn(words),
    years: yearsIn(view),
  }
}

/** The weights of a whole document. */
export const weighWhole = (sentences: readonly Weights[]): Weights =>
  sentences.reduce((whole, sentence) => add(whole, sentence, 1), NOTHING)

/**
 * Judges a claim by its own sentence first, then by the sentences around it, then by the whole document. Where nothing
 * speaks for anything it is kept.
 */
export const judgeRelevance = (draft: Judged, frame: DocumentFrame, subject: Subject): Relevance => {
  const { sentences, whole, sections, told } = subject
  const own = sentences[draft.core.sentence] ?? NOTHING
  if (isHistory(draft, frame) || isOfOldYear(draft, frame, subject) || isStatistic(own)) return 'no'
  if (own.history > 0 && own.history >= own.violence) return 'no'
  const near = around(draft.core.sentence, sentences, sections)
  const beside = around(draft.core.sentence, sentences, sections, BESIDE)
  if (isOneDeath(draft) && told >= TELLING && armed(beside) === 0) return 'no'
  if (draft.core.byItself === true && own.other >= CLEAR && !subject.doers[draft.core.sentence]) return 'no'
  if (draft.core.metric === 'displaced' && near.alert > 0) return 'no'
  const weights = add(near, whole, WHOLE / Math.max(1, sentences.length))
  if (isByHeading(draft.core.sentence, subject)) return 'no'
  // "the plane that supported the operation crashed": an accident of one side is none of the other's doing
  if (own.accident > 0 && (armed(own) <= SLIGHT || !subject.doers[draft.core.sentence])) return 'no'
  if (subject.accidents.some(({ at, until }) => at < draft.core.first && draft.core.first < until)) return 'no'
  if (draft.core.custody && isCase(own, near, whole)) return 'no'
  if (draft.core.shot === true && near.violence <= near.crime + near.law / 2) return 'no'
  if (isPenalty(draft, near, weights) || weights.crime > weights.violence || near.history > near.violence) return 'no'
  if (isOrdinaryCrime(draft, near, whole, told)) return 'no'
  if (armed(near) === 0 && isElsewhere(near, whole, told)) return 'no'
  const balance = armed(weights) - weights.other
  if (isUndone(draft.core.sentence, subject) && isDisaster(draft.core.sentence, subject)) return 'no'
  if (balance >= 0) return 'yes'
  return balance <= -CLEAR ? 'no' : 'unsure'
}

/** "the death of the president": people die of much; a single death needs a word of violence in its sentence or beside it. */
const isOneDeath = ({ core }: Judged): boolean =>
  core.byItself === true && core.count.low === 1 && core.count.high === 1

/** Nothing near tells who or what did harm: that soldiers are spoken of is no sign that anybody fought. */
const isUndone = (at: number, { doers, sections }: Subject): boolean =>
  ![at - 2, at - 1, at, at + 1, at + 2].some((i) => doers[i] === true && sections[i] === sections[at])

/** A story that speaks so many times as much of disasters as of arms is of a disaster. */
const isDisaster = (at: number, { sentences, sections }: Subject): boolean => {
  const story = weighWhole(sentences.filter((_, i) => sections[i] === sections[at]))
  return story.other > DISASTER * armed(story)
}

const DISASTER = 2

/** Its own sentence and the two beside it. */
const BESIDE = 2

/** The sentences of its section around one, the nearer the more. */
const around = (
  at: number,
  sentences: readonly Weights[],
  sections: readonly number[],
  reach = BY_DISTANCE.length,
): Weights => {
  let weights = NOTHING
  for (let i = at - reach + 1; i < at + reach; i++)
    if (sections[i] === sections[at])
      weights = add(weights, sentences[i] ?? NOTHING, BY_DISTANCE[Math.abs(i - at)] ?? 0)
  return weights
}

/**
 * People shot, stabbed or murdered where the passage speaks of the police and of crime, and no conflict is spoken of near and hardly
 * any anywhere: whatever the number of victims, no party to a conflict did it.
 */
const isOrdinaryCrime = (draft: Judged, near: Weights, whole: Weights, sentences: number): boolean =>
  near.violence === 0 &&
  near.arms > 0 &&
  // Many at once are seldom taken but in a conflict; so it needs a word of crime or the police.
  (draft.core.metric !== 'abducted' || near.law + near.crime > 0) &&
  sentences >= TELLING &&
  whole.violence / sentences < (near.law + near.crime >= near.arms ? DENSE : THIN)

/** Less violence than this in the average sentence is a word or two in passing. */
const THIN = 0.35

/** So many a year, of no event. */
const isStatistic = (own: Weights): boolean => own.statistic > 0 && armed(own) < own.statistic

/**
 * No word of violence near: what there is of it in the document is too thin to be what the claim speaks of. A blast may
 * be a bomb's or a boiler's: the document as a whole tells which.
 */
const isElsewhere = (near: Weights, whole: Weights, sentences: number): boolean => {
  if (near.other > 0) return true
  if (sentences < TELLING) return false
  const balance = armed(whole) - whole.other
  const enough = whole.other + whole.crime === 0 ? THIN : DENSE
  return near.blast > 0 ? balance <= 0 : balance / sentences < enough
}

/** An arrest is a case of police and courts unless the words around it speak of war more than of law. */
const isCase = (own: Weights, near: Weights, whole: Weights): boolean =>
  near.violence === 0 || own.violence < own.law || near.violence < near.law || whole.violence < whole.law

/** Killed by a court's order. */
const isPenalty = (draft: Judged, near: Weights, weights: Weights): boolean =>
  near.penalty > near.violence ||
  (draft.slots?.means === 'execution' &&
    weights.penalty > 0 &&
    (weights.penalty > weights.violence || near.law > near.violence))

const armed = (weights: Weights): number => weights.violence + weights.arms

const add = (a: Weights, b: Weights, times: number): Weights => (b === NOTHING ? a : sum(a, b, times))

const sum = (a: Weights, b: Weights, times: number): Weights => ({
  violence: a.violence + b.violence * times,
  arms: a.arms + b.arms * times,
  blast: a.blast + b.blast * times,
  crime: a.crime + b.crime * times,
  penalty: a.penalty + b.penalty * times,
  law: a.law + b.law * times,
  other: a.other + b.other * times,
  history: a.history + b.history * times,
  statistic: a.statistic + b.statistic * times,
  accident: a.accident + b.accident * times,
  alert: a.alert + b.alert * times,
})

const isHistory = (draft: Judged, frame: DocumentFrame): boolean => {
  const latest = draft.slots?.time.latest ?? null
  return latest !== null && frame.published !== null && dayNumber(frame.published) - dayNumber(latest) > HISTORY_DAYS
}

/** A sentence that names a year of long ago and no day tells of that year, unless it tells what has been so ever since. */
const isOfOldYear = ({ core }: Judged, { published }: DocumentFrame, { years }: Subject): boolean => {
  const year = years[core.sentence] ?? null
  return !core.perfect && year !== null && published !== null && Number(published.slice(0, 4)) - year > HISTORY_YEARS
}

/** The heading of a story tells of an accident or of a war of another age: what its sentences tell without a word of a fight is of that. */
const isByHeading = (at: number, { sentences, sections, doers }: Subject): boolean => {
  if (doers[at] === true) return false
  const head = sections.indexOf(sections[at] ?? 0)
  const told = sentences[head] ?? NOTHING
  return doers[head] !== true && (told.accident > 0 || told.history > told.violence)
}
