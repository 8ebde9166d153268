import type { AddedClaim } from '../../contract/review-values.ts'
import { type CountClaim, claimIdOf } from '../../model/claim.ts'
import type { DocumentId } from '../../model/document.ts'
import type { Place } from '../../model/place.ts'
import { personMaker } from '../../model/review.ts'
import type { ClaimValues } from '../../model/review-values.ts'
import type { Span } from '../../model/span.ts'
import { timeRange } from '../../model/time-range.ts'
import { readClaimValue, type ValueFrame } from './read-claim-value.ts'

/** A claim that a person adds, and where it lies. */
export interface MadeClaim {
  readonly claim: CountClaim
  readonly places: readonly (Place | null)[]
}

/**
 * A claim from the fields that a person gives. What is left out is unknown; the scope is one incident. Throws a ZodError
 * where a field has another shape.
 */
export const makeClaim = (
  added: AddedClaim,
  { document, by, span, ...frame }: { readonly document: DocumentId; readonly by: string } & ValueFrame,
): MadeClaim => {
  const whole: ValueFrame = { ...frame, span }
  const read = <F extends keyof ClaimValues>(field: F, sent: unknown): ClaimValues[F] =>
    readClaimValue(field, sent, whole) as ClaimValues[F]
  const metric = read('metric', added.metric)
  const count = read('count', added.count)
  const places = read('places', added.places ?? [])
  const time = read('time', added.time ?? { from: null, to: null })
  const part = read('part', added.part ?? { of: null, relation: null })
  const maker = personMaker(by)
  const says = JSON.stringify([metric, count.low, count.high, added.scope ?? 'incident'])
  const claim: CountClaim = {
    kind: metric === 'displaced' ? 'displacement' : 'casualty',
    id: claimIdOf(document, span, says, maker),
    document,
    ...bounds(span),
    quote: frame.text.slice(span.start, span.end),
    metric,
    count,
    status: added.status ?? 'unknown',
    groups: read('groups', added.groups ?? {}),
    scope: added.scope ?? 'incident',
    partOf: part.of,
    relation: part.relation,
    restates: null,
    places: places.map(({ mention }) => mention),
    time: timeRange(time.earliest, time.latest),
    means: added.means ?? null,
    actors: read('actors', added.actors ?? []),
    sources: read('sources', added.sources ?? []),
    slots: Object.fromEntries(GIVEN.flatMap((slot) => (added[slot] === undefined ? [] : [[slot, SURE]]))),
    confidence: 1,
    rule: 'added-by-a-person',
    maker,
  }
  return { claim, places: places.map(({ place }) => place) }
}

const bounds = ({ start, end }: Span): Span => ({ start, end })
const SURE = { certainty: 'stated', confidence: 1 } as const
const GIVEN = ['count', 'status', 'scope', 'places', 'time', 'means', 'actors', 'sources'] as const
