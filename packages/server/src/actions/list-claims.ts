import type { ClaimFilter, ClaimSort } from '@sijil/core/contract/claim-filter.js'
import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { Store } from '../store/open-store.ts'
import { findClaims } from './find-claims.ts'
import { everyPage } from './page.ts'

const PAGE = 500

/** All claims that a filter leaves, as they came unless another order is asked for. Throws a Problem for an unknown document or code. */
export const listClaims = (
  store: Store,
  filter: ClaimFilter,
  sort: ClaimSort = 'oldest',
): AsyncGenerator<ClaimRecord> => everyPage((page) => findClaims(store, filter, { ...page, sort }), PAGE)
