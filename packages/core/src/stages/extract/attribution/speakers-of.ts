import { phraseEndingAt, phraseStartingAt, type TokenRange } from './noun-phrase.ts'
import { speakersIn, typedWithin } from './speakers-in.ts'
import type { Speaker } from './speech.ts'
import { type Cue, type Reader, tokenAt } from './speech-reader.ts'

/** Who stands before the verb; who follows it, where nobody does, or only what a preposition governs. */
export const speakersOf = (reader: Reader, cue: Cue, floor: number, ceiling: number): readonly Speaker[] | null => {
  const before = speakersBefore(reader, cue, floor)
  const governed = before?.some((speaker) => tokenAt(reader, speaker.first - 1)?.tag === 'ADP') === true
  if (before !== null && !governed) return before
  const after = speakersAfter(reader, cue, ceiling)
  if (before !== null && after === null) return headOf(reader, before, floor) ?? before
  if (after === null) return before
  const next = tokenAt(reader, Math.max(...after.map((speaker) => speaker.last)))
  // "it said Veld was kidnapped": whoever has a verb of his own is what is told of
  if (before === null) return next?.tag === 'AUX' ? null : after
  return next?.tag === 'VERB' || next?.tag === 'AUX' ? before : after
}

/** "the Corps a service working in held territory said": what a participle leads to is no speaker; whoever the participle is of is one. */
const headOf = (reader: Reader, [found]: readonly Speaker[], floor: number): readonly Speaker[] | null => {
  if (found === undefined || mayBeSpeaker(reader, found)) return null
  let at = found.first - 1
  while (at >= floor && tokenAt(reader, at)?.tag === 'DET') at--
  if (tokenAt(reader, at)?.tag !== 'ADP' || tokenAt(reader, at - 1)?.tag !== 'VERB') return null
  const own = phraseEndingAt(reader.text, at - 2, floor, reader.words)
  if (own === null) return null
  const named = tokenAt(reader, own.first)?.tag === 'DET' && tokenAt(reader, own.first - 1)?.tag === 'PROPN'
  const range = named ? phraseEndingAt(reader.text, own.first - 1, floor, reader.words) : own
  const speakers = speakersIn(reader, range, false)
  return speakers.length > 0 ? speakers : null
}

/** A name, or a noun for a source, whatever leads to it ("going by the name of Arun Veld", "sent by local authorities"). */
const mayBeSpeaker = (reader: Reader, { last }: Speaker): boolean =>
  tokenAt(reader, last - 1)?.tag === 'PROPN' || [...reader.typed.values()].some((match) => match.last === last)

/** The speaker whose name or noun stands before the verb; null when somebody carried on or nobody does. */
export const speakersBefore = (reader: Reader, cue: Cue, floor: number): readonly Speaker[] | null => {
  let at = cue.first - 1
  while (at >= floor && isFiller(reader, at)) at--
  if (at >= floor && tokenAt(reader, at)?.text === ')') at = skipParenthesis(reader, at, floor)
  const token = tokenAt(reader, at)
  if (at < floor || token === undefined) return null
  if (token.text === ',') return apposition(reader, at, floor)
  const range = phraseEndingAt(reader.text, at, floor, reader.words)
  const speakers = speakersIn(reader, range === null ? null : behindHarm(reader, range), false)
  if (speakers.length > 0) return speakers
  return relativeHead(reader, at, floor)
}

/**
 * "killing nine people Lomeq News reported", "dozens of deaths aid agencies said", "in Lomeq on Friday Raid Watch reported": where no comma
 * stands, those harmed and the day end before the speaker begins.
 */
const behindHarm = (reader: Reader, { first, last }: TokenRange): TokenRange => {
  let start = first
  for (let at = first; at < last - 1; at++) {
    const token = tokenAt(reader, at)
    const name = tokenAt(reader, at + 1)
    const people = token !== undefined && token.text === token.lower && reader.people(token.form)?.number === 'plural'
    if (reader.isHarm(at) || (people && name?.tag === 'PROPN')) start = at + 1
    else if (reader.layout.timeAt[at] === 1) start = at + 1
  }
  while (start > first && tokenAt(reader, start)?.tag === 'CCONJ' && start < last - 1)
    start = harmAfter(reader, start, last)
  return { first: start, last }
}

/** "deaths and injuries Arun Veld said": past a second harm joined to the first. */
const harmAfter = (reader: Reader, join: number, last: number): number => {
  for (let at = join + 1; at < last - 1; at++) if (reader.isHarm(at)) return at + 1
  return join + 1
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
