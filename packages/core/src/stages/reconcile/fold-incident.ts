import { asCheck, type Check } from '../../model/check.ts'
import { type ClaimId, isCountClaim, type Means, type Metric } from '../../model/claim.ts'
import { confirmationOf } from '../../model/confirmation.ts'
import type { Incident, MetricFigures } from '../../model/incident.ts'
import type { ClaimPlaces } from '../../model/place.ts'
import type { Organisations } from '../../origins/organisations.ts'
import type { ClaimLink } from '../../pipeline/layers.ts'
import { checkBreakdowns } from './checks/breakdown.ts'
import { checkOrigins } from './checks/contradictions.ts'
import { checkSubgroups } from './checks/subgroup.ts'
import { type CountWitness, type Evidence, hasNumber, metricsOf, type Witness } from './evidence.ts'
import { gradeOf } from './grade.ts'
import { groupFigures } from './group-figures.ts'
import { independentOrigins } from './independent-origins.ts'
import { metricFigures } from './metric-figures.ts'
import { NOTHING, type Policy } from './policies/policy.ts'
import { groups, votesOf } from './votes.ts'
import { mostSpecific, placedOf, timeOf, widest } from './where-and-when.ts'

/** What a fold needs besides the evidence itself. */
export interface FoldFrame {
  readonly organisations: Organisations
  readonly pieces: ReadonlyMap<string, readonly CountWitness[]>
  readonly located: ReadonlyMap<ClaimId, ClaimPlaces>
  readonly links: readonly ClaimLink[]
  readonly partOf: readonly string[]
  readonly policy: Policy
}

/** One incident or roll-up from its evidence. Pure, and the same whatever order the evidence came in. */
export const foldIncident = (evidence: Evidence, frame: FoldFrame): Incident => {
  const { witnesses } = evidence
  const figures = Object.fromEntries(
    [...metricsOf(evidence)].sort().map((metric) => [metric, metricFigures(evidence, metric, frame.policy)]),
  ) as Partial<Record<Metric, MetricFigures>>
  const place = placeOf(evidence, frame)
  const standing = { counted: countedOrigins(witnesses), checks: checksOf(evidence, frame) }
  return {
    kind: evidence.kind,
    code: evidence.code,
    time: timeOf(witnesses),
    place: place?.place ?? null,
    placeText: place?.mention.text ?? null,
    figures,
    groups: groupFigures(evidence, 'killed', figures.killed?.all ?? NOTHING, frame.policy),
    means: meansOf(witnesses),
    actors: [...new Set(witnesses.flatMap(({ claim }) => claim.actors.map((actor) => actor.text)))].sort(),
    claims: witnesses.map((witness) => witness.claim.id),
    documents: [...new Set(witnesses.map((witness) => witness.document.id))].sort(),
    origins: independentOrigins(witnesses.filter((witness) => isCountClaim(witness.claim))),
    grade: gradeOf(evidence, frame.organisations),
    partOf: frame.partOf,
    ...standing,
    confirmation: confirmationOf(standing),
    reviews: [],
    judgements: [],
    overruled: [],
  }
}

/** How many independent origins give a number. */
const countedOrigins = (witnesses: readonly Witness[]): number =>
  independentOrigins(witnesses.filter(({ claim, enemy }) => isCountClaim(claim) && !enemy && hasNumber(claim))).length

const placeOf = (evidence: Evidence, { located, links }: FoldFrame) => {
  const only = new Map(links.map((link) => [link.claim, link.place]))
  const pick = evidence.kind === 'rollup' ? widest : mostSpecific
  return pick(
    evidence.witnesses.flatMap((witness) =>
      placedOf(witness, located.get(witness.claim.id), only.get(witness.claim.id) ?? null),
    ),
  )
}

/** The means that claims name, the most often named first. */
const meansOf = (witnesses: readonly Witness[]): readonly Means[] => {
  const named = witnesses.flatMap(({ claim }) => claim.means ?? [])
  return [...groups(named, (means) => means).entries()]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([means]) => means)
}

const checksOf = (evidence: Evidence, { pieces }: FoldFrame): readonly Check[] => {
  const counted = evidence.witnesses.filter((witness): witness is CountWitness => isCountClaim(witness.claim))
  const findings = [
    ...checkBreakdowns(counted, pieces),
    ...checkSubgroups(counted),
    ...[...metricsOf(evidence)].sort().flatMap((metric) => checkOrigins(metric, votesOf(evidence, metric))),
  ]
  return findings.map((finding) => asCheck(finding, evidence.code))
}
