import { MEANS, type Means } from '@sijil/core/model/claim.js'
import { GRADES, type Grade } from '@sijil/core/model/incident.js'

/** What the lists, the map and the timeline narrow by; the whole of it stands in the address. */
export interface IncidentSearch {
  readonly search?: string
  readonly from?: string
  readonly to?: string
  readonly place?: string
  readonly actor?: string
  readonly means?: Means
  readonly grade?: Grade
  readonly minKilled?: number
  readonly kind?: 'incident' | 'rollup'
  readonly sort?: 'oldest' | 'newest' | 'deadliest'
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined
const oneOf = <T extends string>(value: unknown, values: readonly T[]): T | undefined =>
  values.find((known) => known === value)
const day = (value: unknown): string | undefined => (typeof value === 'string' && DAY.test(value) ? value : undefined)

/** Reads filters from an address; what does not fit is left out. */
export const readIncidentSearch = (raw: Readonly<Record<string, unknown>>): IncidentSearch => {
  const minKilled = Number(raw.minKilled)
  return withoutGaps({
    search: word(raw.search),
    from: day(raw.from),
    to: day(raw.to),
    place: word(raw.place),
    actor: word(raw.actor),
    means: oneOf(raw.means, MEANS),
    grade: oneOf(raw.grade, GRADES),
    minKilled: Number.isInteger(minKilled) && minKilled > 0 ? minKilled : undefined,
    kind: oneOf(raw.kind, ['incident', 'rollup'] as const),
    sort: oneOf(raw.sort, ['oldest', 'newest', 'deadliest'] as const),
  })
}

type Gapped<T> = { readonly [K in keyof T]: T[K] | undefined }

/** The same without the keys that hold nothing. */
export const withoutGaps = <T extends object>(value: Gapped<T>): T =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined && held !== '')) as T

/** How many filters narrow what is shown. */
export const narrowing = ({ sort: _, ...filters }: IncidentSearch): number => Object.keys(filters).length
