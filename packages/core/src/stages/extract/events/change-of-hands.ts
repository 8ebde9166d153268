import type { ActorMention } from '../actors/actor-mention.ts'
import type { HarmPlace } from '../places/harm-places.ts'
import type { Reading } from '../reading.ts'
import type { Clause } from './clause.ts'
import type { EventClass, EventWord } from './event-lexicon.ts'

/** A place that changes hands, or is kept, and who has it afterwards. */
export interface Parties {
  readonly place: HarmPlace
  readonly holder: ActorMention
}

/** Ways of telling a change of hands in which both the place and who has it afterwards must stand where they are expected. */
export const isTold = ({ value }: EventWord): boolean => TOLD.has(value)
const TOLD: ReadonlySet<EventClass> = new Set<EventClass>(['keeps', 'cedes', 'falls', 'taking', 'under'])

/**
 * "X was captured by the army", "X fell to the rebels", "the capture of X by the rebels", "X is under rebel control", "the
 * rebels hold X", "the rebels lost X to the army"; null where place or holder is missing.
 */
export const partiesOf = (
  reading: Reading,
  clause: Clause,
  word: EventWord,
  words: readonly EventWord[],
): Parties | null => {
  switch (word.value) {
    case 'keeps': {
      // "government-held X" tells by the way who has it
      const isPart = reading.layout.text.tokens[word.first - 1]?.tag === 'PUNCT'
      const holder = clause.passive || isPart ? null : clause.actor
      const place = holder === null ? undefined : objectOf(reading, word)
      return place === undefined || holder === null ? null : { place, holder }
    }
    case 'cedes': {
      const place = objectOf(reading, word)
      return pair(place, place === undefined ? undefined : actorFrom(reading, place.place.last))
    }
    case 'taking': {
      const place = objectOf(reading, word)
      return pair(place, place === undefined ? undefined : actorFrom(reading, place.place.last))
    }
    case 'under': {
      const holder = actorFrom(reading, word.last - 1)
      return isSway(holder, words) ? pair(subjectOf(reading, clause, word), holder) : null
    }
    default: {
      const holder = actorFrom(reading, word.last - 1)
      return holder === undefined ? null : pair(subjectOf(reading, clause, word), holder)
    }
  }
}

const pair = (place: HarmPlace | undefined, holder: ActorMention | undefined): Parties | null =>
  place === undefined || holder === undefined ? null : { place, holder }

/** The actor that follows a token after a preposition and an article at most ("to the army", "by government troops"). */
const actorFrom = (reading: Reading, at: number): ActorMention | undefined =>
  reading.actors.find((actor) => actor.first > at && actor.first - at <= LEAD && isLead(reading, at, actor.first))

/** Tokens that may lead from a verb or place to an actor. */
const LEAD = 3

const isLead = (reading: Reading, from: number, to: number): boolean => {
  const tokens = reading.layout.text.tokens.slice(from, to)
  return tokens.every(({ tag }, k) => k === 0 || LEADS.has(tag)) && tokens.some(({ tag }) => tag === 'ADP')
}
const LEADS: ReadonlySet<string> = new Set(['ADP', 'DET', 'ADJ'])

/** "under rebel control": the noun for holding right after the actor. */
const isSway = (holder: ActorMention | undefined, words: readonly EventWord[]): boolean =>
  holder !== undefined && words.some(({ value, first }) => value === 'holds' && first === holder.last)

/** The place right after a word: "hold X", "hold most of X", "the capture of X". */
export const objectOf = (reading: Reading, word: EventWord): HarmPlace | undefined =>
  reading.places.find(({ place }) => {
    if (place.first < word.last || place.first - word.last > OBJECT) return false
    return reading.layout.text.tokens
      .slice(word.last, place.first)
      .every(({ tag, lower }) => tag === 'DET' || tag === 'ADJ' || reading.story.small.get(lower) === 'owner')
  })

/** Tokens that may stand between a verb and the place that is its object ("most of the town of"). */
const OBJECT = 5

/** The place before a word, of its clause, with no preposition that makes it where something else is. */
const subjectOf = (reading: Reading, clause: Clause, word: EventWord): HarmPlace | undefined =>
  reading.places.findLast(({ place }) => place.first >= clause.first && place.last <= word.first)
