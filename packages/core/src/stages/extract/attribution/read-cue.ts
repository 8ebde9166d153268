import type { Segment } from '../layout.ts'
import { carrySpeaker } from './carry-speaker.ts'
import { contentOf } from './content-of.ts'
import { namedBefore, toldAgain } from './named-before.ts'
import { phraseEndingAt, phraseStartingAt } from './noun-phrase.ts'
import { speakersIn } from './speakers-in.ts'
import { speakersBefore, speakersOf } from './speakers-of.ts'
import type { Speaker, Speech } from './speech.ts'
import { type Cue, type Reader, tokenAt } from './speech-reader.ts'

export const readCue = (
  reader: Reader,
  segment: Segment,
  cues: readonly Cue[],
  at: number,
  before: readonly Speech[],
): Speech | null => {
  const cue = cues[at]
  if (cue === undefined) return null
  const floor = Math.max(segment.first, cues[at - 1]?.last ?? 0)
  const ceiling = Math.min(segment.last, cues[at + 1]?.first ?? segment.last)
  if (cue.value === 'by') return readBy(reader, segment, cue, ceiling)
  if (cue.value === 'own') return readOwn(reader, segment, cue, floor)
  if (cue.value === 'quote') return readQuote(reader, segment, cue, floor, ceiling, before)
  const own = withCited(reader, segment, speakersOf(reader, cue, floor, ceiling), before)
  const silent = own === null || own.length === 0
  const carried = silent
    ? (toldAgain(reader, segment, cue, before) ?? carrySpeaker(reader, segment, cue, before))
    : null
  const speakers = silent ? carried : own
  if (speakers === null || speakers === undefined) return null
  const isFirst = before[before.length - 1]?.segment !== segment.index
  const named = carried === null ? namedBefore(reader, segment, speakers, before) : null
  return {
    segment: segment.index,
    cue,
    speakers: named ?? speakers,
    carried: carried !== null || named !== null,
    content: contentOf(reader, segment, cue, speakers, carried !== null, isFirst, ceiling),
  }
}

/** "Citing the ministry, television reported that …": who was cited just before, at the head of the sentence, and who reports it. */
const withCited = (
  reader: Reader,
  segment: Segment,
  own: readonly Speaker[] | null,
  before: readonly Speech[],
): readonly Speaker[] | null => {
  const last = before[before.length - 1]
  if (own === null || last?.segment !== segment.index || last.cue.first !== segment.first) return own
  const cited = reader.quotes.has(last.cue.first) ? last.speakers : []
  return [...cited, ...own]
}

/** Of the whole sentence. */
const saysAll = (segment: Segment, cue: Cue, speakers: readonly Speaker[]): Speech => ({
  segment: segment.index,
  cue,
  speakers,
  carried: false,
  content: [{ first: segment.first, last: segment.last }],
})

/** "according to the ministry": the speaker follows, the whole sentence is said. */
const readBy = (reader: Reader, segment: Segment, cue: Cue, ceiling: number): Speech | null => {
  const start = whoseReckoning(reader, cue.last, segment.last)
  const end = start === cue.last ? ceiling : segment.last
  const speakers = speakersIn(reader, phraseStartingAt(reader.text, start, end, reader.words), true)
  if (speakers.length === 0) return null
  return saysAll(segment, cue, speakers)
}

/** "according to a new count by the ministry": where those begin whose count it is; the same token where none is told. */
const whoseReckoning = (reader: Reader, from: number, ceiling: number): number => {
  for (let at = from; at < Math.min(ceiling, from + RECKONING); at++) {
    const kind = reader.words.classOf(tokenAt(reader, at)?.lower ?? '')
    if (kind === 'reckoning') {
      const next = reader.words.classOf(tokenAt(reader, at + 1)?.lower ?? '')
      return next === 'owner' || next === 'by' ? at + 2 : from
    }
    if (kind === 'link' || kind === 'owner') return from
  }
  return from
}

/** Tokens within which "according to" names a count. */
const RECKONING = 5

/** "the ministry's count is 12 dead": the count of whoever has it. */
const readOwn = (reader: Reader, segment: Segment, cue: Cue, floor: number): Speech | null => {
  const owner = cue.first - 2
  const mark = tokenAt(reader, cue.first - 1)
  if (mark?.tag !== 'PART' || owner < floor) return null
  const range = phraseEndingAt(reader.text, owner, floor, reader.words)
  const speakers = speakersIn(reader, range, false).filter(({ type }) => type !== 'other')
  if (speakers.length === 0) return null
  return { segment: segment.index, cue, speakers, carried: false, content: [{ first: cue.last, last: segment.last }] }
}

/** "the ministry spoke of four dead, the rebels of 20": a second speaker whose verb is left out. */
export const readGapped = (reader: Reader, segment: Segment, { cue }: Speech): Speech | null => {
  const led = tokenAt(reader, cue.last - 1)
  if (led?.tag !== 'ADP') return null
  for (let at = cue.last + 2; at < segment.last; at++) {
    if (tokenAt(reader, at)?.tag !== 'NUM' || tokenAt(reader, at - 1)?.lower !== led.lower) continue
    const speakers = speakersIn(reader, phraseEndingAt(reader.text, at - 2, cue.last, reader.words), true)
    if (speakers.length === 0) return null
    const content = [{ first: at, last: segment.last }]
    return { segment: segment.index, cue: { first: at - 1, last: at }, speakers, carried: false, content }
  }
  return null
}

/** "AFP quoted a medic as saying": the quoted one is nearest, the carrier behind. */
const readQuote = (
  reader: Reader,
  segment: Segment,
  cue: Cue,
  floor: number,
  ceiling: number,
  before: readonly Speech[],
): Speech | null => {
  const quoted = speakersIn(reader, phraseStartingAt(reader.text, cue.last, ceiling, reader.words), true)
  const last = before[before.length - 1]
  const carriers = speakersBefore(reader, cue, floor) ?? (last?.segment === segment.index ? last.speakers : [])
  const speakers = [...quoted, ...carriers]
  if (speakers.length === 0) return null
  return saysAll(segment, cue, speakers)
}
