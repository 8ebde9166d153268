import type { Token } from '../../../text/read-text.ts'
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
  isFirst: boolean,
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
  const behind = isFirst && !carried && endsClause(reader, segment, cue, start)
  return parenthetical || behind ? [left, right] : [right]
}

/** "Twelve people died the monitor said as rebels advanced": a clause, a speaker without a comma, and more of the sentence. */
const endsClause = (reader: Reader, segment: Segment, cue: Cue, start: number): boolean => {
  let before = start - 1
  while (tokenAt(reader, before)?.tag === 'DET') before--
  const first = tokenAt(reader, before + 1)
  const last = tokenAt(reader, before)
  const next = tokenAt(reader, cue.last)
  if (first === undefined || last === undefined || before - segment.first < SHORTEST) return false
  if (first.text !== first.lower || !ENDS_CLAUSE.has(last.tag) || next?.tag === 'VERB' || next?.tag === 'AUX')
    return false
  const opener = tokenAt(reader, segment.first)?.tag
  if (opener === 'SCONJ' || opener === 'ADP') return false
  const clause = reader.text.tokens.slice(segment.first + DATELINE, before + 1)
  return clause.some(({ tag }) => tag === 'VERB' || tag === 'AUX') && !clause.some(startsAnew)
}

/** "… in Lomeq Meanwhile", "… in Lomeq In": a small word with a capital, where a full stop was lost. */
const startsAnew = ({ tag, text, lower }: Token): boolean =>
  SMALL.has(tag) && text !== lower && /^\p{Lu}\p{Ll}/u.test(text)

const SMALL: ReadonlySet<string> = new Set(['ADP', 'ADV', 'CCONJ', 'DET', 'PRON', 'SCONJ'])

/** Tokens that a dateline's place and the capital behind it take ("TELDO At least …"). */
const DATELINE = 2

/** No clause is shorter than this many tokens. */
const SHORTEST = 3

/** What a clause may end in where a speaker follows. */
const ENDS_CLAUSE: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM', 'ADV', 'ADJ', 'VERB'])

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
