import type { CodedUnit, CodedValues } from '@sijil/core/contract/coding-record.js'
import { days, named, range } from '../../lib/format.ts'
import type { Translate } from '../../lib/i18n.ts'

const FAMILIES: Readonly<Partial<Record<string, string>>> = {
  metric: 'metric',
  status: 'status',
  scope: 'scope',
  means: 'means',
}

/** A coded value in a line. */
export const codedWords = (field: CodedUnit['fields'][number]['field'], value: unknown, t: Translate): string => {
  if (field === 'claim') return t(value === true ? 'coded.isClaim' : 'coded.isNone')
  if (value === null || value === undefined) return t('slot.notStated')
  const family = FAMILIES[field]
  if (family !== undefined) return named(t, family, String(value))
  const values = { [field]: value } as CodedValues
  if (field === 'count') {
    const { low = null, high = null, vague } = values.count ?? {}
    return low === null && high === null ? (vague ?? t('claim.someone')) : range({ low, high }, t)
  }
  if (field === 'time') return days(values.time?.from ?? null, values.time?.to ?? null, t)
  const told =
    field === 'groups'
      ? Object.entries(values.groups ?? {}).map(
          ([group, [low, high]]) => `${range({ low, high }, t)} ${named(t, 'group', group)}`,
        )
      : field === 'places'
        ? (values.places ?? []).map(({ text }) => text)
        : field === 'sources'
          ? (values.sources ?? []).map(({ text, type }) => `${text} (${named(t, 'source', type)})`)
          : (values.actors ?? [])
  return told.length === 0 ? t('slot.notStated') : told.join(', ')
}
