import { formOf } from './form.ts'
import { piecesOf } from './lines.ts'
import type { ReadText, Tag } from './read-text.ts'
import { textBuilder } from './text-builder.ts'
import type { Word } from './words.ts'

interface Segmenters {
  readonly words: Intl.Segmenter
  readonly sentences: Intl.Segmenter
}

const made = new Map<string, Segmenters>()

/**
 * Tokens and sentences of a text in any language, by Unicode's rules of segmentation. Tags: NUM for numbers in digits,
 * PUNCT for marks, X for all words. `language` is an ISO 639-1 code, or null where it is not known.
 */
export const readBySegmenter = (content: string, language: string | null, breaks: readonly number[] = []): ReadText => {
  const segmenters = segmentersOf(language)
  const builder = textBuilder(content)
  for (const piece of piecesOf(content, breaks))
    builder.add(segmentsOf(content.slice(piece.start, piece.end), segmenters), piece.start, piece.paragraph)
  return builder.done()
}

const segmentersOf = (language: string | null): Segmenters => {
  const locale = language !== null && /^[a-z]{2}$/.test(language) ? language : 'und'
  const known = made.get(locale)
  if (known !== undefined) return known
  const segmenters = {
    words: new Intl.Segmenter(locale, { granularity: 'word' }),
    sentences: new Intl.Segmenter(locale, { granularity: 'sentence' }),
  }
  made.set(locale, segmenters)
  return segmenters
}

const segmentsOf = (line: string, { words, sentences }: Segmenters): readonly Word[] => {
  const starts = [...sentences.segment(line)].map((sentence) => sentence.index)
  const found: Word[] = []
  let next = 0
  for (const { index, segment, isWordLike } of words.segment(line)) {
    if (segment.trim() === '') continue
    const opens = (starts[next] ?? Number.POSITIVE_INFINITY) <= index
    while ((starts[next] ?? Number.POSITIVE_INFINITY) <= index) next++
    const tag = tagOf(segment, isWordLike ?? false)
    found.push({ start: index, end: index + segment.length, tag, opens, form: formOf(segment) })
  }
  return found
}

const tagOf = (segment: string, isWordLike: boolean): Tag => {
  if (/^\p{Nd}[\p{Nd}.,\u066b\u066c]*$/u.test(segment)) return 'NUM'
  return isWordLike ? 'X' : 'PUNCT'
}
