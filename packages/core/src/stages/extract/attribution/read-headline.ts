import type { Segment } from '../layout.ts'
import { speakersIn } from './speakers-in.ts'
import type { Speech } from './speech.ts'
import type { Reader } from './speech-reader.ts'

/** A headline that ends in its source ("… : monitor") or starts with it ("Ministry: …"). */
export const readHeadline = (reader: Reader, segment: Segment): Speech | null => {
  const { text } = reader
  for (let length = 1; length <= 4; length++) {
    const first = segment.last - length
    const match = reader.typed.get(first)
    if (match === undefined || match.last !== segment.last || first <= segment.first + 3) continue
    return {
      segment: segment.index,
      cue: { first, last: segment.last },
      speakers: [{ first, last: segment.last, type: match.value }],
      carried: false,
      content: [{ first: segment.first, last: first }],
    }
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
