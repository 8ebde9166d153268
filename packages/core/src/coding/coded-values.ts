import type { ClaimRecord } from '../contract/claim-record.ts'
import type { CodedField, CodedValues } from '../contract/coding-record.ts'

/** What the machine read, in the shapes in which people code. */
export const codedValuesOf = (claim: ClaimRecord): CodedValues => ({
  ...('metric' in claim
    ? {
        metric: claim.metric,
        count: { low: claim.low, high: claim.high, ...(claim.vague === null ? {} : { vague: claim.vague }) },
        status: claim.status,
        groups: claim.groups,
        scope: claim.scope,
      }
    : {}),
  places: claim.places.map((text) => ({ text })),
  time: { from: claim.from, to: claim.to },
  means: claim.means,
  actors: claim.actors,
  sources: claim.attribution,
})

const word = (text: string): string => text.trim().toLocaleLowerCase('en')
const words = (texts: readonly string[]): readonly string[] => texts.map(word).sort()

/** A value by which two coders' answers are the same or not: neither order nor capitals make them differ. */
export const keyOf = (field: CodedField, values: CodedValues): string => JSON.stringify(plain(field, values))

const plain = (field: CodedField, values: CodedValues): unknown => {
  if (field === 'places') return words((values.places ?? []).map(({ text }) => text))
  if (field === 'actors') return words(values.actors ?? [])
  if (field === 'sources') return (values.sources ?? []).map(({ text, type }) => [word(text), type])
  if (field === 'time') return [values.time?.from ?? null, values.time?.to ?? null]
  if (field === 'groups') return Object.entries(values.groups ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  if (field === 'count') {
    const { low = null, high = null, vague = null } = values.count ?? {}
    return [low, high, vague === null || low !== null || high !== null ? null : word(vague)]
  }
  return values[field] ?? null
}
