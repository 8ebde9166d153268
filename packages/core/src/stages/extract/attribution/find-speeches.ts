import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns, findPatterns, type PatternMatch } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { SourceType } from '../../../model/claim.ts'
import type { ReadText, Token } from '../../../text/read-text.ts'
import type { Layout, Segment } from '../layout.ts'
import { type PhraseWords, phraseEndingAt, phraseStartingAt, type TokenRange } from './noun-phrase.ts'
import { type CueClass, speechLexicon } from './speech-lexicon.ts'

/** Somebody who speaks: the words, and what kind of source they are. */
export interface Speaker extends TokenRange {
  readonly type: SourceType
}

/** One act of speech: who (the nearest first), and which tokens are what is said. */
export interface Speech {
  readonly segment: number
  readonly cue: TokenRange
  readonly speakers: readonly Speaker[]
  /** Understood from a sentence before ("he added"). */
  readonly carried: boolean
  readonly content: readonly TokenRange[]
}

type Cue = PatternMatch<CueClass>

interface Reader {
  readonly text: ReadText
  readonly layout: Layout
  readonly words: PhraseWords
  /** The typed source word that starts at each token. */
  readonly typed: ReadonlyMap<number, PatternMatch<SourceType>>
}

/** All speech of a document, in its order. */
export const findSpeeches = (layout: Layout, lexicon: Lexicon): readonly Speech[] => {
  const speech = speechLexicon(lexicon)
  const pieces = piecesOf(layout.text)
  const typed = new Map(allPatterns(speech.sources, pieces).map((match) => [match.first, match]))
  const ends = new Set([...typed.values()].map((match) => match.last))
  const classOf = (lower: string): string | undefined => speech.words.get(lower)
  const inside = new Set<number>()
  for (const match of typed.values()) for (let at = match.first; at < match.last; at++) inside.add(at)
  const words: PhraseWords = {
    classOf,
    isHeadBefore: (token) => ends.has(token),
    isSource: (token) => inside.has(token),
  }
  const reader: Reader = { text: layout.text, layout, words, typed }
  const speeches: Speech[] = []
  for (const segment of layout.segments) {
    const cues = findPatterns(speech.cues, pieces, segment.first, segment.last).filter((cue) => isCue(reader, cue))
    cues.forEach((_, i) => {
      const found = readCue(reader, segment, cues, i, speeches)
      if (found !== null) speeches.push(found)
    })
    if (cues.length === 0 && segment.headline) {
      const found = readHeadline(reader, segment)
      if (found !== null) speeches.push(found)
    }
  }
  return speeches
}

/** The tokens after which a verb of speech has just ended, whether or not the text says who spoke. */
export const speechEnds = (layout: Layout, lexicon: Lexicon): ReadonlySet<number> => {
  const { cues } = speechLexicon(lexicon)
  const verbs = allPatterns(cues, piecesOf(layout.text)).filter((cue) => SPEAKS.has(cue.value))
  return new Set(verbs.map((cue) => cue.last))
}

const SPEAKS: ReadonlySet<CueClass> = new Set(['say', 'tell', 'add'])

/** Leaves out what only looks like a cue: "a reported strike", "were reported". */
const isCue = ({ text, words }: Reader, cue: Cue): boolean => {
  if (cue.value === 'none' || cue.value === 'hearsay') return false
  if (cue.value !== 'say' && cue.value !== 'tell' && cue.value !== 'give') return true
  const before = text.tokens[cue.first - 1]
  const after = text.tokens[cue.last]
  if (before !== undefined && words.classOf(before.lower) === 'be') return false
  const isModifier = (before?.tag === 'DET' || before?.tag === 'ADJ') && (after?.tag === 'NOUN' || after?.tag === 'ADJ')
  return !isModifier
}

const readCue = (
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
  if (cue.value === 'quote') return readQuote(reader, segment, cue, floor, ceiling, before)
  const own = speakersOf(reader, cue, floor, ceiling)
  const carried = own === null || own.length === 0 ? carry(reader, segment, cue, before) : null
  const speakers = own !== null && own.length > 0 ? own : carried
  if (speakers === null || speakers === undefined) return null
  return {
    segment: segment.index,
    cue,
    speakers,
    carried: carried !== null,
    content: contentOf(reader, segment, cue, speakers, carried !== null, ceiling),
  }
}

/** "according to the ministry": the speaker follows, the whole sentence is said. */
const readBy = (reader: Reader, segment: Segment, cue: Cue, ceiling: number): Speech | null => {
  const speakers = speakersIn(reader, phraseStartingAt(reader.text, cue.last, ceiling, reader.words), true)
  if (speakers.length === 0) return null
  return {
    segment: segment.index,
    cue,
    speakers,
    carried: false,
    content: [{ first: segment.first, last: segment.last }],
  }
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
  return {
    segment: segment.index,
    cue,
    speakers,
    carried: false,
    content: [{ first: segment.first, last: segment.last }],
  }
}

/** Who stands before the verb; who follows it, where nobody does, or only what a preposition governs. */
const speakersOf = (reader: Reader, cue: Cue, floor: number, ceiling: number): readonly Speaker[] | null => {
  const before = speakersBefore(reader, cue, floor)
  const governed = before?.some((speaker) => tokenAt(reader, speaker.first - 1)?.tag === 'ADP') === true
  if (before !== null && !governed) return before
  const after = speakersAfter(reader, cue, ceiling)
  if (before === null || after === null) return before ?? after
  const next = tokenAt(reader, Math.max(...after.map((speaker) => speaker.last)))
  return next?.tag === 'VERB' || next?.tag === 'AUX' ? before : after
}

const tokenAt = (reader: Reader, at: number): Token | undefined => reader.text.tokens[at]

/** The speaker whose name or noun stands before the verb; null when somebody carried on or nobody does. */
const speakersBefore = (reader: Reader, cue: Cue, floor: number): readonly Speaker[] | null => {
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

/** The typed sources inside a stretch: of "a spokesperson for the Civil Defence" what the speaker speaks for. */
const typedWithin = (reader: Reader, first: number, last: number): readonly Speaker[] => {
  const found: Speaker[] = []
  for (let at = first; at < last; at++) {
    const match = reader.typed.get(at)
    if (match !== undefined && match.last <= last) found.push({ first: at, last: match.last, type: match.value })
  }
  const best =
    found.findLast((speaker) => speaker.type !== 'official' && speaker.type !== 'unnamed') ?? found[found.length - 1]
  return best === undefined ? [] : [best]
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
  return speakers.length > 0 ? speakers : null
}

/** What a noun phrase names as a speaker: nothing, unless it holds a source's word or a name. */
const speakersIn = (reader: Reader, range: TokenRange | null, lenient: boolean): readonly Speaker[] => {
  if (range === null) return []
  const matches: PatternMatch<SourceType>[] = []
  for (let at = range.first; at < range.last; at++) {
    const match = reader.typed.get(at)
    if (match !== undefined && match.last <= range.last) matches.push(match)
  }
  const trimmed = trimArticle(reader, range)
  const best = matches.reduce<PatternMatch<SourceType> | undefined>(
    (a, b) => (a === undefined || rank(b.value) > rank(a.value) ? b : a),
    undefined,
  )
  if (best !== undefined) return [{ ...trimmed, type: best.value }]
  const named = isName(reader, trimmed)
  return named || (lenient && trimmed.last > trimmed.first) ? [{ ...trimmed, type: named ? 'other' : 'unnamed' }] : []
}

/** The more a type says, the sooner it is taken. */
const rank = (type: SourceType): number => (type === 'unnamed' ? 0 : type === 'official' ? 1 : 2)

const trimArticle = (reader: Reader, range: TokenRange): TokenRange => {
  let first = range.first
  while (first < range.last && tokenAt(reader, first)?.tag === 'DET') first++
  return first < range.last ? { first, last: range.last } : range
}

const isName = (reader: Reader, range: TokenRange): boolean => {
  const last = tokenAt(reader, range.last - 1)
  return last !== undefined && (last.tag === 'PROPN' || last.tag === 'NOUN') && /^\p{Lu}/u.test(last.text)
}

/** "he added": the last speaker speaks on. */
const carry = (reader: Reader, segment: Segment, cue: Cue, before: readonly Speech[]): readonly Speaker[] | null => {
  const last = before[before.length - 1]
  if (last === undefined || last.segment < segment.index - 3) return null
  const subject = tokenAt(reader, cue.first - 1)
  const pronoun = subject === undefined ? undefined : reader.words.classOf(subject.lower)
  const goesOn = cue.value === 'add' || pronoun === 'he' || pronoun === 'it' || pronoun === 'they'
  return goesOn || last.segment === segment.index ? last.speakers : null
}

/** Tokens before "said X" from which on they are what was said. */
const INVERTED = 3

const contentOf = (
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
  if (!hasClauseAfter(reader, cue, ceiling)) return start > segment.first ? [left] : [right]
  const before = tokenAt(reader, start - 1)
  const parenthetical = before?.text === ',' && tokenAt(reader, cue.last)?.text === ','
  return parenthetical ? [left, right] : [right]
}

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

/** A headline that ends in its source ("… : monitor") or starts with it ("Ministry: …"). */
const readHeadline = (reader: Reader, segment: Segment): Speech | null => {
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
