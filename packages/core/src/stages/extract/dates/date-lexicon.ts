import { compiledFrom, type Lexicon } from '../../../lexicon/lexicon.ts'
import { type Classify, type ClassWord, compilePatterns, type PatternSet } from '../../../lexicon/patterns.ts'

/** What a language's date words and patterns come to. */
export interface DateLexicon {
  readonly patterns: PatternSet<string>
  readonly classify: Classify
  /** Words for spans of time ("week"). */
  readonly units: ReadonlySet<string>
}

const ISO = /^\d{4}-\d{2}-\d{2}$/
const DMY = /^\d{1,2}([./-])\d{1,2}\1\d{4}$/
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/
/** From one day of a month to another ("19-20"). */
const DAYS = /^(\d{1,2})[-–](\d{1,2})$/
const YEAR = /^(?:19|20)\d{2}$/
/** A day and a year that lost the comma and the blank between them ("Aug 01,2016"). */
const FUSED = /^\d{1,2}(?:19|20)\d{2}$/
const NUMBER = /^\d{1,3}$/

// The same few figures come again and again, and six patterns are asked of each.
const MOST_FIGURES = 10_000
const known = new Map<string, readonly ClassWord[]>()

/** The classes that figures belong to in any language. */
const figures = (word: string): readonly ClassWord[] => {
  const before = known.get(word)
  if (before !== undefined) return before
  if (known.size >= MOST_FIGURES) known.clear()
  const found = readFigures(word)
  known.set(word, found)
  return found
}

const isDayOfMonth = (day: number | string | undefined): boolean => Number(day) >= 1 && Number(day) <= 31

const readFigures = (word: string): readonly ClassWord[] => {
  const found: ClassWord[] = []
  if (ISO.test(word)) found.push({ name: 'iso', value: word })
  if (DMY.test(word)) found.push({ name: 'dmy', value: word })
  if (YEAR.test(word)) found.push({ name: 'year', value: word })
  if (FUSED.test(word)) found.push({ name: 'fused', value: word })
  if (NUMBER.test(word)) found.push({ name: 'number', value: word })
  const range = DAYS.exec(word)
  if (range !== null && isDayOfMonth(range[1]) && isDayOfMonth(range[2])) found.push({ name: 'days', value: word })
  const day = Number(DAY.exec(word)?.[1] ?? 0)
  if (isDayOfMonth(day)) found.push({ name: 'day', value: String(day) })
  return found
}

/** The date words and patterns of a language, compiled once. */
export const dateLexicon = compiledFrom((lexicon: Lexicon): DateLexicon => {
  const words = new Map<string, ClassWord[]>()
  for (const row of lexicon.table('date-words')) {
    const word = row.word ?? ''
    const known = words.get(word) ?? []
    known.push({ name: row.class ?? '', value: row.value ?? '' })
    words.set(word, known)
  }
  const classify: Classify = (word, text) => {
    const code = word.charCodeAt(0)
    if (code >= 48 && code <= 57) return figures(word)
    return words.get(text) ?? (text === word ? undefined : words.get(word))
  }
  const rows = lexicon.table('date-patterns').map((row) => [row.pattern ?? '', row.meaning ?? ''] as const)
  const units = [...words].filter(([, known]) => known.some((word) => word.name === 'unit')).map(([word]) => word)
  return { patterns: compilePatterns(rows, classify), classify, units: new Set(units) }
})
