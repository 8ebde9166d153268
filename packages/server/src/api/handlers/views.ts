import { atLeast } from '@sijil/core/contract/api/role.js'
import { highestRole, type Principal, roleEverywhere } from '../../actions/accounts/principal.ts'
import { redactionProfiles } from '../../actions/protection/redaction-profiles.ts'
import { addView, changeView, listViews, removeView, type ViewOwner } from '../../actions/views/views.ts'
import type { HandlersOf } from '../handlers-of.ts'
import type { ServerContext } from '../server-context.ts'

export const viewHandlers: HandlersOf<'listViews' | 'addView' | 'changeView' | 'removeView'> = {
  listViews: async ({ server, who, query: { page = null } }) => ({
    reply: { items: [...(await listViews(server.store, server.names, await ownerOf(server, who), page))] },
  }),
  addView: async ({ server, who, body }) => {
    const view = await addView(server.store, server.names, await ownerOf(server, who), body)
    return { reply: view, version: view.version }
  },
  changeView: async ({ server, who, params: { id }, body, version }) => {
    const view = await changeView(server.store, server.names, await ownerOf(server, who), {
      id,
      ...body,
      sees: version,
    })
    return { reply: view, version: view.version }
  },
  removeView: async ({ server, who, params: { id }, version }) => {
    await removeView(server.store, await ownerOf(server, who), { id, sees: version })
    return { reply: null }
  },
}

const ownerOf = async (server: ServerContext, who: Principal): Promise<ViewOwner> => {
  const role = highestRole(who)
  const everywhere = roleEverywhere(who)
  const profiles = await redactionProfiles(server.store)
  return {
    person: who.person.id,
    mayShare: role !== null && profiles[role].names === 'on-request',
    keepsShared: everywhere !== null && atLeast(everywhere, 'admin'),
  }
}
