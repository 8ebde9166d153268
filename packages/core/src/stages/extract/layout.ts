import type { Lexicon } from '../../lexicon/lexicon.ts'
import { publicationDay } from '../../model/publication-day.ts'
import { dayNumber, dayOf, weekdayOf } from '../../model/time-range.ts'
import type { ReadText, Sentence } from '../../text/read-text.ts'
import type { DocumentFrame } from './claim-core.ts'
import { dateLexicon } from './dates/date-lexicon.ts'
import { findTimes, type TimeExpression } from './dates/find-times.ts'

/**
 * A stretch of a text that reads as one sentence. Web text often runs headline, dateline and first sentence together:
 * there a sentence is cut where the repeated headline ends and after a dateline.
 */
export interface Segment {
  readonly index: number
  /** Half-open token range. */
  readonly first: number
  readonly last: number
  readonly sentence: number
  readonly paragraph: number
  readonly headline: boolean
  /** Position among the sentences of the body: headlines and datelines do not count. */
  readonly rank: number
}

/** What the slots of a document share: its segments, its dateline and its times. */
export interface Layout {
  readonly text: ReadText
  readonly segments: readonly Segment[]
  /** Index of the segment that each token belongs to. */
  readonly segmentOf: Int32Array
  /** The dateline as a day number; null where the document has none. */
  readonly today: number | null
  readonly times: readonly TimeExpression[]
  /** 1 for each token that is part of a time. */
  readonly timeAt: Uint8Array
}

const DATELINE_WITHIN = 90
/** Fewer tokens than this are no sentence. */
const SHORT = 5
const FULL_DATES = new Set([
  'iso',
  'dmy',
  'day-month-year',
  'month-day-year',
  'wd-month-day-year',
  'wd-day-month-year',
  'month-fused',
])

/** Cuts a document into segments and finds its dateline and times. */
export const layOut = (frame: DocumentFrame, lexicon: Lexicon): Layout => {
  const { text } = frame
  const given = frame.published === null ? null : dayNumber(frame.published)
  const rough = findTimes(text, lexicon, given ?? 0)
  const dates = dateLexicon(lexicon)
  const isLabel = (token: number): boolean => {
    const word = text.tokens[token]
    return word !== undefined && dates.classify(word.lower, word.text)?.some((known) => known.name === 'label') === true
  }
  const dateline = rough.find((time) => isDateline(text, time, isLabel))
  const today = chooseDay(dateline?.days.to ?? null, given, rough)
  const times =
    today === null ? [] : dateline === undefined || today === given ? rough : findTimes(text, lexicon, today)
  const datelines = times.filter((time) => isDateline(text, time, isLabel) || isInDateline(frame, time))
  const segments = cut(frame, datelines)
  const segmentOf = new Int32Array(text.tokens.length)
  for (const segment of segments) segmentOf.fill(segment.index, segment.first, segment.last)
  const told = times.filter((time) => !datelines.includes(time))
  const timeAt = new Uint8Array(text.tokens.length)
  for (const time of told) timeAt.fill(1, time.first, time.last)
  return { text, segments, segmentOf, today, times: told, timeAt }
}

/** The day a document was written, as its own dateline or its metadata have it. */
const chooseDay = (own: number | null, given: number | null, times: readonly TimeExpression[]): number | null => {
  if (own === null || given === null || own === given) return own ?? given
  const weekdays = times.filter((time) => time.meaning === 'weekday').map((time) => weekdayOf(dayOf(time.days.to)))
  return dayNumber(publicationDay(dayOf(own), dayOf(given), weekdays))
}

/** The day in the report's own dateline ("TELDO, March 20 (Agency) -"), be it whole or without its year. */
const isInDateline = ({ text, zones }: DocumentFrame, time: TimeExpression): boolean => {
  const [first, last] = [text.tokens[time.first], text.tokens[time.last - 1]]
  if (first === undefined || last === undefined) return false
  return zones.some((zone) => zone.kind === 'dateline' && zone.start <= first.start && last.end <= zone.end)
}

/** A whole date that the text labels as its own ("Updated"), or that near its head no preposition ties to a sentence. */
const isDateline = (text: ReadText, time: TimeExpression, isLabel: (token: number) => boolean): boolean => {
  if (isHeadOfReport(text, time)) return true
  if (!FULL_DATES.has(time.meaning) || time.role !== 'at') return false
  if (isLabel(time.first - 1) || isLabel(time.first - 2)) return true
  if (time.first > DATELINE_WITHIN) return false
  const before = text.tokens[time.first - 1]
  return (
    before === undefined ||
    !['ADP', 'DET', 'SCONJ', 'VERB', 'CCONJ', 'ADV'].includes(before.tag) ||
    isLineStart(text, time.first)
  )
}

/** "TELDO, March 12 (Agency) -": a place in capitals, a day without its year, and a dash. */
const isHeadOfReport = (text: ReadText, time: TimeExpression): boolean => {
  if (time.meaning !== 'month-day' && time.meaning !== 'day-month') return false
  const sentence = text.sentences[text.tokens[time.first]?.sentence ?? 0]
  if (sentence === undefined || time.first > DATELINE_WITHIN || time.first - sentence.first > PLACE) return false
  if (text.tokens[time.first - 1]?.text !== ',' || !/^\p{Lu}{3,}$/u.test(text.tokens[sentence.first]?.text ?? ''))
    return false
  for (let at = time.last; at < time.last + CREDIT; at++) if (/^[-–—]+$/.test(text.tokens[at]?.text ?? '')) return true
  return false
}
/** Tokens of a dateline's place with its comma, and of the credit behind its day. */
const PLACE = 6
const CREDIT = 8

const isLineStart = (text: ReadText, token: number): boolean => {
  const sentence = text.sentences[text.tokens[token]?.sentence ?? 0]
  return sentence?.first === token
}

const cut = (frame: DocumentFrame, datelines: readonly TimeExpression[]): Segment[] => {
  const { text } = frame
  const cuts = new Set(datelines.map((time) => time.last))
  for (const time of datelines) cuts.add(time.first)
  const repeat = repeatedHeadline(text)
  if (repeat !== null) cuts.add(repeat.last)
  const segments: Segment[] = []
  let rank = 0
  const inOrder = [...cuts].sort((a, b) => a - b)
  for (const sentence of text.sentences) {
    let first = sentence.first
    const inside = inOrder.filter((at) => sentence.first < at && at < sentence.last)
    for (const at of [...inside, sentence.last]) {
      const headline = isHeadline(frame, sentence) || (repeat !== null && first >= repeat.first && at <= repeat.last)
      if (!headline && at - first >= SHORT) rank++
      segments.push({
        index: segments.length,
        first,
        last: at,
        sentence: sentence.index,
        paragraph: sentence.paragraph,
        headline,
        rank,
      })
      first = at
    }
  }
  return segments
}

const isHeadline = (frame: DocumentFrame, sentence: Sentence): boolean => {
  if (frame.zones.some((zone) => zone.kind === 'headline' && zone.start <= sentence.start && sentence.end <= zone.end))
    return true
  if (sentence.paragraph !== 0 || frame.zones.some((zone) => zone.kind === 'headline')) return false
  const last = frame.text.tokens[sentence.last - 1]
  return last !== undefined && !/[.!?”"]$/.test(last.text) && sentence.last - sentence.first < 30
}

/** Where the first words of the second line say the first line again. */
const repeatedHeadline = (text: ReadText): { readonly first: number; readonly last: number } | null => {
  const headline = text.sentences.filter((sentence) => sentence.paragraph === 0)
  const body = text.sentences.find((sentence) => sentence.paragraph === 1)
  const start = headline[0]
  const end = headline[headline.length - 1]
  if (start === undefined || end === undefined || body === undefined) return null
  for (const length of [end.last - start.first, ...titlesOf(text, start.first, end.last)]) {
    if (length < SHORTEST_TITLE) continue
    for (let at = body.first; at < Math.min(body.first + 25, text.tokens.length - length); at++)
      if (startsAlike(text, start.first, at, length)) return { first: at, last: at + length }
  }
  return null
}

/** A title has at least so many words. */
const SHORTEST_TITLE = 4

/** "… dead in blast - World - The Courier": how many tokens of a page's title its own headline may have, the longest first. */
const titlesOf = (text: ReadText, first: number, last: number): readonly number[] => {
  const lengths: number[] = []
  for (let at = last - 1; at > first; at--) if (isTrailMark(text, at)) lengths.push(at - first)
  return lengths
}

/** A dash between blanks, or a bar: what parts a headline from the names of the page's section and outlet. */
export const isTrailMark = ({ tokens, content }: ReadText, at: number): boolean => {
  const token = tokens[at]
  return (
    token !== undefined && /^[-–—|]$/.test(token.text) && content[token.start - 1] === ' ' && content[token.end] === ' '
  )
}

const startsAlike = (text: ReadText, a: number, b: number, length: number): boolean => {
  for (let i = 0; i < length; i++) if (text.tokens[a + i]?.lower !== text.tokens[b + i]?.lower) return false
  return true
}
