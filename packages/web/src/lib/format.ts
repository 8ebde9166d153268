import type { MessageKey, Translate } from './i18n.ts'
import { currentLocale } from './i18n.ts'

/** Latin digits in both languages: figures must read the same on one line with Arabic and English reports. */
const intl = (): string => (currentLocale() === 'ar' ? 'ar-u-nu-latn' : 'en-GB')

export const number = (n: number): string => new Intl.NumberFormat(intl()).format(n)

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

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }

export const day = (iso: string | null): string =>
  iso === null ? '' : new Intl.DateTimeFormat(intl(), DAY).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))

export const moment = (iso: string): string =>
  new Intl.DateTimeFormat(intl(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

/** "17 Dec 2019", "17–18 Dec 2019", "until 3 Mar 2020". */
export const days = (from: string | null, to: string | null, t: Translate): string => {
  if (from === null && to === null) return t('date.unknown')
  if (from === null) return t('date.until', { day: day(to) })
  if (to === null) return t('date.since', { day: day(from) })
  if (from === to) return day(from)
  const format = new Intl.DateTimeFormat(intl(), DAY)
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

export const percent = (share: number): string =>
  new Intl.NumberFormat(intl(), { style: 'percent', maximumFractionDigits: 0 }).format(share)

/** Metres as people say them: "300 m", "25 km". */
export const distance = (metres: number): string =>
  metres < 1000 ? `${number(Math.round(metres))} m` : `${number(Math.round(metres / 1000))} km`

/** The name of a value of one of the record's vocabularies ("killed", "airstrike", "fair"). */
export const named = (t: Translate, family: string, value: string): string => t(`${family}.${value}` as MessageKey)

/** "2 h ago" by the largest unit that fits. */
export const ago = (iso: string, now: number): string => {
  const seconds = (new Date(iso).getTime() - now) / 1000
  const format = new Intl.RelativeTimeFormat(intl(), { style: 'short', numeric: 'auto' })
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const
  for (const [unit, size] of units)
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit)
  return format.format(0, 'minute')
}
