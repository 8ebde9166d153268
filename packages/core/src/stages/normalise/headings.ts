import type { Span } from '../../model/span.ts'
import { bodyLines, freeLines, type Layout, lettersOf, textOf } from './layout.ts'

const MAX_HEADLINE = 200
const MAX_SUBHEADING = 80
const MAX_SUBHEADING_WORDS = 12
/** A headline stands within the first lines. */
const HEAD_LINES = 4
/** Where more lines than this share look like headings, the text is a list. */
const MAX_SHARE = 0.4

const ENDS_SENTENCE = /[.!\u2026]["'\u2019\u201d)\]]*$/
const ENDS_OPEN = /[:;,\-\u2013\u2014]$/
const HAS_WORD = /\p{L}{2}/u

/** Marks the headline: the title that is known, or a first line that is no sentence and has a report under it. */
export const markHeadline = (layout: Layout, title: string | null): void => {
  if (layout.zones.zones.some((zone) => zone.kind === 'headline')) return
  const lines = freeLines(layout)
  const head = lines.slice(0, HEAD_LINES)
  const known = title === null ? undefined : head.find((line) => lettersOf(textOf(layout, line)) === lettersOf(title))
  const [first, second] = lines
  const headline =
    known ?? (first !== undefined && second !== undefined && isHeadline(layout, first) ? first : undefined)
  if (headline !== undefined) layout.zones.add({ kind: 'headline', ...headline })
}

const isHeadline = (layout: Layout, line: Span): boolean => {
  const text = textOf(layout, line)
  return text.length <= MAX_HEADLINE && HAS_WORD.test(text) && !ENDS_SENTENCE.test(text) && !ENDS_OPEN.test(text)
}

/** Where a headline is said again at `at`: its span there; null where it is not. */
export const repeatedHeadline = (layout: Layout, at: number): Span | null => {
  const headline = layout.zones.zones.find((zone) => zone.kind === 'headline')
  if (headline === undefined || headline.end > at) return null
  const wanted = lettersOf(textOf(layout, headline))
  const part = layout.content.slice(at, at + 2 * MAX_HEADLINE + 100)
  let got = ''
  for (const match of part.matchAll(/\S+/g)) {
    got += lettersOf(match[0])
    if (!wanted.startsWith(got)) return null
    if (got === wanted) return { start: at, end: at + match.index + match[0].length }
  }
  return null
}

/** Marks short lines between paragraphs that are no sentences. */
export const markSubheadings = (layout: Layout): void => {
  const lines = bodyLines(layout)
  const found = lines.filter((line, i) => i > 0 && isSubheading(layout, line))
  if (found.length > Math.max(1, lines.length * MAX_SHARE)) return
  for (const line of found) layout.zones.add({ kind: 'subheading', ...line })
}

const isSubheading = (layout: Layout, line: Span): boolean => {
  const text = textOf(layout, line)
  if (text.length > MAX_SUBHEADING || !HAS_WORD.test(text) || !/^["'\u2018\u201c]?[\p{Lu}\p{Lo}\p{N}]/u.test(text))
    return false
  return !ENDS_SENTENCE.test(text) && !ENDS_OPEN.test(text) && text.split(/\s+/).length <= MAX_SUBHEADING_WORDS
}
