import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { type PlaceWords, placeWordsOf } from '../../../toponyms/place-words.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { ActorMention } from '../actors/actor-mention.ts'
import type { TokenRange } from '../attribution/noun-phrase.ts'
import { inSegment } from '../by-segment.ts'
import type { Story } from '../story.ts'
import { asCountry, countriesOf, isGovernment } from './country-places.ts'
import { describedPlaces } from './described-places.ts'
import { mendName } from './mend-name.ts'
import { isAttackWord, isCommonWord, isGroup, isNation, smallWords } from './not-places.ts'
import { inParentheses, isIncluded, type Lead, leadOf } from './place-leads.ts'
import {
  isInHeadline,
  isLedTo,
  isPhrase,
  isPossessor,
  leadsTo,
  mayLink,
  ownedFrom,
  owns,
  ownsName,
} from './place-owners.ts'

export const KIND_COST: Readonly<Record<Toponym['kind'], number>> = {
  settlement: 0,
  unknown: 0.4,
  area: 0.8,
  admin: 1.5,
  facility: 5,
  country: 7,
}

export const NEAR = 0.5

/** What a place costs more that is somebody's post, origin or goal, or part of a name. */
export const POSTED = 6

export const AWAY = 10

/** From here on a place is none of the harm's. */
export const OUTSIDE = 40

const ASIDE = 5

const IN_A_NAME = 8

/** What a country costs more that acts or is dealt with: its government, then; or a town, which may stand for one. */
export const GOVERNMENT = 12

/** What a place costs that is only concerned: more than a place of the next sentence. */
const CONCERNED = 20

/** Toponyms that may be places of harm, each with what speaks against it wherever it is looked at from. */
export interface HarmPlace extends Omit<Lead, 'posted'> {
  readonly place: Toponym
  readonly cost: number
  /** The name of the place that the text says it lies near ("X near Y"); null for none. */
  readonly near: string | null
  /** Whether it is told as a part of a town ("the X neighbourhood"). */
  readonly part: boolean
  /** Whether it stands for itself: no government, no part of a name, no owner of the place. */
  readonly sound: boolean
}

/** Weighs the toponyms of a document once, for all its claims. */
export const harmPlaces = (
  story: Story,
  toponyms: readonly Toponym[],
  actors: readonly ActorMention[],
  lexicon: Lexicon,
): readonly HarmPlace[] => {
  const mended = toponyms.flatMap((place) => mendName(place, story) ?? []).map((place) => asCountry(place, story))
  const common = smallWords(story)
  const words = placeWordsOf(lexicon)
  const told = mended.filter(
    (place) => !isAttackWord(place, story) && !isGroup(place, story) && !isNation(place, story),
  )
  const spoken = told.filter((place) => !isDateline(place, story))
  const all = [...told, ...countriesOf(story, mended), ...describedPlaces(story, spoken, lexicon)]
  const speakers = story.speeches.flatMap((speech) => speech.speakers)
  const here = <T extends TokenRange>(items: readonly T[], place: Toponym): readonly T[] =>
    inSegment(items, story.layout.segmentOf[place.first] ?? 0, story.layout, ({ first }) => first)
  return all
    .filter((place) => !isCommonWord(place, common) && !isContainer(place, here(all, place), story))
    .map((place) => {
      const lead = leadOf(place, story)
      const theirs = here(actors, place).some((actor) => isTheirs(place, actor, story))
      const inName =
        !theirs &&
        (here(actors, place).some(
          (actor) => isPartOf(place, actor, story, words) && (actor.role !== 'none' || isMore(actor, place)),
        ) ||
          isBeforeOffice(place, story, words) ||
          isBeforeParty(place, story, words) ||
          here(speakers, place).some(
            (speaker) =>
              isPartOf(place, speaker, story, words) &&
              !(isInHeadline(place, story) && isLedTo(place.first, story, words)),
          ))
      const government = isGovernment(place, story, words)
      const aside = inParentheses(place, story) || ownsName(place, story) || isIncluded(place, story)
      const cost =
        KIND_COST[isTownPart(place, all, story) ? 'area' : place.kind] +
        (place.relation === 'near' ? NEAR : 0) +
        (lead.posted ? POSTED : 0) +
        (aside ? ASIDE : 0) +
        (government ? GOVERNMENT : 0) +
        (isConcerned(place, story, words) ? CONCERNED : 0) +
        (inName || isDateline(place, story) ? IN_A_NAME : 0) +
        // "the Islamic State in X", "X blamed Y": a group's name and a government are no places at all.
        (place.kind === 'country' && (inName || government) ? OUTSIDE : 0)
      return {
        place,
        cost,
        away: lead.away,
        toward: lead.toward,
        carried: lead.carried,
        seized: lead.seized,
        before: lead.before,
        near: nearby(place, all, story),
        part: isPart(place, story, words, all),
        sound: !inName && !government && !aside,
      }
    })
}

/** "Teldo governor", "Teldo Police Command": a word for who speaks, unless it is a building's, which may be hit itself. */
const isBeforeOffice = (place: Toponym, story: Story, words: PlaceWords): boolean =>
  story.offices.has(place.last) &&
  !isPhrase(place, story) &&
  !isLedTo(place.first, story, words) &&
  words.types.get(story.layout.text.tokens[place.last]?.lower ?? '')?.kind !== 'facility'

/** "Orvania Red Crescent": an organisation's name goes on after the country's. */
const isBeforeParty = (place: Toponym, story: Story, words: PlaceWords): boolean => {
  if (place.kind !== 'country' || isPossessor(place, story)) return false
  for (let at = place.last; at < place.last + PARTY_WITHIN; at++) {
    const token = story.layout.text.tokens[at]
    if (token?.tag !== 'PROPN' && token?.tag !== 'ADJ' && token?.tag !== 'NOUN') return false
    if (token.text === token.lower || words.demonyms.has(token.lower)) return false
    if (words.has('party', token.lower)) return true
  }
  return false
}

const PARTY_WITHIN = 3

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

const overlaps = (a: TokenRange, b: TokenRange): boolean => a.first < b.last && b.first < a.last

/** Within a name, but not where a preposition leads to the place itself ("in northern Zarimand Orvanian forces …"). */
const isPartOf = (place: Toponym, name: TokenRange, story: Story, words: PlaceWords): boolean => {
  if (!overlaps(name, place)) return false
  if (isPhrase(place, story)) return name.first < place.first
  return name.first < ownedFrom(place.first, story) || !isLedTo(place.first, story, words)
}

/** In a headline "Teldo rebels" are those in Teldo, and "Orvania troops killed" are killed there; an army that attacks may be anywhere. */
const isTheirs = (place: Toponym, actor: ActorMention, story: Story): boolean =>
  (actor.side === 'nonstate' || (actor.side === 'state' && actor.role === 'none')) &&
  place.first === actor.first &&
  isInHeadline(place, story)

/** The name of an actor holds more than the place ("the Homs brigade"). */
const isMore = (actor: TokenRange, place: TokenRange): boolean => actor.first < place.first || actor.last > place.last

/** "a heavy blow for X": a town whom something concerns. */
const isConcerned = (place: Toponym, story: Story, words: PlaceWords): boolean =>
  words.has('behalf', story.layout.text.tokens[place.first - 1]?.lower ?? '') &&
  !place.typed &&
  place.kind !== 'country' &&
  story.layout.text.tokens[place.first - 2]?.tag === 'NOUN'

/** "MOSCOW (Agency) …": where the report was written. */
const isDateline = (place: Toponym, story: Story): boolean => {
  const segment = story.layout.segments[story.layout.segmentOf[place.first] ?? 0]
  const text = story.layout.text.tokens[place.first]?.text ?? ''
  return segment !== undefined && !segment.headline && place.first - segment.first < 2 && /^\p{Lu}{4,}$/u.test(text)
}

/** "X near Y": the name of Y. */
const nearby = (place: Toponym, all: readonly Toponym[], story: Story): string | null => {
  const next = all.find(({ first }) => first > place.first)
  const isNext = next?.relation === 'near' && next.sentence === place.sentence && next.first - place.last === 1
  return isNext && story.layout.text.tokens[place.last]?.tag === 'ADP' ? next.name : null
}

/** A wider place that only says where a narrower one beside it lies ("Takad" in "Aleppo", "al-Furqan" in "Aleppo city"). */
const isContainer = (place: Toponym, all: readonly Toponym[], story: Story): boolean =>
  all.some((other) => {
    if (other === place || other.sentence !== place.sentence) return false
    const isHeld = other.kind !== 'facility' || place.kind === 'country'
    if (isHeld && owns(place, other, story)) return true
    if (isHeld && other.within.includes(place.name) && Math.abs(other.first - place.first) < 15) return true
    // "Teldo, three kilometres east of Homs": told only to say where the other lies.
    if (place.side?.from === 'off' && other.last <= place.first)
      if (other.beside.includes(place.name) || isDistance(other.last, place.first, story)) return true
    return other.last <= place.first && other.kind !== 'country' && liesIn(other, place, story)
  })

/** "three kilometres (two miles)": nothing but numbers and their nouns. */
const isDistance = (first: number, last: number, story: Story): boolean => {
  const between = story.layout.text.tokens.slice(first, last)
  return (
    between.length <= LONGEST_DISTANCE &&
    between.some(({ tag }) => tag === 'NUM') &&
    between.every(({ tag, text }) => tag === 'NUM' || tag === 'NOUN' || DISTANCE_MARK.test(text))
  )
}

const LONGEST_DISTANCE = 7
const DISTANCE_MARK = /^[()[\],]$/

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
