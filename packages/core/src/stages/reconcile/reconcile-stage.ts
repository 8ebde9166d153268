import { isCountClaim } from '../../model/claim.ts'
import { NO_ORGANISATIONS } from '../../origins/organisations.ts'
import type { Stage } from '../../pipeline/stage.ts'
import { piecesByTotal } from './checks/breakdown.ts'
import { foldIncident } from './fold-incident.ts'
import { evidenceOf } from './gather.ts'
import { partOfEdges } from './part-of.ts'
import { DEFAULT_POLICY } from './policies/policies.ts'
import { groups } from './votes.ts'

type Needs = 'documents' | 'copies' | 'passages' | 'claims' | 'places' | 'links'

/** Folds incidents and roll-ups, with their figures, checks and grades, from linked claims. */
export const reconcileStage: Stage<Needs, 'incidents'> = {
  name: 'reconcile',
  version: '1',
  needs: ['documents', 'copies', 'passages', 'claims', 'places', 'links'],
  adds: ['incidents'],
  run: (layers, context) => {
    const organisations = context.organisations ?? NO_ORGANISATIONS
    const evidence = evidenceOf(layers, context)
    const pieces = piecesByTotal(evidence)
    const edges = partOfEdges(layers.claims.filter(isCountClaim), layers.links)
    const links = groups(layers.links, (link) => link.incident)
    const located = new Map(layers.places.map((places) => [places.claim, places]))
    const incidents = evidence.map((one) =>
      foldIncident(one, {
        organisations,
        pieces,
        located,
        links: links.get(one.code) ?? [],
        partOf: edges.get(one.code) ?? [],
        policy: DEFAULT_POLICY,
      }),
    )
    return { incidents }
  },
}
