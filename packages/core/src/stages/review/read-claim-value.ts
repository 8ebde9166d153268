import type { z } from 'zod'
import { CLAIM_VALUES, type PlaceValue } from '../../contract/review-values.ts'
import { type Claim, type ClaimId, GROUPS, type Groups, type Mention, type PlaceMention } from '../../model/claim.ts'
import type { Count, Hedge } from '../../model/count.ts'
import type { Place } from '../../model/place.ts'
import type { ClaimField } from '../../model/review.ts'
import type { ClaimValues } from '../../model/review-values.ts'
import type { Span } from '../../model/span.ts'

/** What reading a value needs of the document that the claim stands in. */
export interface ValueFrame {
  readonly text: string
  /** The claim's passage: words are looked for near it. */
  readonly span: Span
  /** Where places lie that the person did not locate, in their order. */
  locate(mentions: readonly PlaceMention[], values: readonly PlaceValue[]): readonly (Place | null)[]
}

type Field = Exclude<ClaimField, 'claim'>
type Sent<F extends Field> = z.output<(typeof CLAIM_VALUES)[F]>

/** A value as it was sent, for a field, as the claim will have it. Throws a ZodError where the shape is another. */
export const readClaimValue = (field: Field, sent: unknown, frame: ValueFrame): unknown =>
  READERS[field](CLAIM_VALUES[field].parse(sent) as never, frame)

type Readers = { readonly [F in Field]: (sent: Sent<F>, frame: ValueFrame) => ClaimValues[F] }

const READERS: Readers = {
  metric: (metric) => metric,
  count: (count) => countOf(count),
  status: (status) => status,
  groups: (groups) => groupsOf(groups),
  scope: (scope) => scope,
  places: (places, frame) => placesOf(places, frame),
  time: ({ from, to }) => ({ earliest: from, latest: to }),
  means: (means) => means,
  actors: (actors, frame) => actors.map((text) => mentionOf(text, frame)),
  sources: (sources, frame) => sources.map(({ text, type }) => ({ ...mentionOf(text, frame), type })),
  part: ({ of, relation }) => ({ of: of as ClaimId | null, relation: of === null ? null : (relation ?? 'part') }),
  restates: (id) => id as ClaimId | null,
}

const countOf = ({ low, high, hedge, vague, unit, each }: Sent<'count'>): Count => ({
  low,
  high,
  hedge: hedge ?? hedgeOf(low, high),
  vague: vague ?? null,
  unit: unit ?? 'person',
  each: each ?? false,
})

const hedgeOf = (low: number | null, high: number | null): Hedge => {
  if (low === null) return high === null ? 'vague' : 'at_most'
  if (high === null) return 'at_least'
  return low === high ? 'exact' : 'range'
}

const groupsOf = (sent: Sent<'groups'>): Groups =>
  Object.fromEntries(
    GROUPS.flatMap((group) => {
      const bounds = sent[group]
      return bounds === undefined ? [] : [[group, { low: bounds[0], high: bounds[1] }]]
    }),
  )

const placesOf = (values: Sent<'places'>, frame: ValueFrame): ClaimValues['places'] => {
  const mentions = values.map((value) => placeMention(value, frame))
  const places = frame.locate(mentions, values)
  return mentions.map((mention, i) => ({ mention, place: places[i] ?? null }))
}

/** The words of a place as a mention. */
export const placeMention = (
  { text, kind, within }: PlaceValue,
  frame: Pick<ValueFrame, 'text' | 'span'>,
): PlaceMention => ({
  ...mentionOf(text, frame),
  kind: kind ?? 'settlement',
  within: within ?? [],
})

/** The words where they stand nearest to the claim; words that the document does not have stand at the claim. */
const mentionOf = (words: string, { text, span }: Pick<ValueFrame, 'text' | 'span'>): Mention => {
  const starts: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) starts.push(at)
  const [start] = starts.sort((a, b) => Math.abs(a - span.start) - Math.abs(b - span.start))
  return start === undefined
    ? { text: words, start: span.start, end: span.start, certainty: 'implied' }
    : { text: words, start, end: start + words.length, certainty: 'stated' }
}

/** What a claim has in a field, in the shape in which reviews keep it. */
export const claimValueAt = (claim: Claim, places: readonly (Place | null)[], field: ClaimField): unknown => {
  if (field === 'claim') return null
  if (field === 'places') return claim.places.map((mention, i) => ({ mention, place: places[i] ?? null }))
  if (field === 'time') return { earliest: claim.time.earliest, latest: claim.time.latest }
  if (field === 'means' || field === 'actors' || field === 'sources') return claim[field]
  if (!('metric' in claim)) return null
  return field === 'part' ? { of: claim.partOf, relation: claim.relation } : claim[field]
}
