import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { Page, PageRequest } from '@sijil/core/contract/page.js'
import type { Store } from '../store/open-store.ts'
import { documentsById } from '../store/queries/documents.ts'
import { COUNTED } from '../store/queries/keyset.ts'
import { pageOfClaims } from '../store/queries/page-of-claims.ts'
import { countQueue, pageOfQueue } from '../store/queries/queue.ts'
import { recordsOfClaims } from './find-claims.ts'
import { pageOf } from './page.ts'

/** A claim to be looked at, and why it comes where it comes. */
export interface QueuedClaim {
  readonly claim: ClaimRecord
  readonly document: {
    readonly id: string
    readonly doc: string
    readonly outlet: string | null
    readonly published: string | null
  }
  /** 1 less the confidence of its least sure field. */
  readonly doubt: number
  /** How many people it moves. */
  readonly weight: number
}

/** A page of the claims that feed incidents and that nobody reviewed, by how likely they are wrong times how much they move. */
export const reviewQueue = (store: Store, page: PageRequest): Promise<Page<QueuedClaim>> =>
  pageOf(
    {
      sort: 'queue',
      rows: ({ after, size }) => pageOfQueue(store.db, { after, size }),
      count: () => countQueue(store.db, COUNTED + 1),
      items: (rows) =>
        queued(
          store,
          rows.map(({ claim }) => claim),
        ),
    },
    page,
  )

const queued = async (store: Store, ids: readonly string[]): Promise<readonly QueuedClaim[]> => {
  const found = await pageOfClaims(store.db, { ids }, { sort: 'oldest', after: null, size: ids.length })
  const claims = new Map((await recordsOfClaims(store, found)).map((claim) => [claim.id, claim]))
  const documents = await documentsById(store.db, [...new Set(found.map(({ claim }) => claim.document))])
  return ids.flatMap((id) => {
    const claim = claims.get(id)
    if (claim === undefined) return []
    const { outlet = null, published = null } = documents.get(claim.document) ?? {}
    const document = { id: claim.document, doc: claim.doc, outlet, published }
    return [{ claim, document, doubt: doubtOf(claim), weight: weightOf(claim) }]
  })
}

const doubtOf = ({ confidence, slots }: ClaimRecord): number =>
  1 - Math.min(confidence, ...Object.values(slots).map((slot) => slot.confidence))

/** The most that its incidents take of it; an open number counts by its low bound. */
const weightOf = ({ incidents }: ClaimRecord): number =>
  Math.max(1, ...incidents.map(({ low, high }) => Math.max(low ?? 0, high ?? 0)))
