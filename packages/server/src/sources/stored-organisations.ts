import type { Context } from '@sijil/core/pipeline/stage.js'
import type { Store } from '../store/open-store.ts'
import { listOrganisationLists } from '../store/queries/organisations.ts'
import { loadOrganisations } from './lexicons.ts'

/** The context with the organisations that were imported into a store over those that Sijil brings. */
export const withOrganisations = async (store: Store, context: Context): Promise<Context> => {
  const lists = await listOrganisationLists(store.db)
  if (lists.length === 0) return context
  return { ...context, organisations: await loadOrganisations(lists.map(({ rows }) => rows)) }
}
