import type { OrganisationListRecord } from '@sijil/core/contract/organisation-record.js'
import type { Store } from '../store/open-store.ts'
import { listOrganisationLists } from '../store/queries/organisations.ts'

/** The imported tables of organisations in use. */
export const listOrganisations = async (store: Store): Promise<readonly OrganisationListRecord[]> =>
  (await listOrganisationLists(store.db)).map(({ name, version, sha256, source, rows, added_at }) => ({
    name,
    version,
    sha256,
    source,
    addedAt: added_at,
    organisations: rows.map((row) => ({
      key: row.key ?? '',
      name: row.name ?? '',
      type: row.type ?? 'other',
      party: row.party === undefined || row.party === '' ? null : row.party,
      aliases: (row.aliases ?? '').split('|').filter((alias) => alias !== ''),
    })),
  }))
