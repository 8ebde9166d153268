import { addClaim } from '../../actions/add-claim.ts'
import { claimRecordOf } from '../../actions/claim-record-of.ts'
import { documentsOfIncidents } from '../../actions/incident-documents.ts'
import { findChecks } from '../../actions/list-checks.ts'
import { findReviews } from '../../actions/list-reviews.ts'
import { reviewCheck } from '../../actions/review-check.ts'
import { reviewClaim } from '../../actions/review-claim.ts'
import { documentsOfReviews, findReviewIn } from '../../actions/review-documents.ts'
import { reviewIncident } from '../../actions/review-incident.ts'
import { reviewQueue } from '../../actions/review-queue.ts'
import { showDocument } from '../../actions/show-document.ts'
import { showIncident } from '../../actions/show-incident.ts'
import { withdrawReview } from '../../actions/withdraw-review.ts'
import { invalidRequest } from '../../problems/access.ts'
import { decisionBy } from '../decision-by.ts'
import type { HandlersOf } from '../handlers-of.ts'

type Names =
  | 'listReviews'
  | 'reviewQueue'
  | 'reviewClaim'
  | 'addClaim'
  | 'reviewIncident'
  | 'listChecks'
  | 'reviewCheck'
  | 'withdrawReview'

/** What is decided on is looked up as whoever decides may read it: what is foreign is not there. */
export const reviewHandlers: HandlersOf<Names> = {
  listReviews: async ({ store, query: { limit, after, total, ...filter } }) => {
    const page = await findReviews(store, filter, { limit, after, total })
    return { reply: { ...page, items: [...page.items] }, about: await documentsOfReviews(store, page.items) }
  },
  reviewQueue: async ({ store, query }) => {
    const page = await reviewQueue(store, query)
    return { reply: { ...page, items: [...page.items] }, about: page.items.map(({ document }) => document.id) }
  },
  reviewClaim: async ({ server, store, who, params, body, version }) => {
    const { document } = await claimRecordOf(store, params.id)
    const made = await reviewClaim(server.store, { claim: params.id, ...body, ...decisionBy(who), sees: version })
    return { reply: made, about: [document], ...versionIn(made.claim) }
  },
  addClaim: async ({ server, store, who, body, protection }) => {
    if (body.quote !== undefined && protection.names === 'never')
      throw invalidRequest([{ where: 'body quote', text: 'tell the passage by `start` and `end`' }])
    const { record } = await showDocument(store, body.doc)
    const made = await addClaim(server.store, { ...body, doc: record.id, ...decisionBy(who) })
    return { reply: made, about: [record.id], ...versionIn(made.claim) }
  },
  reviewIncident: async ({ server, store, who, params, body, version }) => {
    const { incident } = await showIncident(store, params.code)
    const made = await reviewIncident(server.store, { code: incident.code, ...body, ...decisionBy(who), sees: version })
    return { reply: made, about: incident.documents, ...versionIn(made.incident) }
  },
  listChecks: async ({ store, query: { limit, after, total: _, ...filter } }) => {
    const page = await findChecks(store, filter, { limit, after })
    const codes = page.items.flatMap(({ incident }) => incident ?? [])
    return { reply: { ...page, items: [...page.items] }, about: await documentsOfIncidents(store, codes) }
  },
  reviewCheck: async ({ server, store, who, params, body, version }) => {
    const about = await documentsOfReviews(store, [{ target: 'check', on: params.id }])
    const made = await reviewCheck(server.store, { check: params.id, ...body, ...decisionBy(who), sees: version })
    return { reply: made, about, version: made.check.version }
  },
  withdrawReview: async ({ server, store, who, params, body, version }) => {
    const review = await findReviewIn(store, params.id)
    const about = await documentsOfReviews(store, [review])
    const withdrawn = await withdrawReview(server.store, { ...params, ...body, ...decisionBy(who), sees: version })
    return { reply: withdrawn, about, version: withdrawn.version }
  },
}

const versionIn = ({ version }: { readonly version?: string | undefined }) => (version === undefined ? {} : { version })
