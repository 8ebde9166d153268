import type {
  Claim,
  ClaimId,
  Groups,
  Means,
  Metric,
  PlaceMention,
  Scope,
  SourceMention,
  SourceType,
  Status,
} from '../model/claim.ts'
import type { Hedge } from '../model/count.ts'
import type { Document, DocumentId } from '../model/document.ts'
import type { TimeRange } from '../model/time-range.ts'
import { timeRange } from '../model/time-range.ts'
import type { Organisations } from '../origins/organisations.ts'

/** A line of a file of claims coded by hand. */
export interface GoldClaim {
  readonly doc: string
  readonly id: string
  readonly kind?: Claim['kind']
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly metric?: Metric
  readonly low?: number | null
  readonly high?: number | null
  readonly hedge?: Hedge
  readonly vague?: string
  readonly unit?: 'person' | 'family'
  readonly each?: boolean
  readonly status?: Status
  readonly groups?: Readonly<Record<string, readonly [number | null, number | null]>>
  readonly scope?: Scope
  readonly partOf?: string | null
  readonly relation?: 'part' | 'subset' | null
  readonly action?: string
  readonly places?: readonly string[]
  readonly from?: string | null
  readonly to?: string | null
  readonly means?: Means | null
  readonly actors?: readonly string[]
  readonly sources?: readonly string[]
}

/** What the lines do not say: the kind of a named place. */
export type KindOf = (text: string) => PlaceMention['kind']

const MAKER = { by: 'gold', version: '1' }

/** Claims as the engine has them from lines coded by hand; ids are kept, so that results can be scored. */
export const claimsFromGold = (
  lines: readonly GoldClaim[],
  organisations: Organisations,
  kindOf: KindOf = () => 'unknown',
): readonly Claim[] => lines.map((line, i) => claimFromGold(line, lines.slice(0, i), organisations, kindOf))

const claimFromGold = (
  line: GoldClaim,
  before: readonly GoldClaim[],
  organisations: Organisations,
  kindOf: KindOf,
): Claim => {
  const at = { start: line.start, end: line.end }
  const base = {
    ...at,
    id: line.id as ClaimId,
    document: line.doc as DocumentId,
    quote: line.quote,
    places: (line.places ?? []).map((text) => ({
      ...at,
      text,
      certainty: 'stated' as const,
      kind: kindOf(text),
      within: [],
    })),
    time: timeOf(line),
    means: line.means ?? null,
    actors: (line.actors ?? []).map((text) => ({ ...at, text, certainty: 'stated' as const })),
    sources: (line.sources ?? []).map((text) => sourceOf(text, at, organisations)),
    slots: {},
    confidence: 1,
    rule: 'gold',
    maker: MAKER,
  }
  const kind = line.kind ?? (line.metric === 'displaced' ? 'displacement' : 'casualty')
  if (kind !== 'casualty' && kind !== 'displacement') return { ...base, kind, action: line.action ?? null }
  return {
    ...base,
    kind,
    metric: line.metric ?? 'killed',
    count: {
      low: line.low ?? null,
      high: line.high ?? null,
      hedge: line.hedge ?? 'exact',
      vague: line.vague ?? null,
      unit: line.unit ?? 'person',
      each: line.each ?? false,
    },
    status: line.status ?? 'unknown',
    groups: groupsOf(line),
    scope: line.scope ?? 'incident',
    partOf: (line.partOf ?? null) as ClaimId | null,
    relation: line.relation ?? null,
    restates: (restated(line, before)?.id ?? null) as ClaimId | null,
  }
}

const timeOf = (line: GoldClaim): TimeRange => timeRange(line.from ?? null, line.to ?? null)

const groupsOf = (line: GoldClaim): Groups =>
  Object.fromEntries(Object.entries(line.groups ?? {}).map(([group, [low, high]]) => [group, { low, high }]))

/** The rule of the codebook: same document, metric and bounds, about the same harm as far as scope, days and places say. */
const restated = (line: GoldClaim, before: readonly GoldClaim[]): GoldClaim | undefined =>
  before.find(
    (other) =>
      other.doc === line.doc &&
      other.metric === line.metric &&
      other.low === line.low &&
      other.high === line.high &&
      line.low !== null &&
      other.scope === line.scope &&
      other.from === line.from &&
      other.to === line.to &&
      JSON.stringify(other.places) === JSON.stringify(line.places),
  )

const sourceOf = (text: string, at: { start: number; end: number }, organisations: Organisations): SourceMention => ({
  ...at,
  text,
  certainty: 'stated',
  type: typeOf(text, organisations),
})

const typeOf = (text: string, organisations: Organisations): SourceType => {
  const known = organisations.find(text)
  if (known !== null) return known.type === 'party' ? 'belligerent' : known.type
  if (/\bmonitor/i.test(text)) return 'monitor'
  return /\p{Lu}/u.test(text) ? 'other' : 'unnamed'
}

/** A document of that name, with nothing known but its outlet and day. */
export const documentOf = (doc: string, outlet: string | null, published: string | null): Document => ({
  kind: 'document',
  id: doc as DocumentId,
  text: doc as Document['text'],
  doc,
  outlet,
  agency: null,
  url: null,
  title: null,
  published,
  publishedFrom: published === null ? null : 'metadata',
  updated: null,
  language: 'en',
  mediaType: 'text/plain',
  rawSha256: doc,
  zones: [],
  warnings: [],
  supersedes: null,
})
