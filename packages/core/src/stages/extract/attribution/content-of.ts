import type { Segment } from '../layout.ts'
import type { TokenRange } from './noun-phrase.ts'
import type { Speaker } from './speech.ts'
import { type Cue, type Reader, tokenAt } from './speech-reader.ts'

/** Tokens before "said X" from which on they are what was said. */
const INVERTED = 3

export const contentOf = (
  reader: Reader,
  segment: Segment,
  cue: Cue,
  speakers: readonly Speaker[],
  carried: boolean,
  ceiling: number,
): readonly TokenRange[] => {
  const start = Math.min(cue.first, ...(carried ? [] : speakers.map((speaker) => speaker.first)))
  const left = { first: segment.first, last: start }
  const right = { first: cue.last, last: segment.last }
  if (cue.value === 'give') return [right]
  const inverted = !carried && speakers.every((speaker) => speaker.first >= cue.last)
  if (inverted && cue.first - segment.first > INVERTED) return [left]
  if (!hasClauseAfter(reader, cue, ceiling))
    return start > segment.first && !isCountOf(reader, segment, cue, start) ? [left] : [right]
  const before = tokenAt(reader, start - 1)
  const parenthetical = before?.text === ',' && tokenAt(reader, cue.last)?.text === ','
  return parenthetical ? [left, right] : [right]
}

/** "The rebels said 20.": nothing but an article before the speaker, and a number after the verb. */
const isCountOf = (reader: Reader, segment: Segment, cue: Cue, start: number): boolean =>
  tokenAt(reader, cue.last)?.tag === 'NUM' &&
  reader.text.tokens.slice(segment.first, start).every(({ tag }) => tag === 'DET' || tag === 'PUNCT')

/** Whether what follows the verb is what was said: there is a verb before the sentence, or the next cue, ends. */
const hasClauseAfter = (reader: Reader, cue: Cue, ceiling: number): boolean => {
  const next = tokenAt(reader, cue.last)
  if (next === undefined || next.text === '.' || next.tag === 'CCONJ') return false
  const opener = reader.words.classOf(next.lower)
  if (opener === 'who') return false
  let first = cue.last
  while (first < ceiling && reader.layout.timeAt[first] === 1) first++
  const start = tokenAt(reader, first)
  if (cue.value !== 'tell' && (start?.tag === 'VERB' || reader.words.classOf(start?.lower ?? '') === 'including'))
    return false
  for (let at = first; at < ceiling; at++) {
    const token = tokenAt(reader, at)
    if (token?.tag === 'VERB' || token?.tag === 'AUX') return true
  }
  return false
}
