import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { AddClaimRequest, ClaimReviewRequest } from '@sijil/core/contract/review-record.js'
import {
  GROUPS,
  type Group,
  type Means,
  type Metric,
  type Scope,
  type SourceType,
  type Status,
} from '@sijil/core/model/claim.js'
import { isCount } from '../../lib/is-count.ts'

/** A place of the gazetteers that a person chose for a spelling. */
export interface FoundPlace {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly country: string
  readonly admin1: string | null
}

/** A claim as a person fills it in: words and numbers as typed. */
export interface ClaimForm {
  readonly metric: Metric
  readonly low: string
  readonly high: string
  readonly vague: string
  readonly status: Status
  readonly scope: Scope
  readonly groups: Readonly<Partial<Record<Group, string>>>
  readonly places: string
  /** What the spellings mean, where somebody looked it up. */
  readonly found: Readonly<Record<string, FoundPlace>>
  readonly from: string
  readonly to: string
  readonly means: Means | ''
  readonly actors: string
  readonly sources: readonly { readonly text: string; readonly type: SourceType }[]
}

export const EMPTY_FORM: ClaimForm = {
  metric: 'killed',
  low: '',
  high: '',
  vague: '',
  status: 'unknown',
  scope: 'incident',
  groups: {},
  places: '',
  found: {},
  from: '',
  to: '',
  means: '',
  actors: '',
  sources: [],
}

const typed = (n: number | null): string => (n === null ? '' : String(n))

export const formOf = (claim: ClaimRecord): ClaimForm => {
  const counts = isCount(claim)
  return {
    ...EMPTY_FORM,
    ...(counts
      ? {
          metric: claim.metric,
          low: typed(claim.low),
          high: typed(claim.high),
          vague: claim.vague ?? '',
          status: claim.status,
          scope: claim.scope,
          groups: Object.fromEntries(Object.entries(claim.groups).map(([group, [low]]) => [group, typed(low)])),
        }
      : {}),
    places: claim.places.join('; '),
    from: claim.from ?? '',
    to: claim.to ?? '',
    means: claim.means ?? '',
    actors: claim.actors.join('; '),
    sources: claim.attribution,
  }
}

const count = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : null)
export const list = (text: string): string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)

/** Whether the numbers can be written: a number or a vague word, and the low one not above the high. */
export const isCountable = ({ low, high, vague }: ClaimForm): boolean => {
  const [from, to] = [count(low), count(high)]
  if (from === null && to === null) return vague.trim() !== ''
  return from === null || to === null || from <= to
}

/** The form's values in the shapes that the server takes. */
export const valuesOf = (form: ClaimForm): Omit<AddClaimRequest, 'doc' | 'reason'> => ({
  metric: form.metric,
  count: {
    low: count(form.low),
    high: count(form.high),
    ...(form.vague.trim() === '' ? {} : { vague: form.vague.trim() }),
  },
  status: form.status,
  scope: form.scope,
  groups: Object.fromEntries(
    GROUPS.filter((group) => form.groups[group] !== undefined).map((group) => {
      const n = count(form.groups[group] ?? '')
      return [group, [n, n]]
    }),
  ),
  places: list(form.places).map((text) => ({ text, ...form.found[text] })),
  time: { from: form.from || null, to: form.to || null },
  means: form.means === '' ? null : form.means,
  actors: list(form.actors),
  sources: form.sources.filter(({ text }) => text.trim() !== '').map(({ text, type }) => ({ text: text.trim(), type })),
})

type Field = ClaimReviewRequest['field']
const FIELDS = [
  'metric',
  'count',
  'status',
  'scope',
  'groups',
  'places',
  'time',
  'means',
  'actors',
  'sources',
] as const satisfies readonly Field[]

/** What differs between two forms, field by field, as the server takes it. */
export const changedFields = (
  before: ClaimForm,
  after: ClaimForm,
): readonly { readonly field: Field; readonly value: unknown }[] => {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  return FIELDS.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field])).map((field) => ({
    field,
    value: now[field],
  }))
}
