import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'
import { type Day, isDay } from '../../model/time-range.ts'
import { LETTERS } from './phrase-pattern.ts'

const NAME = `[${LETTERS}]{3,12}`

/** How dates of publication are written in a language. */
export interface WrittenDates {
  /** Source of a regular expression for a whole date; any name may stand for the month, so `read` must have its say. */
  readonly date: string
  /** Source for the name of a weekday. */
  readonly weekday: string
  /** The day that a text matched by `date` names; null where it is none ("31 June"). */
  read(written: string): Day | null
  /** The first day that a text names; null where it names none. */
  firstIn(text: string): Day | null
  /** The weekdays that a text names without a date beside them, 0 = Sunday, in its order. */
  bareWeekdaysIn(text: string): readonly number[]
}

/** The written dates of a lexicon: numbers and the names of months in its table `date-words` (`word`, `class`, `value`). */
export const writtenDates = compiledFrom((lexicon: Lexicon): WrittenDates => {
  const rows = lexicon.table('date-words')
  const months = new Map<string, number>()
  for (const row of rows) if (row.class === 'month') months.set((row.word ?? '').toLowerCase(), Number(row.value))
  const weekday = choiceOf(rows.filter((row) => row.class === 'weekday').map((row) => row.word ?? ''))
  const forms = [
    `(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)`,
    `(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?!\\d)`,
    `(\\d{1,2})(?:[a-z]{2}|\\.)?\\s+(?:[a-z]{1,3}\\s+)?(${NAME})\\.?,?\\s*(\\d{4})(?!\\d)`,
    `(${NAME})\\.?\\s*(\\d{1,2})(?:[a-z]{2})?,?\\s+(\\d{4})(?!\\d)`,
    `(${NAME})\\.?\\s*(\\d{2})(\\d{4})(?!\\d)`,
  ]
  const numbers = new Map<string, number>()
  for (const row of rows) if (row.class === 'weekday') numbers.set((row.word ?? '').toLowerCase(), Number(row.value))
  const dated = `[.,]?\\s+(?:\\d|${NAME}\\.?\\s+\\d)`
  const bare = new RegExp(`(?<![${LETTERS}])(${weekday})(?![${LETTERS}])(?!${dated})`, 'gu')
  const readers = forms.map((form) => new RegExp(`^${form}$`, 'u'))
  const date = `(?<![\\d${LETTERS}])(?:${forms.map((form) => form.replace(/\((?!\?)/g, '(?:')).join('|')})`
  const finder = new RegExp(date, 'gu')
  const read = (written: string): Day | null => {
    for (const [i, reader] of readers.entries()) {
      const match = reader.exec(written.trim())
      if (match !== null) return dayOf(i, match, months)
    }
    return null
  }
  return {
    date,
    weekday: `(?:${weekday})(?![${LETTERS}])\\.?,?`,
    read,
    firstIn: (text) => {
      for (const [written] of text.matchAll(finder)) {
        const day = read(written)
        if (day !== null) return day
      }
      return null
    },
    bareWeekdaysIn: (text) => [...text.matchAll(bare)].map(([, word = '']) => numbers.get(word.toLowerCase()) ?? 0),
  }
})

const dayOf = (form: number, match: RegExpExecArray, months: ReadonlyMap<string, number>): Day | null => {
  const [, a = '', b = '', c = ''] = match
  if (form === 0) return day(a, b, c)
  // A number above 12 can't be the month; where both could, the day comes first, as it does outside the United States.
  if (form === 1) return Number(b) > 12 ? day(c, a, b) : day(c, b, a)
  const named = form === 2 ? b : a
  return day(c, String(months.get(named.toLowerCase()) ?? 0), form === 2 ? a : b)
}

const day = (year: string, month: string, date: string): Day | null => {
  const written = [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-')
  return isDay(written) ? written : null
}

/** A choice of words, each with a small or a capital first letter or in capitals, the longest first. */
const choiceOf = (words: readonly string[]): string => {
  const spelt = words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
  return [...new Set(spelt)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')
}
