import { claimRecordOf } from '../../actions/claim-record-of.ts'
import { explainTolls } from '../../actions/explain-tolls.ts'
import { findClaims } from '../../actions/find-claims.ts'
import { pageOfStream } from '../../actions/page-of-stream.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { findsNothing, nothing } from '../nothing-found.ts'

export const claimHandlers: HandlersOf<'listClaims' | 'showClaim' | 'listTolls'> = {
  listClaims: async ({ server, store, protection, query: { limit, after, total, sort, ...filter } }) => {
    if (await findsNothing(server, protection, filter)) return { reply: nothing(total), about: [] }
    const page = await findClaims(store, filter, { limit, after, total, ...(sort === undefined ? {} : { sort }) })
    return { reply: { ...page, items: [...page.items] }, about: page.items.map(({ document }) => document) }
  },
  showClaim: async ({ store, params }) => {
    const claim = await claimRecordOf(store, params.id)
    return { reply: claim, about: [claim.document], ...(claim.version === undefined ? {} : { version: claim.version }) }
  },
  listTolls: async ({ store, query: { limit, after } }) => {
    const page = await pageOfStream(explainTolls(store), { limit, after })
    return { reply: page, about: page.items.map(({ document }) => document) }
  },
}
