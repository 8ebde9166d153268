import { type IncidentRecord, toIncidentRecord } from '@sijil/core/contract/incident-record.js'
import { contentId } from '@sijil/core/model/hash.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Judgement, JudgementId } from '@sijil/core/model/judgement.js'
import { NO_ORGANISATIONS } from '@sijil/core/origins/organisations.js'
import { resolveJudgements } from '@sijil/core/stages/link/codes.js'
import { nothingToSplit } from '../problems/record.ts'
import { loadContext } from '../sources/load-context.ts'
import { withOrganisations } from '../sources/stored-organisations.ts'
import type { Store } from '../store/open-store.ts'
import { documentNames } from '../store/queries/documents.ts'
import { incidentsByCode } from '../store/queries/incidents.ts'
import { findCodes } from '../store/queries/linking.ts'
import { foldRecord, knownCodes, loadEvidence } from './fold-record.ts'
import { documentsOfSides } from './judge.ts'
import { neighbourhoodsOf } from './neighbourhoods.ts'
import { standingCode } from './show-incident.ts'

/** What somebody thinks of judging: two incidents, or the claims that would leave one. */
export type Intended =
  | { readonly left: string; readonly right: string; readonly verdict: 'same' | 'different' }
  | { readonly code: string; readonly claims: readonly string[] }

/** The incidents that a judgement is about, as they stand and as they would be, and the documents behind them. */
export interface Preview {
  readonly before: IncidentRecord[]
  readonly after: IncidentRecord[]
  readonly documents: readonly string[]
}

/**
 * Folds the record as a judgement would leave it, and keeps nothing. What rests on a document that `reader` may not read is
 * left out, as everywhere. Throws a Problem for a code that was never given, or that `reader` does not see, and for a split
 * that would leave nothing on one side.
 */
export const previewJudgement = async (
  store: Store,
  reader: Store,
  intended: Intended,
  at: string,
): Promise<Preview> => {
  const { before, after } = await previewed(store, reader, intended, at)
  const documents = [...new Set([...before, ...after].flatMap((incident) => incident.documents))]
  const names = await documentNames(reader.db, documents)
  const shown = (incidents: readonly Incident[]) =>
    incidents
      .filter((incident) => incident.documents.every((id) => names.has(id)))
      .map((incident) => toIncidentRecord(incident, names))
  return { before: shown(before), after: shown(after), documents }
}

const previewed = async (store: Store, reader: Store, intended: Intended, at: string) => {
  const codes = 'code' in intended ? [intended.code] : [intended.left, intended.right]
  const standing = [...new Set(await Promise.all(codes.map((code) => standingCode(reader, code))))]
  const before = await incidentsByCode(store.db, standing)
  const pairs = pairsOf(intended, before)
  const context = await withOrganisations(store, await loadContext({ today: at.slice(0, 10), gazetteers: [] }))
  const sides = await documentsOfSides(store.db, [...standing, ...pairs.flat()])
  const around = await neighbourhoodsOf(store.db, sides, context.organisations ?? NO_ORGANISATIONS)
  const evidence = await loadEvidence(store.db, [...new Set(around.flatMap(({ documents }) => documents))])
  const verdict = 'code' in intended ? 'different' : intended.verdict
  const made = pairs.map(([left, right]) => judgementOf(left, right, verdict, at))
  const judgements = [...evidence.judgements, ...resolveJudgements(made, await findCodes(store.db, pairs.flat()))]
  const { incidents } = foldRecord({ ...evidence, judgements }, await knownCodes(store.db, evidence), context)
  const own = new Set<string>(before.flatMap(({ claims }) => claims))
  const kinds = new Set(before.map(({ kind }) => kind))
  return { before, after: incidents.filter(({ kind, claims }) => kinds.has(kind) && claims.some((id) => own.has(id))) }
}

type Pair = readonly [string, string]

const pairsOf = (intended: Intended, [incident]: readonly Incident[]): readonly Pair[] => {
  if (!('code' in intended)) return [[intended.left, intended.right]]
  const parted = new Set(intended.claims)
  const rest = incident?.claims.filter((claim) => !parted.has(claim)) ?? []
  const foreign = intended.claims.find((claim) => !incident?.claims.some((own) => own === claim))
  if (foreign !== undefined) throw nothingToSplit(intended.code, `the claim ${foreign} is not in it`)
  if (rest.length === 0) throw nothingToSplit(intended.code, 'no claim would be left on one side')
  return [...parted].flatMap((left) => rest.map((right): Pair => [left, right]))
}

const judgementOf = (left: string, right: string, verdict: Judgement['verdict'], at: string): Judgement => ({
  kind: 'judgement',
  id: contentId('judgement', 'preview', left, right, verdict) as JudgementId,
  left,
  right,
  verdict,
  by: '',
  reason: '',
  at,
  withdrawn: null,
})
