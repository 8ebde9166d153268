import { listOrganisations } from '../../actions/list-organisations.ts'
import { receiveFile } from '../../actions/tasks/receive-file.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { begun } from './tasks.ts'

type Names = 'listOrganisations' | 'importOrganisations' | 'removeOrganisations'

export const organisationHandlers: HandlersOf<Names> = {
  listOrganisations: async ({ server }) => ({ reply: { items: [...(await listOrganisations(server.store))] } }),
  importOrganisations: async ({ server, who, query: { file, name = null }, bytes }) => {
    const path = await receiveFile(server.store, file, bytes)
    return { reply: await begun(server, who, { kind: 'import-organisations', path, file, name }) }
  },
  removeOrganisations: async ({ server, who, params: { name } }) => ({
    reply: await begun(server, who, { kind: 'remove-organisations', name }),
  }),
}
