import type { Claim, ClaimId, CountClaim } from '../../packages/core/src/model/claim.ts'
import type { CopyRelation } from '../../packages/core/src/model/copy.ts'
import type { DocumentId, TextId } from '../../packages/core/src/model/document.ts'
import type { ClaimPlaces, Place } from '../../packages/core/src/model/place.ts'
import { dayOf, timeRange, UNKNOWN_TIME } from '../../packages/core/src/model/time-range.ts'
import type { Layers } from '../../packages/core/src/pipeline/layers.ts'
import { documentOf } from '../../packages/core/src/testing/gold-claims.ts'
import type { Report, Told } from './reports.ts'
import type { Village, World } from './world.ts'

export type WorldLayers = Pick<Layers, 'documents' | 'copies' | 'passages' | 'claims' | 'places' | 'judgements'>

const MAKER = { by: 'world', version: '1' }
const WIDTH = 100

/** The reports as the stages before linking would have read them. */
export const toLayers = (world: World, reports: readonly Report[]): WorldLayers => {
  const villages = new Map(
    world.villages.flatMap((village) => village.spellings.map((name) => [name, village] as const)),
  )
  const told = reports.flatMap((report) => report.told.map((one, i) => ({ report, one, i })))
  return {
    documents: reports.map((report) => ({
      document: documentOf(report.id, report.outlet, dayOf(report.day)),
      text: { id: report.id as TextId, content: '' },
    })),
    copies: reports.flatMap((report): readonly CopyRelation[] =>
      report.copyOf === null
        ? []
        : [
            {
              document: report.id as DocumentId,
              of: report.copyOf as DocumentId,
              relation: 'reprint',
              containment: 1,
              why: 'the world says so',
            },
          ],
    ),
    passages: [],
    claims: told.map(({ report, one, i }) => claimOf(report, one, i)),
    places: told.map(({ report, one, i }) =>
      placesOf(
        claimId(report, i),
        world,
        one,
        villages.get(one.spelling) && (one.incident?.village ?? villages.get(one.spelling)),
      ),
    ),
    judgements: [],
  }
}

/** The id of a report's n-th number. */
export const claimId = (report: Report, i: number): ClaimId => `${report.id}.${i}` as ClaimId

const claimOf = (report: Report, one: Told, i: number): Claim => {
  const at = { start: i * WIDTH, end: i * WIDTH + WIDTH / 2 }
  const claim: CountClaim = {
    ...at,
    id: claimId(report, i),
    document: report.id as DocumentId,
    kind: 'casualty',
    quote: '',
    metric: one.metric,
    count: {
      low: one.number,
      high: one.atLeast ? null : one.number,
      hedge: one.atLeast ? 'at_least' : 'exact',
      vague: null,
      unit: 'person',
      each: false,
    },
    status: 'civilian',
    groups: one.children === null ? {} : { children: { low: one.children, high: one.children } },
    scope: one.scope === 'toll' ? 'cumulative' : one.scope,
    partOf: one.partOf === null ? null : claimId(report, one.partOf),
    relation: one.partOf === null ? null : 'part',
    restates: null,
    places: [
      {
        ...at,
        text: one.spelling,
        certainty: 'stated',
        kind: one.spelling.includes(' District ') ? 'admin' : 'settlement',
        within: [],
      },
    ],
    time:
      one.scope === 'toll'
        ? UNKNOWN_TIME
        : timeRange(one.day === null ? null : dayOf(one.day), dayOf(one.day ?? report.day)),
    means: one.means,
    actors: one.party === null ? [] : [{ ...at, text: one.party, certainty: 'stated' }],
    sources: one.source === null ? [] : [{ ...at, text: one.source.name, certainty: 'stated', type: one.source.type }],
    slots: {},
    confidence: 1,
    rule: 'world',
    maker: MAKER,
  }
  return claim
}

const placesOf = (claim: ClaimId, world: World, one: Told, village: Village | undefined): ClaimPlaces => {
  if (village === undefined) return { claim, places: [districtOf(world, one.spelling, one.spelling)] }
  return {
    claim,
    places: [
      village.mapped ? pointOf(world, village, one.spelling) : districtOf(world, village.district, one.spelling),
    ],
  }
}

const pointOf = (world: World, village: Village, text: string): Place => ({
  kind: 'place',
  text,
  name: village.name,
  lat: village.lat,
  lon: village.lon,
  precision: 1,
  radius: 2_000,
  country: world.country,
  admin1: village.district,
  pcode: null,
  gazetteerId: village.id,
  gazetteer: 'world',
  runnersUp: [],
})

const districtOf = (world: World, district: string, text: string): Place => {
  const n = Number(district.split(' ').at(-1)) - 1
  return {
    kind: 'place',
    text,
    name: district,
    lat: 10 + 0.9 * (Math.floor(n / 4) + 0.5),
    lon: 20 + 0.9 * ((n % 4) + 0.5),
    precision: 4,
    radius: 60_000,
    country: world.country,
    admin1: district,
    pcode: null,
    gazetteerId: `${world.country}:d${n}`,
    gazetteer: 'world',
    runnersUp: [],
  }
}
