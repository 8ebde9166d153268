import { claimRecordOf } from '../../actions/claim-record-of.ts'
import { findTolls } from '../../actions/explain-tolls.ts'
import { findClaims } from '../../actions/find-claims.ts'
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
  listTolls: async ({ store, query }) => {
    const page = await findTolls(store, query)
    return { reply: { ...page, items: [...page.items] }, about: page.items.map(({ document }) => document) }
  },
}
