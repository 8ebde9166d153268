import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'
import type { Span } from '../../model/span.ts'
import { agenciesOf } from './agencies.ts'
import { freeLines, type Layout, lettersOf, textOf } from './layout.ts'
import { compilePhrase } from './phrase-pattern.ts'

interface CaptionRules {
  /** A line that closes with a picture's credit. */
  readonly credited: RegExp
  /** A line that closes with an agency's credit, which only a picture has so near the head. */
  readonly byAgency: RegExp
  /** A line that begins as captions do. */
  readonly opening: RegExp
  /** Words at the head of a longer line that close with a picture's credit. */
  readonly inline: RegExp
  /** What must stand somewhere in such words; quick to look for. */
  readonly hint: RegExp
}

/** Captions that an agency's credit closes stand among the first lines. */
const HEAD_LINES = 6
const MAX_CAPTION = 500

const captionRulesOf = compiledFrom((lexicon: Lexicon): CaptionRules => {
  const rows = lexicon.table('captions')
  const words = "(?:[\\p{L}\\p{N}'\\u2019-]+(?![\\p{L}\\p{N}'\\u2019-])[ \\t]*){1,3}"
  const sourceOf = (kind: string): string =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => compilePhrase(row.pattern ?? '', { words }))
      .join('|')
  const agency = agenciesOf(lexicon).name
  const picture = `[([](?:[\\p{Lu}/][^()[\\]\\s]{0,30}\\s+){0,5}(?:${sourceOf('credit')})[^()[\\]\\n]{0,30}[)\\]]|${agency}\\s*(?:${sourceOf('credit')})`
  const byAgency = `[([](?:[^()[\\]\\n]{0,40}?)${agency}[^()[\\]\\n]{0,40}[)\\]]|(?:--|\\u2014|\\u2013|/)\\s*${agency}`
  return {
    credited: new RegExp(`(?:${picture})[\\s.]*$`, 'u'),
    byAgency: new RegExp(`(?:${byAgency})[\\s.]*$`, 'u'),
    opening: new RegExp(`^(?:${sourceOf('opening')})`, 'u'),
    inline: new RegExp(
      `[^\\n]{15,${MAX_CAPTION}}?(?:${picture}|[.]\\s*[([][^()[\\]\\n]{0,40}${agency}[^()[\\]\\n]{0,40}[)\\]])(?=\\s*[\\p{Lu}"\\u201c])`,
      'uy',
    ),
    hint: new RegExp(`[.]\\s*[([]|${sourceOf('credit')}`, 'u'),
  }
})

/** Marks lines that are captions: by their credit, by how they begin, or because the next line says them again with one. */
export const markCaptions = (layout: Layout, lexicon: Lexicon): void => {
  const { credited, byAgency, opening } = captionRulesOf(lexicon)
  const lines = freeLines(layout)
  const isCaption = lines.map((line, i) => {
    const text = textOf(layout, line)
    const isLast = i === lines.length - 1
    if (text.length > MAX_CAPTION || isLast) return false
    return credited.test(text) || opening.test(text) || (i < HEAD_LINES && byAgency.test(text))
  })
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    const repeated = isCaption[i + 1] && next !== undefined && startsAlike(textOf(layout, next), textOf(layout, line))
    if (isCaption[i] || repeated) layout.zones.add({ kind: 'caption', ...line })
  })
}

const startsAlike = (long: string, short: string): boolean => {
  const letters = lettersOf(short)
  return letters.length >= 20 && lettersOf(long).startsWith(letters)
}

/** The caption that begins exactly at `at` and runs on into the report in one line; null for none. */
export const inlineCaption = (content: string, at: number, lexicon: Lexicon): Span | null => {
  const { inline, hint } = captionRulesOf(lexicon)
  if (!hint.test(content.slice(at, at + MAX_CAPTION + 50))) return null
  inline.lastIndex = at
  const match = inline.exec(content)
  if (match === null) return null
  const sentences = match[0].match(/[.!?]["\u201d]?\s+\p{Lu}/gu)?.length ?? 0
  return sentences > 1 ? null : { start: at, end: at + match[0].length }
}
