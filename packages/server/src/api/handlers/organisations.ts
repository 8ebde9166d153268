import { expectReplacedOrganisations } from '../../actions/import-organisations.ts'
import { listOrganisations } from '../../actions/list-organisations.ts'
import { expectOrganisations } from '../../actions/remove-organisations.ts'
import { receiveFile } from '../../actions/tasks/receive-file.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { begun } from './tasks.ts'

type Names = 'listOrganisations' | 'importOrganisations' | 'removeOrganisations'

export const organisationHandlers: HandlersOf<Names> = {
  listOrganisations: async ({ server }) => ({ reply: { items: [...(await listOrganisations(server.store))] } }),
  importOrganisations: async ({ server, who, query: { file, name = null, replaces = null }, bytes }) => {
    const path = await receiveFile(server.store, file, bytes, (sha256) =>
      expectReplacedOrganisations(server.store, { file, name, sha256, replaces }),
    )
    return { reply: await begun(server, who, { kind: 'import-organisations', path, file, name, replaces }) }
  },
  removeOrganisations: async ({ server, who, params: { name }, version }) => {
    await expectOrganisations(server.store.db, { name, sees: version })
    return { reply: await begun(server, who, { kind: 'remove-organisations', name, sees: version }) }
  },
}
