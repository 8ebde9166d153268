import type { SourceType } from '../../../model/claim.ts'
import { isTrailMark, type Segment } from '../layout.ts'
import { speakersIn } from './speakers-in.ts'
import type { Speech } from './speech.ts'
import { type Reader, tokenAt } from './speech-reader.ts'

/** A headline that ends in its source ("… : monitor", "… monitor - World - The Courier") or starts with it ("Ministry: …"). */
export const readHeadline = (reader: Reader, segment: Segment): Speech | null => {
  const { text } = reader
  for (let last = segment.last; last > segment.first + LEAST; last--) {
    if (last < segment.last && !isTrailMark(text, last)) continue
    const found = endingAt(reader, segment, last)
    if (found !== null) return found
  }
  for (let at = segment.first + 1; at < Math.min(segment.first + 7, segment.last); at++) {
    if (text.tokens[at]?.text !== ':') continue
    const speakers = speakersIn(reader, { first: segment.first, last: at }, false)
    if (speakers.length === 0) return null
    return {
      segment: segment.index,
      cue: { first: at, last: at + 1 },
      speakers,
      carried: false,
      content: [{ first: at + 1, last: segment.last }],
    }
  }
  return null
}

/** Tokens of what is told that stand before a source at a headline's end. */
const LEAST = 3

const endingAt = (reader: Reader, segment: Segment, last: number): Speech | null => {
  for (let length = 1; length <= 4; length++) {
    const at = last - length
    const match = reader.typed.get(at)
    if (match === undefined || match.last !== last || at <= segment.first + LEAST) continue
    if (TAKES_PART.has(match.value) && isTakingPart(reader, segment, at, match.value)) continue
    const first = behindDash(reader, segment, at)
    return {
      segment: segment.index,
      cue: { first, last },
      speakers: [{ first, last, type: match.value }],
      carried: false,
      content: [{ first: segment.first, last: first }],
    }
  }
  return null
}

/** Kinds of sources that a headline may as well tell of. */
const TAKES_PART: ReadonlySet<SourceType> = new Set(['belligerent', 'hospital', 'police'])

/** "… kills 29 militants", "… in clashes with Orvanian Army", "… in raid on Teldo Hospital": those counted or led to are no source. */
const isTakingPart = (reader: Reader, segment: Segment, at: number, type: SourceType): boolean => {
  let before = at - 1
  while (before > segment.first && NAMES.has(tokenAt(reader, before)?.tag ?? '')) before--
  const lead = tokenAt(reader, before)
  if (lead?.tag === 'NUM') return true
  if (lead?.tag !== 'ADP') return false
  // "in Teldo army": the place ends there, and the army says so.
  return type === 'hospital' || LEADS_TO_PARTY.has(reader.words.classOf(lead.lower))
}

/** Classes of small words that lead to who takes part ("with", "by"), not to a place. */
const LEADS_TO_PARTY: ReadonlySet<string | undefined> = new Set(['owner', 'by'])

const NAMES: ReadonlySet<string> = new Set(['ADJ', 'PROPN', 'NOUN'])

/** "… injures seven - Teldo Governor": the names that stand between a dash and a source's word are the source's. */
const behindDash = (reader: Reader, segment: Segment, at: number): number => {
  let first = at
  while (first > segment.first && tokenAt(reader, first - 1)?.tag === 'PROPN') first--
  return isTrailMark(reader.text, first - 1) ? first : at
}
