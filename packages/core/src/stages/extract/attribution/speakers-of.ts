import { phraseEndingAt, phraseStartingAt } from './noun-phrase.ts'
import { speakersIn, typedWithin } from './speakers-in.ts'
import type { Speaker } from './speech.ts'
import { type Cue, type Reader, tokenAt } from './speech-reader.ts'

/** Who stands before the verb; who follows it, where nobody does, or only what a preposition governs. */
export const speakersOf = (reader: Reader, cue: Cue, floor: number, ceiling: number): readonly Speaker[] | null => {
  const before = speakersBefore(reader, cue, floor)
  const governed = before?.some((speaker) => tokenAt(reader, speaker.first - 1)?.tag === 'ADP') === true
  if (before !== null && !governed) return before
  const after = speakersAfter(reader, cue, ceiling)
  if (before === null || after === null) return before ?? after
  const next = tokenAt(reader, Math.max(...after.map((speaker) => speaker.last)))
  return next?.tag === 'VERB' || next?.tag === 'AUX' ? before : after
}

/** The speaker whose name or noun stands before the verb; null when somebody carried on or nobody does. */
export const speakersBefore = (reader: Reader, cue: Cue, floor: number): readonly Speaker[] | null => {
  let at = cue.first - 1
  while (at >= floor && isFiller(reader, at)) at--
  if (at >= floor && tokenAt(reader, at)?.text === ')') at = skipParenthesis(reader, at, floor)
  const token = tokenAt(reader, at)
  if (at < floor || token === undefined) return null
  if (token.text === ',') return apposition(reader, at, floor)
  const speakers = speakersIn(reader, phraseEndingAt(reader.text, at, floor, reader.words), false)
  if (speakers.length > 0) return speakers
  return relativeHead(reader, at, floor)
}

const isFiller = (reader: Reader, at: number): boolean => {
  const token = tokenAt(reader, at)
  if (token === undefined) return false
  if (token.tag === 'ADV' || (token.tag === 'AUX' && reader.words.classOf(token.lower) === 'have')) return true
  return reader.layout.timeAt[at] === 1
}

const skipParenthesis = (reader: Reader, at: number, floor: number): number => {
  let open = at
  while (open >= floor && tokenAt(reader, open)?.text !== '(') open--
  return open >= floor ? open - 1 : at
}

/** "Name, a spokesman for the ministry, said": the name first, then who he speaks for. */
const apposition = (reader: Reader, comma: number, floor: number): readonly Speaker[] | null => {
  let open = comma - 1
  while (open >= floor && tokenAt(reader, open)?.text !== ',') open--
  if (open < floor || comma - open > 25) return null
  const head = phraseEndingAt(reader.text, open - 1, floor, reader.words)
  const speakers = speakersIn(reader, head, false)
  if (speakers.length === 0) return null
  return [...speakers, ...typedWithin(reader, open + 1, comma)]
}

/** "the Observatory, which tracks the war, said": the head that the relative clause belongs to. */
const relativeHead = (reader: Reader, at: number, floor: number): readonly Speaker[] | null => {
  for (let i = at; i > floor && i > at - 20; i--) {
    const token = tokenAt(reader, i)
    if (token === undefined || reader.words.classOf(token.lower) !== 'who') continue
    const end = tokenAt(reader, i - 1)?.text === ',' ? i - 2 : i - 1
    const speakers = speakersIn(reader, phraseEndingAt(reader.text, end, floor, reader.words), true)
    return speakers.length > 0 ? speakers : null
  }
  return null
}

/** "…, said the mayor": the speaker follows the verb. */
const speakersAfter = (reader: Reader, cue: Cue, ceiling: number): readonly Speaker[] | null => {
  if (cue.value !== 'say') return null
  const range = phraseStartingAt(reader.text, cue.last, ceiling, reader.words)
  const speakers = speakersIn(reader, range, false)
  if (speakers.length === 0 || range === null) return null
  return [...speakers, ...spokenFor(reader, range.last, ceiling)]
}

/** "said X, a spokesperson for the Civil Defence": what stands beside a name after the verb says for whom it speaks. */
const spokenFor = (reader: Reader, comma: number, ceiling: number): readonly Speaker[] => {
  if (tokenAt(reader, comma)?.text !== ',') return []
  let last = comma + 1
  while (last < ceiling && last - comma < LONGEST_POST && !/^[,.;”"]$/.test(tokenAt(reader, last)?.text ?? '.')) last++
  const first = tokenAt(reader, comma + 1)
  return first?.tag === 'DET' || first?.tag === 'NOUN' ? typedWithin(reader, comma + 1, last) : []
}

/** What somebody is has no more tokens than this. */
const LONGEST_POST = 25
