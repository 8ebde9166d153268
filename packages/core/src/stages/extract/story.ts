import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'
import { allPatterns, compilePatterns, matchAt, type PatternMatch } from '../../lexicon/patterns.ts'
import { piecesOf } from '../../lexicon/pieces.ts'
import type { Means, PlaceMention } from '../../model/claim.ts'
import { type ActorClass, type ActorWord, actorLexicon } from './actors/actor-lexicon.ts'
import type { Speech } from './attribution/find-speeches.ts'
import type { TokenRange } from './attribution/noun-phrase.ts'
import { speechLexicon } from './attribution/speech-lexicon.ts'
import type { ClaimCore } from './claim-core.ts'
import { dateLexicon } from './dates/date-lexicon.ts'
import type { TimeExpression } from './dates/find-times.ts'
import type { Layout, Segment } from './layout.ts'
import type { MeansMention } from './means/find-means.ts'

/** A segment that may speak of the same attack as a claim, and how far it is to fetch (0 = the claim's own). */
export interface Near {
  readonly segment: number
  readonly cost: number
  /** It states the claim's own number again. */
  readonly restated: boolean
}

/** A document as its claims see it. */
export interface Story {
  readonly layout: Layout
  readonly cores: readonly ClaimCore[]
  readonly speeches: readonly Speech[]
  readonly means: readonly MeansMention[]
  /** Segments by cost, nearest first, for each claim. */
  readonly near: readonly (readonly Near[])[]
  /** Claims that state a running toll: they take nothing from elsewhere. */
  readonly toll: readonly boolean[]
  /** Times that only say when somebody spoke. */
  readonly spoken: ReadonlySet<TimeExpression>
  /** Tokens of words for a war, and for the start of one. */
  readonly words: ReadonlyMap<number, DiscourseClass>
  /** Segments that tell of an attack or of its harm. */
  readonly violent: ReadonlySet<number>
  /** Small words by what they do; see `function-words.tsv`. */
  readonly small: ReadonlyMap<string, string>
  /** Tokens at which a word for an attack stands. */
  readonly attackAt: ReadonlySet<number>
  /** Tokens of words for fighters, with the side such fighters are commonly on. */
  readonly sides: ReadonlyMap<number, string>
  /** Tokens of adjectives of nations. */
  readonly nations: ReadonlySet<number>
  /** Tokens of countries' names, as the lexicon of actors knows them. */
  readonly countries: readonly TokenRange[]
  /** Tokens of words for armed actors and for times: no places, however they are written. */
  readonly noPlace: ReadonlySet<number>
  /** Tokens at which a word for a source starts ("Governor", "Police Command"). */
  readonly offices: ReadonlySet<number>
  /** What kind of place the gazetteer knows a name for; null for none. */
  readonly kindOf: (name: string) => PlaceMention['kind'] | null
}

export type DiscourseClass =
  | 'campaign'
  | 'posted'
  | 'away'
  | 'toward'
  | 'break'
  | 'war'
  | 'begin'
  | 'toll'
  | 'attack'
  | 'stated'
  | 'also'

const BREAK = 20
const FARTHEST = 60
/** Sentences back after which distance says no more: what was told holds until another attack is told. */
const STALEST = 5
const BIG = 1000
/** Days after which "after that day" tells a span. */
const OLD = 30
/** What a segment that names the claim's own day costs at most. */
const SAME_DAY = 16
/** What a segment that states the claim's number again costs at most. */
const RESTATED = 8

const discourse = compiledFrom((lexicon: Lexicon) =>
  compilePatterns(
    lexicon.table('discourse').map((row) => [row.pattern ?? '', (row.class ?? '') as DiscourseClass] as const),
  ),
)

/** Works out which segments speak of the same attack as each claim. */
export const tellStory = (
  layout: Layout,
  cores: readonly ClaimCore[],
  speeches: readonly Speech[],
  means: readonly MeansMention[],
  lexicon: Lexicon,
  gazetteer: Gazetteer,
): Story => {
  const pieces = piecesOf(layout.text)
  const set = discourse(lexicon)
  const words = new Map(allPatterns(set, pieces).map((match) => [match.first, match.value]))
  const spoken = new Set(layout.times.filter((time) => isSpoken(layout, time, speeches) || isStated(time, words)))
  const named = allPatterns(actorLexicon(lexicon).actors, pieces)
  const sides = new Map(
    named.flatMap((match) => (match.value.side === '' ? [] : [[match.last - 1, match.value.side] as const])),
  )
  const nations = new Set(named.flatMap((match) => (match.value.kind === 'nation' ? [match.first] : [])))
  const small = speechLexicon(lexicon).words
  const days = daysOf(layout, spoken)
  const breaks = breaksOf(
    layout,
    days,
    (segment) =>
      tellsAlso(segment, layout, cores, words) ||
      opensAnother(layout, segment, (at) => matchAt(set, pieces, at)?.value),
  )
  const toll: boolean[] = cores.map((core) => isToll(core, layout, words, spoken, small))
  carryTolls(cores, toll, layout, small)
  const tollSegments = new Set(cores.flatMap((core, i) => (toll[i] ? [layout.segmentOf[core.first] ?? 0] : [])))
  cores.forEach((core, i) => {
    if (toll[i] !== true) tollSegments.delete(layout.segmentOf[core.first] ?? 0)
  })
  const nearest = cores.map((core, i) =>
    toll[i] === true ? tollNear(layout, core) : nearOf(layout, cores, core, breaks, days, tollSegments),
  )
  const attackAt = new Set([...words].flatMap(([at, kind]) => (kind === 'attack' ? [at] : [])))
  for (const mention of means) for (let at = mention.first; at < mention.last; at++) attackAt.add(at)
  const violent = new Set(
    [...cores.map((core) => core.first), ...attackAt].map((token) => layout.segmentOf[token] ?? 0),
  )
  return {
    layout,
    cores,
    speeches,
    means,
    near: nearest,
    toll,
    spoken,
    words,
    violent,
    attackAt,
    small,
    sides,
    nations,
    ...namesOf(named, layout, lexicon),
    kindOf: (name) => gazetteer.known(name)?.kind ?? null,
  }
}

/** Words for actors that name places, too, or that only look like actors. */
const PLACE_LIKE: ReadonlySet<ActorClass> = new Set(['country', 'state', 'nation', 'not', 'name'])

/** A number told in the perfect, with no day of its own, goes on with the toll of the sentence before. */
const carryTolls = (
  cores: readonly ClaimCore[],
  toll: boolean[],
  layout: Layout,
  small: ReadonlyMap<string, string>,
): void => {
  cores.forEach((core, i) => {
    const segment = layout.segmentOf[core.first] ?? 0
    const dated = layout.times.some((time) => layout.segmentOf[time.first] === segment)
    if (toll[i] === true || dated || !isPerfect(core, layout, small)) return
    const before = cores.some((other, k) => toll[k] === true && layout.segmentOf[other.first] === segment - 1)
    if (before) toll[i] = true
  })
}

/** What the words of the lexicons say of names that may be taken for places. */
const namesOf = (
  named: readonly PatternMatch<ActorWord>[],
  layout: Layout,
  lexicon: Lexicon,
): Pick<Story, 'countries' | 'noPlace' | 'offices'> => {
  const noPlace = new Set<number>()
  for (const match of named)
    if (!PLACE_LIKE.has(match.value.kind)) for (let at = match.first; at < match.last; at++) noPlace.add(at)
  const { units } = dateLexicon(lexicon)
  for (const token of layout.text.tokens)
    if (token.text !== token.lower && units.has(token.lower)) noPlace.add(token.index)
  const pieces = piecesOf(layout.text)
  return {
    countries: named.filter((match) => match.value.kind === 'country'),
    noPlace,
    offices: new Set(allPatterns(speechLexicon(lexicon).sources, pieces).map((match) => match.first)),
  }
}

/** "said on Monday", "told reporters on Monday", "the monitor on Monday said". */
const isSpoken = (layout: Layout, time: TimeExpression, speeches: readonly Speech[]): boolean => {
  const segment = layout.segmentOf[time.first]
  return speeches.some((speech) => {
    if (speech.segment !== segment || speech.cue.last > layout.text.tokens.length) return false
    const after = time.first - speech.cue.last
    if (after >= 0 && after <= 1) return true
    if (after > 1 && after <= 6) return noVerb(layout, speech.cue.last, time.first)
    const before = speech.cue.first - time.last
    const speaker = speech.speakers[0]
    return (
      before >= 0 &&
      before <= 1 &&
      speaker !== undefined &&
      speaker.last <= time.first &&
      time.first - speaker.last <= 2
    )
  })
}

/** "released on Friday", "on Monday blamed": the day of a deed of words. */
const isStated = (time: TimeExpression, words: ReadonlyMap<number, DiscourseClass>): boolean =>
  words.get(time.first - 1) === 'stated' || words.get(time.last) === 'stated'

const noVerb = (layout: Layout, first: number, last: number): boolean => {
  for (let at = first; at < last; at++) {
    const token = layout.text.tokens[at]
    if (token?.tag === 'VERB' || token?.tag === 'AUX' || token?.tag === 'NUM' || token?.tag === 'SCONJ') return false
  }
  return true
}

/** "26 were also killed": not the attack told before. */
const tellsAlso = (
  segment: Segment,
  layout: Layout,
  cores: readonly ClaimCore[],
  words: ReadonlyMap<number, DiscourseClass>,
): boolean =>
  cores.some((core) => {
    if (layout.segmentOf[core.first] !== segment.index) return false
    if (core.also) return true
    for (let at = core.first; at < core.last; at++) if (words.get(at) === 'also') return true
    return false
  })

const opensAnother = (
  layout: Layout,
  segment: Segment,
  classAt: (token: number) => DiscourseClass | undefined,
): boolean => {
  for (let at = segment.first; at < Math.min(segment.first + 4, segment.last); at++) {
    if (classAt(at) === 'break') return true
    if (layout.text.tokens[at]?.tag === 'VERB') return false
  }
  return false
}

/** The day that each segment tells of, where it names one. */
const daysOf = (layout: Layout, spoken: ReadonlySet<TimeExpression>): ReadonlyMap<number, TimeExpression> => {
  const days = new Map<number, TimeExpression>()
  for (const time of layout.times) {
    const segment = layout.segmentOf[time.first] ?? 0
    if (time.role === 'at' && !time.vague && !spoken.has(time) && !days.has(segment)) days.set(segment, time)
  }
  return days
}

/** How many other attacks have been opened up to each segment. */
const breaksOf = (
  layout: Layout,
  days: ReadonlyMap<number, TimeExpression>,
  opens: (segment: Segment) => boolean,
): Int32Array => {
  const count = new Int32Array(layout.segments.length)
  let day: TimeExpression | undefined
  for (const segment of layout.segments) {
    const own = days.get(segment.index)
    const other = own !== undefined && day !== undefined && !meet(own, day)
    if (own !== undefined) day = own
    count[segment.index] = (count[segment.index - 1] ?? 0) + (other || opens(segment) ? 1 : 0)
  }
  return count
}

const meet = (a: TimeExpression, b: TimeExpression): boolean =>
  (a.days.from ?? a.days.to) <= b.days.to && (b.days.from ?? b.days.to) <= a.days.to

/** A number so big, or so tied to a war or a span of time, that no single attack is meant. */
const isToll = (
  core: ClaimCore,
  layout: Layout,
  words: ReadonlyMap<number, DiscourseClass>,
  spoken: ReadonlySet<TimeExpression>,
  small: ReadonlyMap<string, string>,
): boolean => {
  const segment = layout.segments[layout.segmentOf[core.first] ?? 0]
  if (segment === undefined) return false
  const own = layout.times.filter((time) => layout.segmentOf[time.first] === segment.index && !spoken.has(time))
  const isSpan = (time: TimeExpression): boolean =>
    !inRelative(core, time, layout, small) &&
    (spans(time, layout.today) || (begins(time, layout, words) && wars(time, layout, words)))
  const point = nearestTo(
    core,
    own.filter((time) => !isSpan(time) && !spans(time, layout.today)),
  )
  const span = nearestTo(core, own.filter(isSpan))
  if (span < 30 && span <= point) return true
  if (point < 30) return false
  if ((core.count.low ?? core.count.high ?? 0) >= BIG) return true
  for (let at = Math.max(segment.first, core.first - 7); at < core.first; at++) if (words.get(at) === 'war') return true
  return isPerfect(core, layout, small) && sinceBefore(segment, layout, words)
}

/** A span that only describes what stands before it ("areas that have been hit since May"). */
export const inRelative = (
  core: ClaimCore,
  time: TimeExpression,
  layout: Layout,
  small: ReadonlyMap<string, string>,
): boolean => {
  for (let at = core.last; at < time.first; at++) {
    const kind = small.get(layout.text.tokens[at]?.lower ?? '')
    if (kind === 'who' || (kind === 'that' && layout.text.tokens[at]?.lower === 'that')) return true
  }
  return false
}

/** "have been killed", "has displaced". */
const isPerfect = (core: ClaimCore, layout: Layout, small: ReadonlyMap<string, string>): boolean => {
  for (let at = Math.max(0, Math.min(core.first, core.trigger) - 2); at < core.last; at++)
    if (small.get(layout.text.tokens[at]?.lower ?? '') === 'have') return true
  return false
}

/** The sentence before tells since when. */
const sinceBefore = (segment: Segment, layout: Layout, words: ReadonlyMap<number, DiscourseClass>): boolean =>
  layout.times.some(
    (time) =>
      layout.segmentOf[time.first] === segment.index - 1 && (time.role === 'since' || begins(time, layout, words)),
  )

/** "the war, which began in 2011", "in April the army launched": the time is a start. */
export const begins = (time: TimeExpression, layout: Layout, words: ReadonlyMap<number, DiscourseClass>): boolean =>
  near(time, layout, 16, (at) => words.get(at) === 'begin')

const wars = (time: TimeExpression, layout: Layout, words: ReadonlyMap<number, DiscourseClass>): boolean =>
  near(time, layout, 20, (at) => words.get(at) === 'war' || words.get(at) === 'campaign')

const near = (time: TimeExpression, layout: Layout, reach: number, is: (token: number) => boolean): boolean => {
  const segment = layout.segmentOf[time.first]
  for (let at = time.first - reach; at < time.last + reach; at++)
    if (layout.segmentOf[at] === segment && is(at)) return true
  return false
}

const nearestTo = (core: ClaimCore, times: readonly TimeExpression[]): number =>
  Math.min(
    Infinity,
    ...times.map((time) => (time.last <= core.first ? core.first - time.last : Math.max(0, time.first - core.last))),
  )

const spans = (time: TimeExpression, today: number | null): boolean =>
  time.role === 'since' ||
  (time.role === 'after' && today !== null && today - time.days.to > OLD) ||
  (time.role === 'at' && time.days.from !== null && time.days.to - time.days.from > 3)

const tollNear = (layout: Layout, core: ClaimCore): readonly Near[] => {
  const segment = layout.segmentOf[core.first] ?? 0
  return [
    { segment, cost: 0, restated: false },
    ...(segment > 0 ? [{ segment: segment - 1, cost: 20, restated: false }] : []),
    ...(segment > 1 ? [{ segment: segment - 2, cost: 30, restated: false }] : []),
    ...(segment > 2 ? [{ segment: segment - 3, cost: 35, restated: false }] : []),
  ]
}

const nearOf = (
  layout: Layout,
  cores: readonly ClaimCore[],
  core: ClaimCore,
  breaks: Int32Array,
  days: ReadonlyMap<number, TimeExpression>,
  tolls: ReadonlySet<number>,
): readonly Near[] => {
  const own = layout.segmentOf[core.first] ?? 0
  const again = new Set(
    cores.filter((other) => isRestated(core, other)).map((other) => layout.segmentOf[other.first] ?? 0),
  )
  const day = days.get(own)
  const sameDay = (segment: number): boolean => {
    const other = days.get(segment)
    return day !== undefined && other !== undefined && segment !== own && meet(day, other)
  }
  const found: Near[] = []
  for (const segment of layout.segments) {
    const cost =
      costOf(segment, layout.segments[own] ?? segment, breaks) +
      (tolls.has(segment.index) && segment.index !== own ? 25 : 0)
    const restated = again.has(segment.index)
      ? Math.min(cost, isTelling(core) ? RESTATED : SAME_DAY)
      : sameDay(segment.index)
        ? Math.min(cost, SAME_DAY)
        : cost
    if (restated <= FARTHEST) found.push({ segment: segment.index, cost: restated, restated: again.has(segment.index) })
  }
  return found.sort((a, b) => a.cost - b.cost)
}

const costOf = (segment: Segment, own: Segment, breaks: Int32Array): number => {
  if (segment === own) return 0
  const distance = Math.max(1, Math.abs(segment.rank - own.rank))
  const crossed = Math.abs((breaks[segment.index] ?? 0) - (breaks[own.index] ?? 0)) * BREAK
  if (segment.headline) return 10 + crossed
  if (own.headline) return 4 + 3 * distance + crossed
  return crossed + (segment.index < own.index ? 6 + 3 * Math.min(distance, STALEST) : 12 + 4 * distance)
}

/** Whether a segment tells of an attack by other means than a claim's: another attack, then. */
export const tellsOtherMeans = (segment: number, means: Means | null, story: Story): boolean => {
  if (means === null) return false
  const told = story.means.filter(
    (mention) =>
      story.layout.segmentOf[mention.first] === segment && (mention.kind === 'attack' || mention.kind === 'weapon'),
  )
  return told.length > 0 && told.every((mention) => mention.means !== means)
}

/** One or two dead are told of many attacks: only a larger number tells that the same attack is meant. */
const isTelling = (core: ClaimCore): boolean => (core.count.low ?? core.count.high ?? 0) > 2

/** The same number of the same harm, said again. */
const isRestated = (a: ClaimCore, b: ClaimCore): boolean =>
  a !== b &&
  a.metric === b.metric &&
  (a.count.low ?? a.count.high) !== null &&
  (a.count.low ?? a.count.high) === (b.count.low ?? b.count.high)
