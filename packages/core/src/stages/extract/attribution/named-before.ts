import type { SourceType } from '../../../model/claim.ts'
import type { Segment } from '../layout.ts'
import type { Speaker, Speech } from './speech.ts'
import { type Cue, type Reader, tokenAt } from './speech-reader.ts'

/**
 * "A source at the hospital said … the source added", "the Harm Observatory said … the group said": whom an article and a noun
 * alone speak of, in the words in which the text told it before. Null where they speak for themselves.
 */
export const namedBefore = (
  reader: Reader,
  segment: Segment,
  [speaker, ...others]: readonly Speaker[],
  before: readonly Speech[],
): readonly Speaker[] | null => {
  if (speaker === undefined || others.length > 0 || speaker.last - speaker.first > 1) return null
  const noun = tokenAt(reader, speaker.first)?.lower ?? ''
  const kind = reader.words.classOf(noun)
  if (kind !== 'anaphor' && kind !== 'body') return null
  if (reader.words.classOf(tokenAt(reader, speaker.first - 1)?.lower ?? '') !== 'definite') return null
  for (const speech of before.toReversed()) {
    if (speech.segment < segment.index - SOON) return null
    const meant = speech.speakers.find(
      (other) => repeats(reader, other, noun) || (kind === 'body' && BODIES.has(other.type) && !isBare(reader, other)),
    )
    if (meant !== undefined) return [meant]
  }
  return null
}

/** "The council of elders said … the council added": a noun that is no source's word, of one who spoke before. */
export const toldAgain = (
  reader: Reader,
  segment: Segment,
  cue: Cue,
  before: readonly Speech[],
): readonly Speaker[] | null => {
  const noun = tokenAt(reader, cue.first - 1)
  if (noun?.tag !== 'NOUN' || reader.words.classOf(tokenAt(reader, cue.first - 2)?.lower ?? '') !== 'definite')
    return null
  for (const { segment: told, speakers } of before.toReversed()) {
    if (told < segment.index - SOON) return null
    const meant = speakers.find((other) => repeats(reader, other, noun.lower))
    if (meant !== undefined) return [meant]
  }
  return null
}

/** Sentences within which a speaker is still spoken of by a noun alone. */
const SOON = 5

/** The same noun, with more words to it. */
const repeats = (reader: Reader, { first, last }: Speaker, noun: string): boolean =>
  last - first > 1 && reader.text.tokens.slice(first, last).some(({ lower }) => lower === noun)

const isBare = (reader: Reader, { first, last }: Speaker): boolean =>
  last - first === 1 && /^\p{Ll}/u.test(tokenAt(reader, first)?.text ?? '')

/** What goes by "the group" or "the charity". */
const BODIES: ReadonlySet<SourceType> = new Set(['monitor', 'ngo', 'civil_defence', 'belligerent'])
