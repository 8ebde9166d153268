import { dayWords, rangeWords } from './words.ts'

type Words = Readonly<Record<string, unknown>>

/** The value of a field that people decide on, as short as it can be told. */
export const valueWords = (field: string, value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one)).join('; ')
  if (typeof value !== 'object') return String(value)
  const { low, high, best, earliest, latest, text, mention, place, of } = value as Words
  if (field === 'groups') return groupWords(value as Words)
  if (isNumber(low) && isNumber(high))
    return isCount(best) ? `${rangeWords({ low, high })} (${best})` : rangeWords({ low, high })
  if (earliest !== undefined) return dayWords(earliest as string | null, latest as string | null)
  if (of !== undefined) return of === null ? 'of none' : `${(value as Words).relation} of ${of}`
  const words = String(text ?? (mention as Words | undefined)?.text ?? '')
  const name = (place as Words | null | undefined)?.name
  return name === undefined || name === words ? words : `${words} (= ${name})`
}

const isNumber = (value: unknown): value is number | null => value === null || typeof value === 'number'
const isCount = (value: unknown): value is number => typeof value === 'number'

const groupWords = (groups: Words): string =>
  Object.entries(groups)
    .map(([group, bounds]) => `${rangeWords(bounds as { low: number | null; high: number | null })} ${group}`)
    .join(', ')
