import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'
import type { ZoneKind } from '../../model/document.ts'
import { agenciesOf } from './agencies.ts'
import { compilePhrase, LETTERS } from './phrase-pattern.ts'
import { writtenDates } from './written-dates.ts'

/** Where a rule holds: where the text (or its body) begins, where it ends, or over a whole line. */
export type RulePlace = 'head' | 'tail' | 'line'

/** A pattern of a lexicon that tells a zone. */
export interface ZoneRule {
  readonly kind: ZoneKind
  readonly place: RulePlace
  /** `head`: sticky, at the place where it is tried · `tail`: from the end backwards · `line`: the whole line. */
  readonly pattern: RegExp
  /** Whether words that match are what the rule means: a line of a date names a day that there is. */
  holds(matched: string): boolean
}

/** Where a rule matches, if it holds there; `at` counts for sticky rules alone. */
export const matchRule = (rule: ZoneRule, text: string, at = 0): RegExpExecArray | null => {
  rule.pattern.lastIndex = at
  const match = rule.pattern.exec(text)
  return match !== null && match[0].trim() !== '' && rule.holds(match[0]) ? match : null
}

/** The zone rules of a lexicon. */
export interface ZoneRules {
  readonly rules: readonly ZoneRule[]
  /** Sticky: the words before the name of a report's writer. */
  readonly byline: RegExp
}

/** A clock: four bare digits are no time of day unless a word or a zone says so, since they may be a count. */
const PLACEHOLDERS = {
  time: '\\d{1,2}(?:[:.]\\d{2}){1,2}(?!\\d)',
  digits: '\\d{3,4}(?!\\d)',
  seconds: '\\d{6}(?!\\d)',
  zone: '[A-Z]{2,4}(?![A-Za-z])(?:[+-]\\d{1,2}(?::?\\d{2})?)?',
  number: `\\d{1,6}(?![\\d${LETTERS}])`,
  link: '(?:https?|www)[^\\s]*',
  rest: '[^\\n]*',
  words: `(?:[${LETTERS}\\d.&'-]+(?![${LETTERS}\\d.&'-])[ \\t]*){1,6}`,
  names: `(?:\\p{Lu}[${LETTERS}.'-]*(?![${LETTERS}.'-])[ \\t]*){1,4}`,
  short: '[^\\n]{0,160}?',
} as const

/** The zone rules of a lexicon's table `zones` (`kind`, `place`, `pattern`; rows of kind `define` name pieces). */
export const zoneRulesOf = compiledFrom((lexicon: Lexicon): ZoneRules => {
  const { date, weekday, firstIn } = writtenDates(lexicon)
  const placeholders: Record<string, string> = { ...PLACEHOLDERS, date, weekday, agency: agenciesOf(lexicon).name }
  const rules: ZoneRule[] = []
  for (const row of lexicon.table('zones')) {
    const source = compilePhrase(row.pattern ?? '', placeholders)
    if (row.kind === 'define') {
      placeholders[row.place ?? ''] = `(?:${source})`
      continue
    }
    const isDated = row.kind === 'date_line' || (row.kind === 'updated_line' && !/<rest>/.test(row.pattern ?? ''))
    const holds = (matched: string): boolean => !isDated || firstIn(matched) !== null
    for (const place of (row.place ?? '').split(',') as RulePlace[]) {
      const pattern = patternOf(place, source, row.kind === 'clutter', placeholders.byline ?? '(?!)')
      rules.push({ kind: row.kind as ZoneKind, place, pattern, holds })
    }
  }
  return { rules, byline: new RegExp(`${placeholders.byline ?? '(?!)'}\\s+(?=\\p{Lu})`, 'uy') }
})

const patternOf = (place: RulePlace, source: string, isClutter: boolean, byline: string): RegExp => {
  if (place === 'line') return new RegExp(`^\\s*${source}[\\s.]*$`, 'u')
  // What follows the head of a report begins a sentence: "24 May 2013 was a Friday" is no head.
  const begins = `(?=[\\s.]*(?:$|[\\p{Lu}\\p{Lo}\\p{N}"'(\\u2018\\u201c\\u00ab[]|${byline}\\s+\\p{Lu}))`
  if (place === 'head') return new RegExp(source + begins, 'uy')
  // Clutter stands after a whole sentence: "he put it on Twitter" closes with a word of the report.
  const before = isClutter ? '[.!?"\'\\u201d)\\]]\\s*|\\n\\s*' : '[\\s.!?"\'\\u201d)\\]]'
  return new RegExp(`(?:^|(?<=${before}))${source}[\\s.]*$`, 'u')
}
