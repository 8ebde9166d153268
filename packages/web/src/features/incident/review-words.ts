import { named, range } from '../../lib/format.ts'
import type { Translate } from '../../lib/i18n.ts'

const GROUPED = new Set(['children', 'women', 'men', 'elderly', 'medics', 'journalists', 'aid_workers', 'rescuers'])
const OWN = { time: 'slot.time', place: 'column.place', means: 'column.means', actors: 'column.actors' } as const

/** The name of a field of an incident: "Killed", "Injured, civilians", "Place". */
export const fieldName = (field: string, t: Translate): string => {
  if (field in OWN) return t(OWN[field as keyof typeof OWN])
  if (field === 'grade') return t('column.grade')
  if (field === 'confirmation') return t('vocabulary.confirmation')
  if (field === 'origins') return t('column.origins')
  if (GROUPED.has(field)) return named(t, 'group', field)
  const [metric = field, side] = field.split('.')
  return [named(t, 'metric', metric), ...(side === undefined ? [] : [named(t, 'side', side)])].join(', ')
}

/** A field's value in a line; the shapes are those of the contract. */
export const shownValue = (field: string, value: unknown, t: Translate): string => {
  if (value === null || value === undefined) return t('decided.nothing')
  if (field === 'grade') return named(t, 'grade', String(value))
  if (field === 'means') return (value as readonly string[]).map((one) => named(t, 'means', one)).join(', ') || '·'
  if (Array.isArray(value)) return value.join(', ') || '·'
  if (typeof value !== 'object') return String(value)
  const parts = value as Readonly<Record<string, unknown>>
  if (field === 'place') return String(parts.text ?? parts.name ?? '·')
  if (field === 'time') return [parts.earliest, parts.latest].filter(Boolean).join(' – ') || '·'
  const figure = parts as { low?: number | null; high?: number | null; best?: number | null }
  const told = range({ low: figure.low ?? null, high: figure.high ?? null }, t)
  return figure.best == null ? told : `${told} (${t('figure.best')} ${figure.best})`
}
