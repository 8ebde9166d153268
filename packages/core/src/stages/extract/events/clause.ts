import type { ActorMention } from '../actors/actor-mention.ts'
import type { TokenRange } from '../attribution/noun-phrase.ts'
import type { Reading } from '../reading.ts'

/** The stretch of a segment that one verb rules. */
export interface Clause extends TokenRange {
  /** Where the segment ends, the clause's relatives and participles included. */
  readonly end: number
  /** Who does it: the armed actor or country before the verb, the first of those joined. */
  readonly actor: ActorMention | null
  /** The verb is passive ("was bombed"). */
  readonly passive: boolean
  /** A weapon or an attack is the subject ("the shells hit"). */
  readonly weapon: boolean
}

/** The clause around a word: from its subject to where the next clause, or who says so, begins. */
export const clauseAround = (reading: Reading, word: TokenRange): Clause => {
  const { layout } = reading
  const segment = layout.segments[layout.segmentOf[word.first] ?? 0]
  const start = segment?.first ?? word.first
  const end = segment?.last ?? word.last
  const floor = boundaryBefore(reading, word.first, start)
  const actor = subjectBefore(reading, word.first, floor, start)
  const first = actor === null ? floor : Math.min(actor.first, word.first)
  return {
    first,
    last: boundaryAfter(reading, word.last, end),
    end: speechAfter(reading, word.last, end),
    actor,
    passive: isPassive(reading, word.first, floor),
    weapon: hasWeapon(reading, first, word.first),
  }
}

/** After the last speaker's verb, or a word that opens a clause. */
const boundaryBefore = (reading: Reading, at: number, start: number): number => {
  for (const speech of reading.speeches) {
    const inside = speech.cue.first >= start && speech.cue.last <= at
    if (inside && speech.content.some((range) => range.first <= at && at < range.last))
      start = Math.max(start, speech.cue.last)
  }
  for (let i = at - 1; i > start; i--) {
    const kind = reading.story.small.get(reading.layout.text.tokens[i]?.lower ?? '')
    if (kind === 'that' || reading.layout.text.tokens[i]?.text === ';') return i + 1
  }
  return start
}

const boundaryAfter = (reading: Reading, at: number, end: number): number => {
  const last = speechAfter(reading, at, end)
  for (let i = at; i < last; i++) {
    const token = reading.layout.text.tokens[i]
    const kind = reading.story.small.get(token?.lower ?? '')
    if (kind === 'who' || (kind === 'that' && token?.tag === 'SCONJ')) return i
    if (kind !== 'including' && token?.tag === 'VERB' && reading.layout.text.tokens[i - 1]?.text === ',') return i - 1
    if (token?.tag === 'AUX') return i
  }
  return last
}

/** Where ", police said" begins. */
const speechAfter = (reading: Reading, at: number, end: number): number => {
  let last = end
  for (const speech of reading.speeches) {
    const first = Math.min(speech.cue.first, ...(speech.carried ? [] : speech.speakers.map((speaker) => speaker.first)))
    if (first >= at && first < last) last = first
  }
  return last
}

/** The actor before the verb, with those joined to it; across "which" to what it speaks of. */
const subjectBefore = (reading: Reading, at: number, floor: number, start: number): ActorMention | null => {
  const segment = reading.layout.segmentOf[at]
  const nearest = reading.actors.findLast(
    (actor) =>
      actor.segment === segment &&
      actor.last <= at &&
      actor.first >= Math.min(floor, start) &&
      isFree(reading, actor, at),
  )
  if (nearest === undefined) return null
  return reading.actors.find((actor) => actor.group === nearest.group) ?? nearest
}

/** Nothing stands between an actor and its verb but what may. */
const isFree = (reading: Reading, actor: ActorMention, at: number): boolean => {
  if (at - actor.last > 14) return false
  for (let i = actor.last; i < at; i++) {
    const tag = reading.layout.text.tokens[i]?.tag
    if (tag === 'VERB' && i < at - 1 && !reading.story.attackAt.has(i)) return false
  }
  return true
}

const isPassive = (reading: Reading, at: number, floor: number): boolean => {
  for (let i = at - 1; i >= Math.max(floor, at - 3); i--)
    if (reading.story.small.get(reading.layout.text.tokens[i]?.lower ?? '') === 'be') return true
  return false
}

const hasWeapon = (reading: Reading, first: number, last: number): boolean => {
  for (let at = first; at < last; at++) if (reading.story.attackAt.has(at)) return true
  return false
}
