import type { Token } from '../../../text/read-text.ts'
import type { Segment } from '../layout.ts'
import { phraseStartingAt } from './noun-phrase.ts'
import { speakersIn, typedWithin } from './speakers-in.ts'
import type { Speaker, Speech } from './speech.ts'
import { type Cue, type Reader, tokenAt } from './speech-reader.ts'

/** "he added": the last speaker speaks on. */
export const carrySpeaker = (
  reader: Reader,
  segment: Segment,
  cue: Cue,
  before: readonly Speech[],
): readonly Speaker[] | null => {
  const those = pluralSubject(reader, segment, tokenAt(reader, cue.first - 1))
  if (those !== null) return those
  const last = before[before.length - 1]
  if (last === undefined || last.segment < segment.index - 3) return null
  const subject = tokenAt(reader, cue.first - 1)
  const pronoun = subject === undefined ? undefined : reader.words.classOf(subject.lower)
  const goesOn = cue.value === 'add' || pronoun === 'he' || pronoun === 'it' || pronoun === 'they'
  return goesOn || last.segment === segment.index ? last.speakers : null
}

/**
 * "The volunteers, who are known as the Green Caps, blamed the army. They put the number at 31": "they" are those whom the
 * sentence before is about, where it names several, and not the one who spoke last.
 */
const pluralSubject = (reader: Reader, segment: Segment, subject: Token | undefined): readonly Speaker[] | null => {
  const { text, words, layout } = reader
  if (subject === undefined || words.classOf(subject.lower) !== 'they' || subject.index !== segment.first) return null
  const before = layout.segments[segment.index - 1]
  if (before === undefined || before.paragraph !== segment.paragraph) return null
  const range = phraseStartingAt(text, before.first, before.last, words)
  const head = range === null ? undefined : tokenAt(reader, range.last - 1)
  if (range === null || head === undefined || reader.people(head.form)?.number !== 'plural') return null
  const speakers = speakersIn(reader, range, true)
  return speakers.length === 0 ? null : [...speakers, ...calledAfter(reader, range.last, before.last)]
}

/** ", who are known as the Green Caps": the name that several go by. */
const calledAfter = (reader: Reader, from: number, end: number): readonly Speaker[] => {
  for (let at = from; at < Math.min(end, from + CALLED); at++) {
    if (reader.words.classOf(tokenAt(reader, at)?.lower ?? '') !== 'called') continue
    let first = at + 1
    while (tokenAt(reader, first)?.tag === 'ADP' || tokenAt(reader, first)?.tag === 'DET') first++
    let last = first
    while (last < end && /^\p{Lu}/u.test(tokenAt(reader, last)?.text ?? '')) last++
    return last > first ? [{ first, last, type: typedWithin(reader, first, last)[0]?.type ?? 'other' }] : []
  }
  return []
}

/** Tokens behind a noun within which it is told what those are called. */
const CALLED = 8
