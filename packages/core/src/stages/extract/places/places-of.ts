import type { Lexicon } from '../../../lexicon/lexicon.ts'
import type { Token } from '../../../text/read-text.ts'
import { type PlaceWords, placeWordsOf } from '../../../toponyms/place-words.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { ActorMention } from '../actors/find-actors.ts'
import type { TokenRange } from '../attribution/noun-phrase.ts'
import { inSegment } from '../by-segment.ts'
import type { ClaimCore } from '../claim-core.ts'
import { closeness } from '../closeness.ts'
import type { DiscourseClass } from '../discourse.ts'
import type { Story } from '../story.ts'
import { describedPlaces } from './described-places.ts'
import { mendName } from './mend-name.ts'

/** Where a claim's harm was, and how far the words for it were to fetch. */
export interface PlacesFound {
  readonly places: readonly Toponym[]
  readonly cost: number
}

const FARTHEST = 40
const KIND_COST: Readonly<Record<Toponym['kind'], number>> = {
  settlement: 0,
  unknown: 0.4,
  area: 0.8,
  admin: 1.5,
  facility: 5,
  country: 7,
}
const NEAR = 0.5
/** What a place of the claim's own sentence costs at most. */
const OWN_SENTENCE = 14
/** What a place costs more that is somebody's post, origin or goal, or part of a name. */
const POSTED = 6
const AWAY = 10
const ASIDE = 5
const IN_A_NAME = 8
/** What a country costs more that acts or is dealt with: its government, then; or a town, which may stand for one. */
const GOVERNMENT = 12
/** A headline keeps a place of its own. */
const KEEPS = 8

/** Toponyms that may be places of harm, each with what speaks against it wherever it is looked at from. */
export interface HarmPlace {
  readonly place: Toponym
  readonly cost: number
  /** Whether people come from it or go to it. */
  readonly away: boolean
  readonly toward: boolean
  /** Whether the wounded or the dead were brought there. */
  readonly carried: boolean
  /** Whether it is told as a part of a town ("the X neighbourhood"). */
  readonly part: boolean
}

/** Weighs the toponyms of a document once, for all its claims. */
export const harmPlaces = (
  story: Story,
  toponyms: readonly Toponym[],
  actors: readonly ActorMention[],
  lexicon: Lexicon,
): readonly HarmPlace[] => {
  const mended = toponyms.flatMap((place) => mendName(place, story) ?? [])
  const common = smallWords(story)
  const words = placeWordsOf(lexicon)
  const told = mended.filter((place) => !isAttackWord(place, story) && !isNation(place, story))
  const spoken = told.filter((place) => !isDateline(place, story))
  const all = [...told, ...countriesOf(story, mended), ...describedPlaces(story, spoken, lexicon)]
  const speakers = story.speeches.flatMap((speech) => speech.speakers)
  const here = <T extends TokenRange>(items: readonly T[], place: Toponym): readonly T[] =>
    inSegment(items, story.layout.segmentOf[place.first] ?? 0, story.layout, ({ first }) => first)
  return all
    .filter((place) => !isCommonWord(place, common) && !isContainer(place, here(all, place), story))
    .map((place) => {
      const lead = leadOf(place, story)
      const inName =
        here(actors, place).some(
          (actor) => isPartOf(place, actor, story, words) && (actor.role !== 'none' || isMore(actor, place)),
        ) ||
        isBeforeOffice(place, story, words) ||
        here(speakers, place).some((speaker) => isPartOf(place, speaker, story, words))
      const cost =
        KIND_COST[isTownPart(place, mended, story) ? 'area' : place.kind] +
        (place.relation === 'near' ? NEAR : 0) +
        (lead.posted ? POSTED : 0) +
        (inParentheses(place, story) ? ASIDE : 0) +
        (isGovernment(place, story, words) ? GOVERNMENT : 0) +
        (inName || isDateline(place, story) ? IN_A_NAME : 0)
      return {
        place,
        cost,
        away: lead.away,
        toward: lead.toward,
        carried: lead.carried,
        part: isPart(place, story, words, mended),
      }
    })
}

/** "Teldo governor", "Teldo Police Command": a word for who speaks, unless it is a building's, which may be hit itself. */
const isBeforeOffice = (place: Toponym, story: Story, words: PlaceWords): boolean =>
  story.offices.has(place.last) &&
  words.types.get(story.layout.text.tokens[place.last]?.lower ?? '')?.kind !== 'facility'

/** "the X neighbourhood", "X district" in a town: its type word is a part's. */
const isPart = (place: Toponym, story: Story, words: PlaceWords, all: readonly Toponym[]): boolean => {
  if (isTownPart(place, all, story)) return true
  for (let at = place.first; at < place.last; at++) {
    const type = words.types.get(story.layout.text.tokens[at]?.lower ?? '')
    if (type?.kind === 'settlement' && type.keeps) return true
  }
  return false
}

/** A district that the text puts in a town is a part of it, no province. */
const isTownPart = (place: Toponym, all: readonly Toponym[], story: Story): boolean =>
  place.kind === 'admin' &&
  all.some((town) => town.kind === 'settlement' && (place.within.includes(town.name) || leadsTo(place, town, story)))

/** "the X district of the eastern city of Y": nothing between but what links the two. */
const leadsTo = (part: Toponym, town: Toponym, story: Story): boolean => {
  const gap = town.first - part.last
  if (gap < 1 || gap > 7 || story.layout.text.tokens[part.last]?.tag !== 'ADP') return false
  for (let at = part.last; at < town.first; at++)
    if (!mayLink(story.layout.text.tokens[at]) && story.layout.text.tokens[at]?.tag !== 'PART') return false
  return true
}

/** Countries that stand as a modifier or a government ("Syria raid"): the widest places, taken when nothing else is told. */
const countriesOf = (story: Story, toponyms: readonly Toponym[]): readonly Toponym[] => {
  if (story.countries.length === 0) return []
  const covered = new Set<number>()
  for (const { first, last } of toponyms) for (let at = first; at < last; at++) covered.add(at)
  const isCovered = ({ first, last }: TokenRange): boolean => {
    for (let at = first; at < last; at++) if (covered.has(at)) return true
    return false
  }
  return story.countries.flatMap((range) => {
    const token = story.layout.text.tokens[range.first]
    const last = story.layout.text.tokens[range.last - 1]
    if (token === undefined || last === undefined || isCovered(range)) return []
    if (!standsForPlace(range, last, story)) return []
    const end = last.end - (isLostPossessive(last.text, story) ? 1 : 0)
    const text = story.layout.text.content.slice(token.start, end)
    return [
      {
        start: token.start,
        end,
        text,
        kind: 'country',
        within: [],
        beside: [],
        sentence: token.sentence,
        first: range.first,
        last: range.last,
        name: text,
        nameSpan: { start: token.start, end },
        relation: 'in',
        known: true,
        typed: false,
        nameKind: 'country',
        also: [],
        side: null,
        isAround: false,
        nation: null,
        cue: 'country',
      } as const,
    ]
  })
}

/** In a headline, or as a possessor: elsewhere a bare country before a noun is its government or its people. */
const standsForPlace = (range: TokenRange, last: Token, story: Story): boolean => {
  if (/^[\p{Lu}.]+$/u.test(last.text)) return false
  const segment = story.layout.segments[story.layout.segmentOf[range.first] ?? 0]
  const next = story.layout.text.tokens[range.last]
  return (
    segment?.headline === true ||
    isLostPossessive(last.text, story) ||
    (next?.tag === 'PART' && /^['’]/.test(next.text))
  )
}

const isLostPossessive = (text: string, story: Story): boolean =>
  text.endsWith('s') && story.kindOf(text.slice(0, -1)) === 'country' && story.kindOf(text) === null

/** The places of the nearest mention: of the claim's own sentence, else of the same attack elsewhere. */
export const placesOf = (index: number, story: Story, candidates: readonly HarmPlace[]): PlacesFound | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  const headline = story.layout.segments[story.layout.segmentOf[core.first] ?? 0]?.headline === true
  let best: HarmPlace | null = null
  let bestCost = Infinity
  for (const near of story.near[index] ?? []) {
    if (near.cost > FARTHEST || near.cost >= bestCost) break
    for (const candidate of inSegment(candidates, near.segment, story.layout, ({ place }) => place.first)) {
      const way = wayCost(core, candidate) + (near.cost > 0 && headline ? KEEPS : 0)
      const cost =
        near.cost + candidate.cost + way + (near.cost === 0 ? closeness(core, candidate.place, story, 'after') : 0)
      if (cost >= bestCost) continue
      best = candidate
      bestCost = cost
    }
  }
  const wide = story.toll[index] === true && bestCost > OWN_SENTENCE ? widest(core, candidates, story) : null
  if (wide !== null || best === null) return wide
  const found = finest(core, best, candidates, story)
  return { places: listed(found.place, candidates, story), cost: bestCost }
}

/** "in X … hit the Y neighbourhood": of a town and a part of it that one sentence names for one claim, the part. */
const finest = (core: ClaimCore, best: HarmPlace, candidates: readonly HarmPlace[], story: Story): HarmPlace => {
  if (best.part || !HOLDS_PARTS.has(best.place.kind)) return best
  const segment = story.layout.segmentOf[best.place.first]
  const parts = candidates.filter(
    (other) =>
      other.part &&
      other.cost < PART_COST &&
      story.layout.segmentOf[other.place.first] === segment &&
      isOfClaim(core, best.place, other.place, story),
  )
  return parts[0] ?? best
}

const HOLDS_PARTS: ReadonlySet<Toponym['kind']> = new Set(['settlement', 'area', 'admin'])
/** A part of a town that costs more is somebody's post, or no place of harm. */
const PART_COST = 4

/** No other claim stands between a claim, its town and the part, and no "and" opens another account. */
const isOfClaim = (core: ClaimCore, town: Toponym, part: Toponym, story: Story): boolean => {
  const from = Math.min(core.first, town.first, part.first)
  const to = Math.max(core.last, town.last, part.last)
  for (let at = Math.min(town.last, part.last); at < Math.max(town.first, part.first); at++)
    if (story.layout.text.tokens[at]?.tag === 'CCONJ') return false
  if (story.layout.segmentOf[core.first] !== story.layout.segmentOf[part.first]) return true
  return !story.cores.some(
    (other) => other !== core && other.first < to && from < other.last && !sharesVerb(other, core),
  )
}

/** "killed and wounded", "three killed, nine hurt": claims of one breath, of different harm. */
const sharesVerb = (a: ClaimCore, b: ClaimCore): boolean => a.metric !== b.metric && a.sentence === b.sentence

/** A toll without a place of its own is the country's that the text speaks of most. */
const widest = (core: ClaimCore, candidates: readonly HarmPlace[], story: Story): PlacesFound | null => {
  const named = candidates.filter(({ place }) => place.kind === 'country')
  const led = named.filter(({ cost }) => cost < GOVERNMENT)
  const countries = led.length > 0 ? led : named
  const count = new Map<string, number>()
  for (const { place } of countries) count.set(place.name, (count.get(place.name) ?? 0) + 1)
  for (const range of story.countries) {
    const name = story.layout.text.tokens[range.first]?.text ?? ''
    if (count.has(name)) count.set(name, (count.get(name) ?? 0) + 1)
  }
  const most = Math.max(0, ...count.values())
  const main = countries.filter(({ place }) => count.get(place.name) === most)
  const country = main.findLast(({ place }) => place.first < core.first) ?? main[0]
  return country === undefined ? null : { places: [country.place], cost: FARTHEST }
}

/** People are displaced from a place, and killed in one. */
const wayCost = (core: ClaimCore, candidate: HarmPlace): number => {
  if (candidate.carried) return AWAY
  if (core.metric === 'displaced') return candidate.toward ? AWAY : 0
  return candidate.away ? AWAY : 0
}

const overlaps = (a: TokenRange, b: TokenRange): boolean => a.first < b.last && b.first < a.last

/** Within a name, but not where a preposition leads to the place itself ("in northern Zarimand Orvanian forces …"). */
const isPartOf = (place: Toponym, name: TokenRange, story: Story, words: PlaceWords): boolean => {
  if (!overlaps(name, place)) return false
  const before = story.layout.text.tokens[place.first - 1]?.lower ?? ''
  return name.first < place.first || (!words.has('inside', before) && !words.has('near', before))
}

/** A "place" of nothing but words for an attack: title case misleads. */
const isAttackWord = (place: Toponym, story: Story): boolean => {
  for (let at = place.first; at < place.last; at++)
    if (!story.attackAt.has(at) && !story.noPlace.has(at) && !isSmall(story.layout.text.tokens[at])) return false
  return true
}

/** A lone word that no gazetteer knows and that the text writes in lower case elsewhere: title case misleads. */
const isCommonWord = (place: Toponym, common: (word: string) => boolean): boolean =>
  !place.known && !place.typed && place.name !== '' && common(place.name.toLowerCase())

/** Whether a text writes a word in lower case somewhere. Its words are gathered when first asked for: it is seldom asked. */
const smallWords = (story: Story): ((word: string) => boolean) => {
  let words: Set<string> | undefined
  return (word) => {
    if (words === undefined) {
      words = new Set()
      for (const token of story.layout.text.tokens) if (token.text === token.lower) words.add(token.lower)
    }
    return words.has(word)
  }
}

/** The name of an actor holds more than the place ("the Homs brigade"). */
const isMore = (actor: TokenRange, place: TokenRange): boolean => actor.first < place.first || actor.last > place.last

const isSmall = (token: Token | undefined): boolean =>
  token?.tag === 'ADJ' || token?.tag === 'DET' || token?.tag === 'PUNCT'

/** "Syrian", "central Syrian": an adjective that a preposition made look like a place. */
const isNation = (place: Toponym, story: Story): boolean => {
  const { tokens } = story.layout.text
  for (let at = place.first; at < place.last; at++) {
    const token = tokens[at]
    if (token !== undefined && token.start >= place.nameSpan.start && token.end <= place.nameSpan.end)
      if (!story.nations.has(at)) return false
  }
  return true
}

/** "blamed Zarimand", "Zarimand launched": a country with nothing before it that leads to a place. */
const isGovernment = (place: Toponym, story: Story, words: PlaceWords): boolean => {
  const segment = story.layout.segments[story.layout.segmentOf[place.first] ?? 0]
  const bare = place.kind === 'country' ? place.cue !== 'country' : place.cue === 'gazetteer' && !place.typed
  if (!bare || segment?.headline === true) return false
  const { tokens } = story.layout.text
  const next = tokens[place.last]
  if (next?.tag === 'PART' && /^['’]/.test(next.text)) return false
  let at = place.first - 1
  while (tokens[at]?.tag === 'DET' || tokens[at]?.tag === 'ADJ') at--
  const before = tokens[at]
  if (before === undefined || before.tag === 'PUNCT' || before.tag === 'CCONJ') return at < segmentStart(place, story)
  // "blamed on X", "called on X": whom a deed of words concerns.
  if (words.has('behalf', before.lower) || (words.has('toward', before.lower) && story.words.get(at - 1) === 'stated'))
    return true
  return (['inside', 'near', 'toward', 'of', 'strikes'] as const).every((role) => !words.has(role, before.lower))
}

const segmentStart = (place: Toponym, story: Story): number =>
  story.layout.segments[story.layout.segmentOf[place.first] ?? 0]?.first ?? 0

/** "MOSCOW (Agency) …": where the report was written. */
const isDateline = (place: Toponym, story: Story): boolean => {
  const segment = story.layout.segments[story.layout.segmentOf[place.first] ?? 0]
  const text = story.layout.text.tokens[place.first]?.text ?? ''
  return segment !== undefined && !segment.headline && place.first - segment.first < 2 && /^\p{Lu}{4,}$/u.test(text)
}

/** What leads to a place: a verb that posts somebody there, a word for whence or whither. */
const leadOf = (
  place: Toponym,
  story: Story,
): { readonly posted: boolean; readonly away: boolean; readonly toward: boolean; readonly carried: boolean } => {
  const isNear = (wanted: DiscourseClass, reach: number): boolean => {
    for (let back = 0; back < reach; back++) if (story.words.get(place.first - back) === wanted) return true
    return false
  }
  return {
    posted: isNear('posted', 6) || isPost(place, story),
    away: isNear('away', 3),
    toward: isNear('toward', 3),
    carried: isNear('carried', 6),
  }
}

/** "X-based rebels", not "X, located in Y": somebody's post is told by what follows it with no preposition. */
const isPost = (place: Toponym, story: Story): boolean =>
  [place.last, place.last + 1].some(
    (at) => story.words.get(at) === 'posted' && story.layout.text.tokens[at + 1]?.tag !== 'ADP',
  )

const inParentheses = (place: Toponym, story: Story): boolean => {
  for (let at = place.first - 1; at > place.first - 6; at--) {
    const text = story.layout.text.tokens[at]?.text
    if (text === ')') return false
    if (text === '(') return true
  }
  return false
}

/** A wider place that only says where a narrower one beside it lies ("Takad" in "Aleppo", "al-Furqan" in "Aleppo city"). */
const isContainer = (place: Toponym, all: readonly Toponym[], story: Story): boolean =>
  all.some((other) => {
    if (other === place || other.sentence !== place.sentence) return false
    const isHeld = other.kind !== 'facility' || place.kind === 'country'
    if (isHeld && other.within.includes(place.name) && Math.abs(other.first - place.first) < 15) return true
    return other.last <= place.first && other.kind !== 'country' && liesIn(other, place, story)
  })

/** "X in Y" with no verb between; a building gives way to the town it stands in. */
const liesIn = (narrow: Toponym, wide: Toponym, story: Story): boolean => {
  if (wide.first - narrow.last > 7 || (narrow.kind === 'facility' && wide.kind !== 'country')) return false
  if (narrow.kind === 'admin' && wide.kind === 'settlement') return false
  let links = false
  for (let at = narrow.last; at <= wide.first; at++) {
    const token = story.layout.text.tokens[at]
    if (at < wide.first && !mayLink(token)) return false
    if (token?.tag === 'ADP') links = true
  }
  return links
}

const mayLink = (token: Token | undefined): boolean =>
  token !== undefined && ['ADP', 'DET', 'ADJ', 'NOUN', 'PROPN'].includes(token.tag)

/** A place with those that are listed with it ("in A, B and C"). */
const listed = (place: Toponym, candidates: readonly HarmPlace[], story: Story): readonly Toponym[] => {
  const here = candidates.map((candidate) => candidate.place).filter((other) => other.sentence === place.sentence)
  const at = here.indexOf(place)
  const list = [place]
  for (let i = at - 1; i >= 0; i--) {
    const [a, b] = [here[i], list[0]]
    if (a === undefined || b === undefined || !joined(a, b, story)) break
    list.unshift(a)
  }
  for (let i = at + 1; i < here.length; i++) {
    const [a, b] = [list[list.length - 1], here[i]]
    if (a === undefined || b === undefined || !joined(a, b, story)) break
    list.push(b)
  }
  return list
}

const joined = (a: Toponym, b: Toponym, story: Story): boolean => {
  if (a.within.includes(b.name) || b.within.includes(a.name) || b.first - a.last > 4) return false
  let conjunction = false
  for (let at = a.last; at < b.first; at++) {
    const token = story.layout.text.tokens[at]
    if (token?.tag === 'CCONJ' || token?.text === ',') conjunction = true
    else if (token?.tag !== 'DET' && token?.tag !== 'ADP') return false
  }
  return conjunction
}
