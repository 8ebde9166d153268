import type { ClaimFilter } from '@sijil/core/contract/claim-filter.js'
import { type ClaimRecord, toClaimRecord } from '@sijil/core/contract/claim-record.js'
import { unknownDocument } from '../problems.ts'
import type { Store } from '../store/open-store.ts'
import { type ClaimsWanted, pageOfClaims } from '../store/queries/claims.ts'
import { documentsNamed } from '../store/queries/documents.ts'
import { linksOfClaims } from '../store/queries/linking.ts'
import { sharesOf } from './shares-of.ts'
import { showIncident } from './show-incident.ts'

/** The claims that a filter leaves, in the order in which they came. Throws a Problem for an unknown document or code. */
export async function* listClaims(store: Store, filter: ClaimFilter): AsyncGenerator<ClaimRecord> {
  yield* pagesOfClaims(store, await wantedBy(store, filter))
}

const wantedBy = async (store: Store, { doc, incident, metric, scope }: ClaimFilter): Promise<ClaimsWanted> => {
  const documents = doc === undefined ? undefined : await documentsNamed(store.db, doc)
  if (doc !== undefined && documents?.length === 0) throw unknownDocument(doc)
  const ids = incident === undefined ? undefined : (await showIncident(store, incident)).incident.claims
  return {
    ...(documents === undefined ? {} : { documents }),
    ...(ids === undefined ? {} : { ids }),
    ...(metric === undefined ? {} : { metric }),
    ...(scope === undefined ? {} : { scopes: [scope] }),
  }
}

const PAGE = 500

/** Claims as records, each with the incidents it feeds. */
export async function* pagesOfClaims(store: Store, wanted: ClaimsWanted): AsyncGenerator<ClaimRecord> {
  let after = 0
  for (;;) {
    const page = await pageOfClaims(store.db, wanted, after, PAGE)
    const last = page.at(-1)
    if (last === undefined) return
    const links = await linksOfClaims(
      store.db,
      page.map(({ claim }) => claim.id),
    )
    const shares = sharesOf(links)
    for (const { claim, doc } of page) yield toClaimRecord(claim, { doc, incidents: shares.get(claim.id) ?? [] })
    after = last.seq
  }
}
