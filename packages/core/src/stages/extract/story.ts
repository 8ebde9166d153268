import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { allPatterns, matchAt, type PatternMatch } from '../../lexicon/patterns.ts'
import { piecesOf } from '../../lexicon/pieces.ts'
import type { Means, PlaceMention } from '../../model/claim.ts'
import { type ActorClass, type ActorWord, actorLexicon } from './actors/actor-lexicon.ts'
import { speechEnds } from './attribution/find-speeches.ts'
import type { TokenRange } from './attribution/noun-phrase.ts'
import type { Speech } from './attribution/speech.ts'
import { speechLexicon } from './attribution/speech-lexicon.ts'
import type { ClaimCore } from './claim-core.ts'
import { dateLexicon } from './dates/date-lexicon.ts'
import type { TimeExpression } from './dates/find-times.ts'
import { type DiscourseWords, discourse } from './discourse.ts'
import type { Layout } from './layout.ts'
import type { MeansMention } from './means/find-means.ts'
import { type Near, nearOf, ownAlone, statementsOf, tollNear } from './near.ts'
import {
  breaksOf,
  datesToll,
  daysOf,
  isAttackDay,
  isBackground,
  isOwnedUp,
  isSpoken,
  isStart,
  isStated,
  opensAnother,
  refersBack,
  tellsAlso,
} from './thread.ts'
import { carryTolls, isFixed, isToll } from './toll.ts'

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
  /** Those of them on which somebody owned up to what was done before. */
  readonly ownedUp: ReadonlySet<TimeExpression>
  /** Times of what came before the attack that their sentence tells. */
  readonly background: ReadonlySet<TimeExpression>
  /** Tokens of words for a war, and for the start of one. */
  readonly words: DiscourseWords
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
  /** Tokens of the names of armed groups, which may be places' names, too. */
  readonly groups: ReadonlySet<number>
  /** Tokens at which a word for a source starts ("Governor", "Police Command"). */
  readonly offices: ReadonlySet<number>
  /** What kind of place the gazetteer knows a name for; null for none. */
  readonly kindOf: (name: string) => PlaceMention['kind'] | null
}

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
  const steering = allPatterns(set, pieces)
  const words = new Map(steering.map((match) => [match.first, match.value]))
  const said = speechEnds(layout, lexicon)
  const attackAt = new Set(
    steering.flatMap(({ value, last }) => (value === 'attack' || value === 'another' ? [last - 1] : [])),
  )
  for (const mention of means) for (let at = mention.first; at < mention.last; at++) attackAt.add(at)
  const spoken = new Set(
    layout.times.filter(
      (time) =>
        !isAttackDay(layout, time, attackAt) &&
        (isSpoken(layout, time, speeches, said) || isStated(time, words) || datesToll(time, cores)),
    ),
  )
  const ownedUp = new Set([...spoken].filter((time) => isOwnedUp(layout, time, words)))
  const background = new Set(layout.times.filter((time) => isBackground(layout, time, words)))
  const named = allPatterns(actorLexicon(lexicon).actors, pieces)
  const sides = new Map(
    named.flatMap((match) => (match.value.side === '' ? [] : [[match.last - 1, match.value.side] as const])),
  )
  const nations = new Set(named.flatMap((match) => (match.value.kind === 'nation' ? [match.first] : [])))
  const small = speechLexicon(lexicon).words
  const violent = new Set(
    [...cores.map((core) => core.first), ...attackAt].map((token) => layout.segmentOf[token] ?? 0),
  )
  const starts = layout.times.filter((time) => isStart(layout, time, words, small) && isOld(time, layout))
  const days = daysOf(layout, new Set([...spoken, ...background, ...starts]), violent)
  const breaks = breaksOf(
    layout,
    days,
    (segment) =>
      tellsAlso(segment, layout, cores, words, (core) => refersBack(core, layout, attackAt, small)) ||
      opensAnother(layout, segment, (at) => matchAt(set, pieces, at)?.value),
  )
  /** What tells no time of a claim: a day of speech, or of what came before, told after it. */
  const outside = (core: ClaimCore): ReadonlySet<TimeExpression> =>
    background.size === 0 ? spoken : new Set([...spoken, ...[...background].filter((time) => core.last <= time.first)])
  const toll: boolean[] = cores.map((core) => isToll(core, layout, words, outside(core), small))
  carryTolls(cores, toll, layout, small)
  const tollSegments = new Set(cores.flatMap((core, i) => (toll[i] ? [layout.segmentOf[core.first] ?? 0] : [])))
  cores.forEach((core, i) => {
    if (toll[i] !== true) tollSegments.delete(layout.segmentOf[core.first] ?? 0)
  })
  const statements = statementsOf(layout, cores)
  const tellsOn = (core: ClaimCore): boolean =>
    refersBack(core, layout, attackAt, small) ||
    layout.times.some(
      ({ first, meaning }) => meaning === 'since-then' && layout.segmentOf[first] === layout.segmentOf[core.first],
    )
  /** "the worst since March 2, when 12 were killed": told of an attack that nothing else in the text is told of. */
  const recalled = (core: ClaimCore): boolean =>
    layout.times.some(
      (time) => layout.segmentOf[time.first] === layout.segmentOf[core.first] && isFixed(core, time, layout, small),
    )
  const nearest = cores.map((core, i) => {
    if (toll[i] === true) return tollNear(layout, core, tellsOn(core))
    if (recalled(core)) return ownAlone(layout, core)
    return nearOf(layout, statements, core, breaks, days, tollSegments)
  })
  return {
    layout,
    cores,
    speeches,
    means,
    near: nearest,
    toll,
    spoken,
    ownedUp,
    background,
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

/** A fight that began some days ago is what went before; one of yesterday may be the next news. */
const isOld = (time: TimeExpression, layout: Layout): boolean =>
  layout.today !== null && layout.today - time.days.to > NEWS

const NEWS = 3

/** Words for actors that name places, too, or that only look like actors. */
const PLACE_LIKE: ReadonlySet<ActorClass> = new Set(['country', 'state', 'nation', 'not', 'name'])

/** What the words of the lexicons say of names that may be taken for places. */
const namesOf = (
  named: readonly PatternMatch<ActorWord>[],
  layout: Layout,
  lexicon: Lexicon,
): Pick<Story, 'countries' | 'noPlace' | 'groups' | 'offices'> => {
  const noPlace = new Set<number>()
  const groups = new Set<number>()
  for (const { value, first, last } of named)
    for (let at = first; at < last; at++) {
      if (!PLACE_LIKE.has(value.kind)) noPlace.add(at)
      if (value.kind === 'name') groups.add(at)
    }
  const { units } = dateLexicon(lexicon)
  for (const token of layout.text.tokens)
    if (token.text !== token.lower && units.has(token.lower)) noPlace.add(token.index)
  const pieces = piecesOf(layout.text)
  return {
    countries: named.filter((match) => match.value.kind === 'country'),
    noPlace,
    groups,
    offices: new Set(allPatterns(speechLexicon(lexicon).sources, pieces).map((match) => match.first)),
  }
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
