import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'
import type { Span } from '../../model/span.ts'
import { agenciesOf } from './agencies.ts'
import { writtenDates } from './written-dates.ts'

/** Finds the dateline of a report: "DAMASCUS (AP) —", "PARIS –", "Beirut, 3 May (Reuters) -", "(AFP) –". */
export interface Dateliner {
  /** The dateline that begins exactly at `at`; null for none. */
  at(content: string, at: number): Span | null
  /** A dateline with an agency's credit that begins a later sentence near the head; null for none. */
  near(content: string): Span | null
}

// Hyphens part words here and stand in none, so that there is one way only to read a name.
const CAPITALS = "\\p{Lu}[\\p{Lu}'\\u2019.]{1,24}(?:[ /-]\\p{Lu}[\\p{Lu}'\\u2019.]{0,24}){0,5}"
const NAMES = "\\p{Lu}\\p{Ll}[\\p{L}'\\u2019]{0,24}(?:[ /-]\\p{L}[\\p{L}'\\u2019]{1,24}){0,3}"
const AREA =
  "(?:,\\s*\\p{Lu}[\\p{L}.'\\u2019-]{0,24}(?:\\s\\p{Lu}[\\p{L}.'\\u2019-]{0,24}){0,2}|\\s*\\(\\p{Lu}[\\p{L} ]{2,20}\\))?"
const DASH = '\\s*(?:--|[-\\u2013\\u2014])\\s*'
const WIDE_DASH = '\\s+(?:--|[-\\u2013\\u2014])\\s+|\\s*\\u2014\\s*|-\\s+|:\\s+'
const OPENING = '(?=[\\p{Lu}\\p{N}"\\u201c\\u2018\'(])'
/** How far into a report a dateline may begin a sentence. */
const NEAR = 800

/** The datelines of a lexicon, whose agencies and months may stand in them. */
export const datelinesOf = compiledFrom((lexicon: Lexicon): Dateliner => {
  const agency = `\\s*\\((?:[^()\\n]{0,40}?)${agenciesOf(lexicon).name}[^()\\n]{0,30}\\)`
  const day = `(?:,?\\s+(?:${writtenDates(lexicon).date}|${shortDate(lexicon)})\\.?,?)?`
  const credited = `(?:(?:${CAPITALS}|${NAMES})${AREA}${day})?${agency}(?:${DASH}|\\s*:\\s*)`
  // Any name in brackets between a day and a dash is whom the report is by.
  const named = "\\s*\\(\\p{Lu}[\\p{L} .&'\\u2019-]{1,40}\\)"
  const dated = `(?:${CAPITALS}|${NAMES})${AREA}${day.slice(0, -1)}${named}(?:${DASH}|\\s*:\\s*)`
  const bracketed = `${CAPITALS}${AREA}${named}${DASH}`
  const forms = [
    credited,
    dated,
    bracketed,
    `${CAPITALS}${AREA}${day}(?:${WIDE_DASH})`,
    `${NAMES}${AREA}${day}\\s+[\\u2013\\u2014]\\s+`,
  ]
  const here = new RegExp(`(?:${forms.join('|')})${OPENING}`, 'uy')
  const later = new RegExp(`(?<=[.!?]["'\\u201d]?\\s+)${CAPITALS}${AREA}${day}${agency}${DASH}${OPENING}`, 'u')
  return {
    at: (content, at) => {
      here.lastIndex = at
      const match = here.exec(content)
      return match === null ? null : { start: at, end: at + match[0].trimEnd().length }
    },
    near: (content) => {
      const match = later.exec(content.slice(0, NEAR))
      return match === null ? null : { start: match.index, end: match.index + match[0].trimEnd().length }
    },
  }
})

/** A day and a month without a year. */
const shortDate = (lexicon: Lexicon): string => {
  const months = lexicon
    .table('date-words')
    .filter((row) => row.class === 'month')
    .map((row) => row.word ?? '')
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)])
    .sort((a, b) => b.length - a.length)
    .join('|')
  return `(?:${months})\\.?\\s+\\d{1,2}|\\d{1,2}\\s+(?:${months})`
}
