import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import { isQuarantined, SCOPES } from '@sijil/core/model/claim.js'
import type { Store } from '../store/open-store.ts'
import { pagesOfClaims } from './list-claims.ts'

/** The claims in quarantine: tolls over a long time, forecasts and denials. None of them is in any incident. */
export async function* listTolls(store: Store): AsyncGenerator<ClaimRecord> {
  yield* pagesOfClaims(store, { scopes: SCOPES.filter(isQuarantined) })
}
