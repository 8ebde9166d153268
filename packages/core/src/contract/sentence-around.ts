import type { Span } from '../model/span.ts'

/** The sentence that a passage stands in, with the passage's place in it. Offsets are UTF-16. */
export interface QuotedSentence {
  readonly text: string
  /** Where the sentence begins and ends in the document. */
  readonly start: number
  readonly end: number
  /** Where the passage begins and ends in the sentence. */
  readonly mark: readonly [number, number]
}

const MAX_LENGTH = 600
const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })

/**
 * The sentence or sentences around a passage, to be shown to people: never across a line, cut at `MAX_LENGTH` characters
 * (at a space, never inside the passage). It is for reading only; nothing is extracted from it.
 */
export const sentenceAround = (content: string, passage: Span): QuotedSentence => {
  const line = lineAround(content, passage)
  const found = sentencesIn(content, line).filter((s) => s.start < passage.end && passage.start < s.end)
  const start = Math.min(passage.start, found[0]?.start ?? line.start)
  const end = Math.max(passage.end, found.at(-1)?.end ?? line.end)
  return quote(content, cut(content, trim(content, { start, end }, passage), passage), passage)
}

const lineAround = (content: string, { start, end }: Span): Span => {
  const before = start === 0 ? -1 : content.lastIndexOf('\n', start - 1)
  const after = content.indexOf('\n', end)
  return { start: before + 1, end: after < 0 ? content.length : after }
}

const sentencesIn = (content: string, line: Span): readonly Span[] => {
  const spans: { start: number; end: number }[] = []
  for (const { segment, index } of segmenter.segment(content.slice(line.start, line.end))) {
    const last = spans.at(-1)
    const end = line.start + index + segment.length
    if (last !== undefined && endsInAbbreviation(content.slice(last.start, last.end))) last.end = end
    else spans.push({ start: line.start + index, end })
  }
  return spans
}

/** A full stop after one or two letters that begin with a capital ("J.", "Lt.", "U.S.") seldom ends a sentence. */
const endsInAbbreviation = (text: string): boolean => /(^|[\s.(])\p{Lu}\p{L}{0,1}\.\s*$/u.test(text)

const trim = (content: string, { start, end }: Span, passage: Span): Span => {
  let first = start
  let last = end
  while (first < passage.start && /\s/.test(content.charAt(first))) first++
  while (last > passage.end && /\s/.test(content.charAt(last - 1))) last--
  return { start: first, end: last }
}

const cut = (content: string, sentence: Span, passage: Span): Span => {
  if (sentence.end - sentence.start <= MAX_LENGTH) return sentence
  const room = Math.max(0, MAX_LENGTH - (passage.end - passage.start))
  const from = Math.max(sentence.start, passage.start - Math.floor(room / 2))
  const to = Math.min(sentence.end, passage.end + Math.ceil(room / 2))
  const space = from === sentence.start ? -1 : content.slice(from, passage.start).search(/\s/)
  const start = from === sentence.start ? from : space < 0 ? passage.start : from + space + 1
  const lastSpace = to === sentence.end ? -1 : content.slice(passage.end, to).search(/\s\S*$/)
  const end = to === sentence.end ? to : lastSpace < 0 ? passage.end : passage.end + lastSpace
  return { start, end }
}

const quote = (content: string, { start, end }: Span, passage: Span): QuotedSentence => ({
  text: content.slice(start, end),
  start,
  end,
  mark: [passage.start - start, passage.end - start],
})
