import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { Store } from '../store/open-store.ts'
import { documentsById } from '../store/queries/documents.ts'
import { listClaims } from './list-claims.ts'

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

/** Claims that feed incidents and that nobody reviewed, by how likely they are wrong times how much they move. */
export async function* reviewQueue(store: Store): AsyncGenerator<QueuedClaim> {
  const waiting: { readonly claim: ClaimRecord; readonly doubt: number; readonly weight: number }[] = []
  for await (const claim of listClaims(store, { scope: 'incident' }))
    if ((claim.reviews ?? []).length === 0 && claim.rejected !== true && claim.incidents.length > 0)
      waiting.push({ claim, doubt: doubtOf(claim), weight: weightOf(claim) })
  waiting.sort((a, b) => b.doubt * b.weight - a.doubt * a.weight || (a.claim.id < b.claim.id ? -1 : 1))
  for (let at = 0; at < waiting.length; at += TOGETHER) {
    const some = waiting.slice(at, at + TOGETHER)
    const documents = await documentsById(
      store.db,
      some.map(({ claim }) => claim.document),
    )
    for (const { claim, doubt, weight } of some) {
      const { outlet = null, published = null } = documents.get(claim.document) ?? {}
      yield { claim, doubt, weight, document: { id: claim.document, doc: claim.doc, outlet, published } }
    }
  }
}

const TOGETHER = 200

const doubtOf = ({ confidence, slots }: ClaimRecord): number =>
  1 - Math.min(confidence, ...Object.values(slots).map((slot) => slot.confidence))

/** The most that its incidents take of it; an open number counts by its low bound. */
const weightOf = ({ incidents }: ClaimRecord): number =>
  Math.max(1, ...incidents.map(({ low, high }) => Math.max(low ?? 0, high ?? 0)))
