import type { Claim, ClaimId, CountClaim, PlaceMention, SourceMention } from '../model/claim.ts'
import type { Document, DocumentId, TextId } from '../model/document.ts'
import type { ClaimPlaces, Place } from '../model/place.ts'
import { timeRange } from '../model/time-range.ts'
import type { ClaimLink, DocumentText } from '../pipeline/layers.ts'
import { documentOf } from './gold-claims.ts'

/** What a test says of a claim; everything else is plain. */
export interface ClaimSketch {
  readonly id: string
  readonly document: string
  readonly killed?: number
  readonly bounds?: readonly [number | null, number | null]
  readonly place?: string
  readonly day?: string
  readonly source?: string
  readonly sourceType?: SourceMention['type']
  readonly actor?: string
  readonly more?: Partial<CountClaim>
}

/** A claim of a number killed, for tests. */
export const sketchClaim = (sketch: ClaimSketch): CountClaim => {
  const at = { start: 0, end: 10 }
  const [low, high] = sketch.bounds ?? [sketch.killed ?? 1, sketch.killed ?? 1]
  const mention: PlaceMention = { ...at, text: sketch.place ?? '', certainty: 'stated', kind: 'settlement', within: [] }
  return {
    ...at,
    id: sketch.id as ClaimId,
    document: sketch.document as DocumentId,
    kind: 'casualty',
    quote: '',
    metric: 'killed',
    count: { low, high, hedge: high === null ? 'at_least' : 'exact', vague: null, unit: 'person', each: false },
    status: 'unknown',
    groups: {},
    scope: 'incident',
    partOf: null,
    relation: null,
    restates: null,
    places: sketch.place === undefined ? [] : [mention],
    time: timeRange(sketch.day ?? '2024-03-12', sketch.day ?? '2024-03-12'),
    means: null,
    actors: sketch.actor === undefined ? [] : [{ ...at, text: sketch.actor, certainty: 'stated' }],
    sources:
      sketch.source === undefined
        ? []
        : [{ ...at, text: sketch.source, certainty: 'stated', type: sketch.sourceType ?? 'other' }],
    slots: {},
    confidence: 1,
    rule: 'test',
    maker: { by: 'test', version: '1' },
    ...sketch.more,
  }
}

/** Documents of these names with no words; `published` by name. */
export const sketchDocuments = (
  names: readonly string[],
  published: Readonly<Record<string, string>> = {},
): readonly DocumentText[] =>
  names.map((name) => ({
    document: documentOf(name, `Outlet of ${name}`, published[name] ?? '2024-03-13') as Document,
    text: { id: name as TextId, content: '' },
  }))

/** A place exactly located at a point of an invented country. */
export const sketchPlace = (text: string, lat: number, lon: number): Place => ({
  kind: 'place',
  text,
  name: text,
  lat,
  lon,
  precision: 1,
  radius: 2000,
  country: 'XT',
  admin1: 'North',
  pcode: null,
  gazetteerId: `test:${text}`,
  gazetteer: 'test',
  runnersUp: [],
})

/** The places of claims, all exactly where `at` says; null for names it lacks. */
export const locate = (
  claims: readonly Claim[],
  at: Readonly<Record<string, readonly [number, number]>>,
): readonly ClaimPlaces[] =>
  claims.map((claim) => ({
    claim: claim.id,
    places: claim.places.map(({ text }) => {
      const point = at[text]
      return point === undefined ? null : sketchPlace(text, point[0], point[1])
    }),
  }))

/** One person of a claim, in an incident. */
export const sketchLink = (claim: string, incident: string, place: number | null = null): ClaimLink => ({
  claim: claim as ClaimId,
  incident,
  place,
  kind: 'incident',
  low: 1,
  high: 1,
  why: '',
})
