import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns, findPatterns, type PatternMatch } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { SourceType } from '../../../model/claim.ts'
import type { ReadText, Token } from '../../../text/read-text.ts'
import type { Layout, Segment } from '../layout.ts'
import type { PersonNoun } from '../words/people.ts'
import { wordsOf } from '../words/words.ts'
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
  readonly people: ReadonlyMap<string, PersonNoun>
  /** Where words begin that cite somebody ("quoting", "citing"). */
  readonly quotes: ReadonlySet<number>
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
  const quotes = new Set(
    allPatterns(speech.cues, pieces).flatMap(({ value, first }) => (value === 'quote' ? [first] : [])),
  )
  const reader: Reader = { text: layout.text, layout, words, typed, quotes, people: wordsOf(lexicon).people }
  const speeches: Speech[] = []
  for (const segment of layout.segments) {
    const cues = findPatterns(speech.cues, pieces, segment.first, segment.last).filter((cue) => isCue(reader, cue))
    cues.forEach((_, i) => {
      const found = readCue(reader, segment, cues, i, speeches)
      if (found !== null) speeches.push(found)
      const other = found === null ? null : readGapped(reader, segment, found)
      if (other !== null) speeches.push(other)
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
  if (cue.value === 'own') return readOwn(reader, segment, cue, floor)
  if (cue.value === 'quote') return readQuote(reader, segment, cue, floor, ceiling, before)
  const own = withCited(reader, segment, speakersOf(reader, cue, floor, ceiling), before)
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
const readGapped = (reader: Reader, segment: Segment, { cue }: Speech): Speech | null => {
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
  const isNominal =
    last?.tag === 'PROPN' || last?.tag === 'NOUN' || (last?.tag === 'VERB' && range.last - range.first > 1)
  return last !== undefined && isNominal && /^\p{Lu}/u.test(last.text)
}

/** "he added": the last speaker speaks on. */
const carry = (reader: Reader, segment: Segment, cue: Cue, before: readonly Speech[]): readonly Speaker[] | null => {
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
  if (range === null || head === undefined || reader.people.get(head.lower)?.number !== 'plural') return null
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
