import { type Claim, isCountClaim } from '../../model/claim.ts'
import type { ClaimPlaces } from '../../model/place.ts'
import { NO_ORGANISATIONS, type Organisations } from '../../origins/organisations.ts'
import type { ClaimLink, Layers } from '../../pipeline/layers.ts'
import type { Stage } from '../../pipeline/stage.ts'
import { type Decisions, decisionsOf } from './constraints.ts'
import { followersOf } from './followers.ts'
import { type Item, itemsOf } from './item.ts'
import { linkDocument, type Report } from './link-document.ts'
import { featuresAcross, linkReports, type Reuse } from './link-reports.ts'
import { logOdds } from './log-odds.ts'
import { tiesOf } from './tied-groups.ts'
import { ACROSS, WITHIN } from './weights.ts'
import { whyOf } from './why.ts'

type Needs = 'documents' | 'copies' | 'passages' | 'claims' | 'places' | 'judgements'

/**
 * Ties claims to incidents. Claims of one document are grouped first, then what different documents say. Tolls, forecasts
 * and denials are never linked. The result depends on the set of claims, not on their order.
 */
export const linkStage: Stage<Needs, 'links'> = {
  name: 'link',
  version: '1',
  needs: ['documents', 'copies', 'passages', 'claims', 'places', 'judgements'],
  adds: ['links'],
  run: (layers, context) => ({ links: linkClaims(layers, context.organisations ?? NO_ORGANISATIONS) }),
}

/** The links of a set of claims. */
export const linkClaims = (
  layers: Pick<Layers, 'copies' | 'passages' | 'claims' | 'places' | 'judgements'>,
  organisations: Organisations,
): readonly ClaimLink[] => {
  const { reports, decisions } = reportsOf(layers, organisations)
  const reuse = reuseOf(layers.passages)
  const leaders = followersOf(reports, layers, decisions)
  const followers = new Map<Report, Report[]>()
  for (const [report, leader] of leaders) followers.set(leader, [...(followers.get(leader) ?? []), report])
  const leading = reports.filter((report) => !leaders.has(report))
  return linkReports(leading, decisions, reuse, ACROSS)
    .flatMap((incident) =>
      linksOf(
        incident,
        incident.flatMap((report) => followers.get(report) ?? []),
        reuse,
      ),
    )
    .sort(byClaim)
}

/**
 * Pairs of documents that are tied by what they say of one incident, one of them among `of`; enough of the pairs to tell
 * which must be linked together. Copies, judgements and links that stand tie documents besides.
 */
export const tiedDocuments = (
  layers: Pick<Layers, 'passages' | 'claims' | 'places' | 'judgements'>,
  organisations: Organisations,
  of: ReadonlySet<string>,
): readonly (readonly [string, string])[] => {
  const { reports } = reportsOf(layers, organisations)
  const reuse = reuseOf(layers.passages)
  const home = (i: number) => reports[i]?.items[0]?.document ?? ''
  const score = (i: number, j: number) => {
    const [a, b] = [reports[i], reports[j]]
    return a === undefined || b === undefined ? Number.NEGATIVE_INFINITY : logOdds(featuresAcross(a, b, reuse), ACROSS)
  }
  const asked = new Set(reports.flatMap((_, i) => (of.has(home(i)) ? [i] : [])))
  return tiesOf(reports, score, asked).map(([i, j]) => [home(i), home(j)] as const)
}

/** What each document says of each incident, and what people decided of it. */
const reportsOf = (
  layers: Pick<Layers, 'claims' | 'places' | 'judgements'>,
  organisations: Organisations,
): { readonly reports: readonly Report[]; readonly decisions: Decisions } => {
  const located = new Map<string, ClaimPlaces>(layers.places.map((places) => [places.claim, places]))
  const items = layers.claims.flatMap((claim) => itemsOf(claim, located.get(claim.id)))
  const decisions = decisionsOf(layers.judgements, items)
  const reports = [...byDocument(items).values()].flatMap((own) => linkDocument(own, decisions, organisations, WITHIN))
  return { reports, decisions }
}

const byDocument = (items: readonly Item[]): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(item.document)
    if (group === undefined) groups.set(item.document, [item])
    else group.push(item)
  }
  return groups
}

const reuseOf = (passages: Layers['passages']): Reuse => {
  const reuse = new Map<string, Layers['passages'][number][]>()
  for (const passage of passages) {
    const own = reuse.get(passage.document)
    if (own === undefined) reuse.set(passage.document, [passage])
    else own.push(passage)
  }
  return reuse
}

const linksOf = (reports: readonly Report[], followers: readonly Report[], reuse: Reuse): readonly ClaimLink[] => {
  const incident = [...reports, ...followers].map((report) => report.key).sort()[0] ?? ''
  const kind: ClaimLink['kind'] = reports.every((report) => report.profile.kind === 'rollup') ? 'rollup' : 'incident'
  const linked = (report: Report, why: (item: Item) => string) =>
    report.items.map((item) => ({
      claim: item.claim.id,
      place: item.place,
      kind,
      incident,
      ...boundsOf(item.claim),
      why: why(item),
    }))
  return [
    ...reports.flatMap((report) => linked(report, (item) => whyOf(item, report, reports, reuse))),
    ...followers.flatMap((report) => linked(report, () => REPEATED)),
  ]
}

const REPEATED = "repeats an earlier report's words, and goes where that goes"

const boundsOf = (claim: Claim): { readonly low: number | null; readonly high: number | null } =>
  isCountClaim(claim) ? { low: claim.count.low, high: claim.count.high } : { low: null, high: null }

const byClaim = (a: ClaimLink, b: ClaimLink): number =>
  a.claim === b.claim ? (a.place ?? -1) - (b.place ?? -1) : a.claim < b.claim ? -1 : 1
