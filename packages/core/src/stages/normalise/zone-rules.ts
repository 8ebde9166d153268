import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'
import type { ZoneKind } from '../../model/document.ts'
import { agenciesOf } from './agencies.ts'
import { compilePhrase } from './phrase-pattern.ts'
import { writtenDates } from './written-dates.ts'

/** Where a rule holds: where the text (or its body) begins, where it ends, or over a whole line. */
export type RulePlace = 'head' | 'tail' | 'line'

/** A pattern of a lexicon that tells a zone. */
export interface ZoneRule {
  readonly kind: ZoneKind
  readonly place: RulePlace
  /** `head`: sticky, at the place where it is tried · `tail`: from the end backwards · `line`: the whole line. */
  readonly pattern: RegExp
  readonly row: Readonly<Record<string, string>>
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
  zone: '[A-Z]{2,4}(?![\\p{L}])(?:[+-]\\d{1,2}(?::?\\d{2})?)?',
  number: '\\d{1,6}(?![\\d\\p{L}])',
  link: '(?:https?|www)[^\\s]*',
  rest: '[^\\n]*',
  words: "(?:[\\p{L}\\p{N}.&'\\u2019-]+(?![\\p{L}\\p{N}.&'\\u2019-])[ \\t]*){1,6}",
  names: "(?:\\p{Lu}[\\p{L}.'\\u2019-]*(?![\\p{L}.'\\u2019-])[ \\t]*){1,4}",
  short: '[^\\n]{0,160}?',
} as const

/** The zone rules of a lexicon's table `zones` (`kind`, `place`, `pattern`; rows of kind `define` name pieces). */
export const zoneRulesOf = compiledFrom((lexicon: Lexicon): ZoneRules => {
  const { date, weekday } = writtenDates(lexicon)
  const placeholders: Record<string, string> = { ...PLACEHOLDERS, date, weekday, agency: agenciesOf(lexicon).name }
  const rules: ZoneRule[] = []
  for (const row of lexicon.table('zones')) {
    const source = compilePhrase(row.pattern ?? '', placeholders)
    if (row.kind === 'define') placeholders[row.place ?? ''] = `(?:${source})`
    else
      for (const place of (row.place ?? '').split(','))
        rules.push(ruleOf(row, place as RulePlace, source, placeholders))
  }
  return { rules, byline: new RegExp(`${placeholders.byline ?? '(?!)'}\\s+(?=\\p{Lu})`, 'uy') }
})

const ruleOf = (
  row: Readonly<Record<string, string>>,
  place: RulePlace,
  source: string,
  { byline = '(?!)' }: Readonly<Record<string, string>>,
): ZoneRule => ({
  kind: row.kind as ZoneKind,
  place,
  row,
  pattern: patternOf(place, source, row.kind === 'clutter', byline),
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
