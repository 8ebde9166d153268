import type { Check } from '@sijil/core/model/check.js'
import { isCountClaim } from '@sijil/core/model/claim.js'
import { groupBy } from '@sijil/core/model/group-by.js'
import type { Incident } from '@sijil/core/model/incident.js'
import { originsOf } from '@sijil/core/stages/reconcile/gather.js'
import { checkSuccessiveTolls, type SourcedToll } from '@sijil/core/stages/reconcile/successive-tolls.js'
import { loadContext } from '../sources/load-context.ts'
import { withOrganisations } from '../sources/stored-organisations.ts'
import type { Store } from '../store/open-store.ts'
import type { Ended } from '../store/queries/keyset.ts'
import { pageOfClaims } from '../store/queries/page-of-claims.ts'
import { loadEvidence } from './fold-record.ts'

const PAGE = 200

/** Successive tolls of one origin against the incidents between them, by the claim of the later one. */
export const successiveChecks = async (
  store: Store,
  incidents: readonly Incident[],
): Promise<ReadonlyMap<string, readonly Check[]>> =>
  groupBy(checkSuccessiveTolls(await sourcedTolls(store), incidents), ({ claims }) => claims[1] ?? '')

/** All tolls of the record, each with whose word it rests on and where it lies. */
const sourcedTolls = async (store: Store): Promise<readonly SourcedToll[]> => {
  const context = await withOrganisations(store, await loadContext({ today: '1970-01-01', gazetteers: [] }))
  const tolls: SourcedToll[] = []
  let after: Ended | null = null
  for (;;) {
    const page = await pageOfClaims(store.db, { scopes: ['cumulative'] }, { sort: 'oldest', after, size: PAGE })
    const last = page.at(-1)
    if (last === undefined) return tolls
    const evidence = await loadEvidence(store.db, [...new Set(page.map(({ claim }) => claim.document))])
    const origins = originsOf(evidence, context)
    const places = new Map(evidence.places.map((one) => [one.claim, one]))
    for (const { claim, rejected } of page)
      if (isCountClaim(claim) && !rejected)
        tolls.push({ claim, origin: origins.get(claim.id)?.key ?? claim.document, places: places.get(claim.id) })
    after = last.ended
  }
}
