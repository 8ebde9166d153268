import { type Claim, isCountClaim, type Slot, type SlotName } from '../../model/claim.ts'
import type { ClaimPlaces } from '../../model/place.ts'
import type { ClaimField, Review } from '../../model/review.ts'
import type { ClaimValues } from '../../model/review-values.ts'
import { timeRange } from '../../model/time-range.ts'

/** A claim, and where it lies. */
export interface PlacedClaim {
  readonly claim: Claim
  readonly places: ClaimPlaces | undefined
}

/** A claim with the reviews that hold for it. Fields that the claim does not have (a strike's number) stay away. */
export const claimWith = (claim: Claim, places: ClaimPlaces | undefined, reviews: readonly Review[]): PlacedClaim =>
  reviews.reduce<PlacedClaim>(
    (sofar, review) => {
      if (review.field === 'claim') return sofar
      const value = review.decision === 'reject' ? REJECTED[review.field as keyof ClaimValues] : review.value
      return value === undefined ? sofar : SETTERS[review.field as keyof ClaimValues](sofar, value as never)
    },
    { claim, places },
  )

/** What a field is when a person rejects it and gives nothing better. A metric and a scope can only be corrected. */
const REJECTED: Readonly<Partial<ClaimValues>> = {
  count: { low: null, high: null, hedge: 'vague', vague: null, unit: 'person', each: false },
  status: 'unknown',
  groups: {},
  places: [],
  time: { earliest: null, latest: null },
  means: null,
  actors: [],
  sources: [],
  part: { of: null, relation: null },
  restates: null,
}

/** Whether a person may reject the field without saying what is right. */
export const isRejectable = (field: ClaimField): boolean => field === 'claim' || field in REJECTED

type Setters = {
  readonly [Field in keyof ClaimValues]: (placed: PlacedClaim, value: ClaimValues[Field]) => PlacedClaim
}

const SETTERS: Setters = {
  metric: (placed, metric) =>
    counted(placed, { metric, kind: metric === 'displaced' ? 'displacement' : 'casualty' }, null),
  count: (placed, count) => counted(placed, { count }, 'count'),
  status: (placed, status) => counted(placed, { status }, 'status'),
  groups: (placed, groups) => counted(placed, { groups }, null),
  scope: (placed, scope) => counted(placed, { scope }, 'scope'),
  part: (placed, { of, relation }) => counted(placed, { partOf: of, relation }, null),
  restates: (placed, restates) => counted(placed, { restates }, null),
  time: (placed, { earliest, latest }) => changed(placed, { time: timeRange(earliest, latest) }, 'time'),
  means: (placed, means) => changed(placed, { means }, 'means'),
  actors: (placed, actors) => changed(placed, { actors }, 'actors'),
  sources: (placed, sources) => changed(placed, { sources }, 'sources'),
  places: (placed, places) => ({
    claim: changed(placed, { places: places.map(({ mention }) => mention) }, 'places').claim,
    places: { claim: placed.claim.id, places: places.map(({ place }) => place) },
  }),
}

/** A person's word is sure. */
const SURE: Slot = { certainty: 'stated', confidence: 1 }

const changed = ({ claim, places }: PlacedClaim, fields: Partial<Claim>, slot: SlotName | null): PlacedClaim => ({
  claim: { ...claim, ...fields, slots: slot === null ? claim.slots : { ...claim.slots, [slot]: SURE } } as Claim,
  places,
})

const counted = (placed: PlacedClaim, fields: Partial<Claim>, slot: SlotName | null): PlacedClaim =>
  isCountClaim(placed.claim) ? changed(placed, fields, slot) : placed
