import type { MessageKey, Translate } from './i18n.ts'
import { currentLocale } from './i18n.ts'

/** Latin digits in both languages: figures must read the same on one line with Arabic and English reports. */
const intl = (): string => (currentLocale() === 'ar' ? 'ar-u-nu-latn' : 'en-GB')

/** A formatter for the language shown, made once for each: making one takes longer than a hundred uses of it. */
const once = <Made>(make: (language: string) => Made): (() => Made) => {
  const made = new Map<string, Made>()
  return () => {
    const language = intl()
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}

const NUMBERS = once((language) => new Intl.NumberFormat(language))
const SHARES = once((language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }))
const DAYS = once(
  (language) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
)
const TICKS = once((language) =>
  (['day', 'month', 'year'] as const).map(
    (part) => new Intl.DateTimeFormat(language, { [part]: part === 'month' ? 'short' : 'numeric', timeZone: 'UTC' }),
  ),
)
const unit = (name: string) =>
  once((language) => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }))
const METRES = unit('meter')
const KILOMETRES = unit('kilometer')
const MOMENTS = once((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }))
const SPANS = once((language) => new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'auto' }))

export const number = (n: number): string => NUMBERS().format(n)

interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/** "8–9", "12+", "up to 5", "·" where nobody gave a number. */
export const range = ({ low, high }: Bounds, t: Translate): string => {
  if (low === null && high === null) return '·'
  if (high === null) return `${number(low ?? 0)}+`
  if (low === null) return t('range.upTo', { n: number(high) })
  return low === high ? number(low) : `${number(low)}–${number(high)}`
}

export const day = (iso: string | null): string =>
  iso === null ? '' : DAYS().format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))

export const moment = (iso: string): string => MOMENTS().format(new Date(iso))

/** "17 Dec 2019", "17–18 Dec 2019", "until 3 Mar 2020". */
export const days = (from: string | null, to: string | null, t: Translate): string => {
  if (from === null && to === null) return t('date.unknown')
  if (from === null) return t('date.until', { day: day(to) })
  if (to === null) return t('date.since', { day: day(from) })
  if (from === to) return day(from)
  return DAYS().formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

export const percent = (share: number): string => SHARES().format(share)

/** Metres as people say them: "300 m", "25 km". */
export const distance = (metres: number): string =>
  metres < 1000 ? METRES().format(Math.round(metres)) : KILOMETRES().format(Math.round(metres / 1000))

/** A day below an axis, its month where that is another than before; of months alone, their year where it is another. */
export const tick = (when: Date, at: number, all: readonly Date[] = []): string => {
  const [dayOfMonth = '', month = '', year = ''] = TICKS().map((format) => format.format(when))
  const before = all[at - 1]
  const isNewYear = before?.getUTCFullYear() !== when.getUTCFullYear()
  if (all.every((one) => one.getUTCDate() === 1)) return isNewYear ? `${month}\n${year}` : month
  return isNewYear || before?.getUTCMonth() !== when.getUTCMonth() ? `${dayOfMonth}\n${month}` : dayOfMonth
}

/** The name of a value of one of the record's vocabularies ("killed", "airstrike", "fair"). */
export const named = (t: Translate, family: string, value: string): string => t(`${family}.${value}` as MessageKey)

/** "2 h ago" by the largest unit that fits. */
export const ago = (iso: string, now: number): string => {
  const seconds = (new Date(iso).getTime() - now) / 1000
  const format = SPANS()
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const
  for (const [unit, size] of units)
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit)
  return format.format(0, 'minute')
}
