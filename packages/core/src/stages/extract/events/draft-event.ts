import type { PlaceMention, SourceMention } from '../../../model/claim.ts'
import { dayOf, type TimeRange, timeRange, UNKNOWN_TIME } from '../../../model/time-range.ts'
import { mentionOf } from '../../../toponyms/recognise-places.ts'
import type { ActorMention } from '../actors/actor-mention.ts'
import type { TimeExpression } from '../dates/find-times.ts'
import { isShared } from '../means/find-means.ts'
import { ruledMeans } from '../means/means-of.ts'
import { mentionAt } from '../mention.ts'
import type { HarmPlace } from '../places/harm-places.ts'
import type { Reading } from '../reading.ts'
import { slotAt } from '../slot-at.ts'
import { isTold, partiesOf } from './change-of-hands.ts'
import { type Clause, clauseAround } from './clause.ts'
import type { EventDraft } from './event-draft.ts'
import type { EventWord } from './event-lexicon.ts'

const DOUBTFUL = 7

/** Fills the slots of an event from its clause. */
export const draftEvent = (
  reading: Reading,
  clause: Clause,
  word: EventWord,
  kind: EventDraft['kind'],
  words: readonly EventWord[],
): EventDraft => {
  const { text } = reading.layout
  const passed = isTold(word) || (word.value === 'captured' && clause.passive)
  const parties = passed || word.value === 'held' ? partiesOf(reading, clause, word, words) : null
  const verb = verbOf(clause, words)
  const passage = passageOf(reading, clause, kind, verb)
  const sources = sourcesOf(reading, word.first)
  const doing = kind === 'agreement' && verb !== undefined ? clauseAround(reading, verb) : clause
  const actors = actorsOf(reading, doing, word, kind, words)
  return {
    kind,
    start: text.tokens[passage.first]?.start ?? 0,
    end: text.tokens[passage.last - 1]?.end ?? 0,
    action: actionOf(reading, word, kind),
    places: parties === null ? placesIn(reading, passage, kind, words) : [mentionOf(parties.place.place, 'stated')],
    time: timeIn(reading, clause, kind),
    means: kind === 'attack' ? meansIn(reading, clause) : null,
    actors: actors.length > 0 ? actors.map((actor) => mentionAt(text, actor, 'stated')) : speakersFor(sources, kind),
    sources,
    slots: { time: slotAt('time', 3), places: slotAt('places', 3) },
    confidence: clause.actor === null ? 0.6 : 0.75,
    rule: `event:${kind}:${word.value}`,
  }
}

/** The verb that makes an agreement or puts it into effect. */
const verbOf = (clause: Clause, words: readonly EventWord[]): EventWord | undefined =>
  words.find((w) => (w.value === 'accords' || w.value === 'effect') && w.first >= clause.first && w.last <= clause.end)

/** From the subject to the clause's end; of an agreement, from its noun or verb, whichever is first. */
const passageOf = (reading: Reading, clause: Clause, kind: EventDraft['kind'], verb: EventWord | undefined) => {
  const told = kind === 'agreement' && verb !== undefined ? Math.max(verb.last, clauseAround(reading, verb).last) : 0
  const last = Math.max(clause.last, told)
  return { first: trimmed(reading, clause.first), last: Math.min(clause.end, last) }
}

const trimmed = (reading: Reading, first: number): number => {
  let at = first
  while (reading.layout.text.tokens[at]?.tag === 'PUNCT' || reading.layout.text.tokens[at]?.tag === 'CCONJ') at++
  return at
}

const actionOf = (reading: Reading, word: EventWord, kind: EventDraft['kind']): string | null => {
  if (kind === 'agreement') return mentionAt(reading.layout.text, word, 'stated').text
  if (kind === 'attack') return null
  if (word.value === 'held' || word.value === 'keeps' || word.value === 'under') return 'holds'
  return isTold(word) || word.value === 'enters' ? 'captured' : word.value
}

const placesIn = (
  reading: Reading,
  passage: { readonly first: number; readonly last: number },
  kind: EventDraft['kind'],
  words: readonly EventWord[],
): readonly PlaceMention[] => {
  const inside = reading.places.filter(
    ({ place, cost }) => place.first >= passage.first && place.last <= passage.last && cost < DOUBTFUL + 1,
  )
  const narrow = inside.filter(({ place }) => place.kind !== 'country')
  const chosen = narrow.length > 0 ? narrow : inside
  if (chosen.length > 0) return chosen.map(({ place }) => mentionOf(place, 'stated'))
  const nation = words.some((w) => w.value === 'nation' && w.first >= passage.first && w.last <= passage.last)
  if (nation) return countryBefore(reading, passage.first)
  return kind === 'attack' ? [] : placeBefore(reading, passage.first)
}

/** The place told last before, of the sentences just before; else the country that the text spoke of. */
const placeBefore = (reading: Reading, first: number): readonly PlaceMention[] => {
  const segment = reading.layout.segmentOf[first] ?? 0
  const near = (candidate: HarmPlace): boolean => segment - (reading.layout.segmentOf[candidate.place.first] ?? 0) <= 1
  const before = reading.places.filter((candidate) => candidate.place.last <= first && candidate.cost < DOUBTFUL)
  const found = before.findLast(near)
  return found === undefined ? countryBefore(reading, first) : [mentionOf(found.place, 'implied')]
}

const countryBefore = (reading: Reading, first: number): readonly PlaceMention[] => {
  const countries = reading.places.filter(
    ({ place }) =>
      place.kind === 'country' || (place.kind === 'area' && reading.story.kindOf(place.name) === 'country'),
  )
  const found = countries.findLast(({ place }) => place.last <= first) ?? countries[0]
  return found === undefined ? [] : [mentionOf(found.place, 'implied')]
}

const timeIn = (reading: Reading, clause: Clause, kind: EventDraft['kind']): TimeRange => {
  const { today, times, segmentOf } = reading.layout
  const own = times.filter((time) => segmentOf[time.first] === segmentOf[clause.first])
  const inside = own.find((time) => time.first >= clause.first && time.last <= clause.end) ?? own[0]
  if (inside !== undefined) return rangeOf(inside, today)
  if (today === null) return UNKNOWN_TIME
  return kind === 'agreement' ? UNKNOWN_TIME : timeRange(null, dayOf(today))
}

const rangeOf = (time: TimeExpression, today: number | null): TimeRange => {
  const to = time.role === 'since' ? (today ?? time.days.to) : time.days.to
  return timeRange(time.days.from === null ? null : dayOf(time.days.from), dayOf(to))
}

/** What the clause names, a weapon before what carries it where only one thing carries it: barrel bombs come by helicopter. */
const meansIn = (reading: Reading, clause: Clause): EventDraft['means'] => {
  const inside = reading.means.filter((mention) => mention.first >= clause.first && mention.last <= clause.end)
  const barrels = inside.find(({ means }) => means === 'barrel_bomb')
  const told = barrels ?? inside.find((mention) => !isShared(mention)) ?? inside[0]
  return told === undefined ? null : ruledMeans(told, inside, reading.story)
}

const actorsOf = (
  reading: Reading,
  clause: Clause,
  word: EventWord,
  kind: EventDraft['kind'],
  words: readonly EventWord[],
): readonly ActorMention[] => {
  if (isTold(word) || (word.value === 'captured' && clause.passive)) {
    const parties = partiesOf(reading, clause, word, words)
    return parties === null ? [] : [parties.holder]
  }
  if (word.value === 'held') {
    const holder = reading.actors.find((actor) => actor.first >= word.last && actor.first - word.last < 4)
    return holder === undefined ? [] : [holder]
  }
  const { actor } = clause
  if (actor === null || (clause.passive && kind !== 'agreement')) return []
  return reading.actors.filter((other) => other.group === actor.group)
}

/** Who declares an agreement, where nobody else is named. */
const speakersFor = (sources: readonly SourceMention[], kind: EventDraft['kind']): EventDraft['actors'] =>
  kind === 'agreement' ? sources.map(({ start, end, text, certainty }) => ({ start, end, text, certainty })) : []

const sourcesOf = (reading: Reading, at: number): readonly SourceMention[] => {
  const segment = reading.layout.segmentOf[at]
  const speech = reading.speeches.find(
    (s) => s.segment === segment && s.content.some((range) => range.first <= at && at < range.last),
  )
  return (speech?.speakers ?? []).map((speaker) => ({
    ...mentionAt(reading.layout.text, speaker, speech?.carried === true ? 'implied' : 'stated'),
    type: speaker.type,
  }))
}
