import { METRICS } from '@sijil/core/model/claim.js'
import { type Comparison, compare } from '@sijil/core/stages/reconcile/compare.js'
import { evidenceOf } from '@sijil/core/stages/reconcile/gather.js'
import { unknownIncident } from '../problems/record.ts'
import { loadContext } from '../sources/load-context.ts'
import { withOrganisations } from '../sources/stored-organisations.ts'
import type { Store } from '../store/open-store.ts'
import { linksOfClaims } from '../store/queries/linking.ts'
import { loadEvidence } from './fold-record.ts'
import { showIncident } from './show-incident.ts'

/** What each codebook makes of an incident's claims, metric by metric, with the rule that parts them. */
export const compareIncident = async (store: Store, code: string): Promise<readonly Comparison[]> => {
  const { incident } = await showIncident(store, code)
  const evidence = await loadEvidence(store.db, incident.documents)
  const links = (await linksOfClaims(store.db, incident.claims)).filter((link) => link.incident === incident.code)
  const context = await withOrganisations(
    store,
    await loadContext({ today: incident.time.latest ?? '1970-01-01', gazetteers: [] }),
  )
  const [own] = evidenceOf({ ...evidence, links }, context)
  if (own === undefined) throw unknownIncident(code)
  return METRICS.filter((metric) => incident.figures[metric] !== undefined).map((metric) => compare(own, metric))
}
