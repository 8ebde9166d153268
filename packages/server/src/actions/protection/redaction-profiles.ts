import { type RedactionProfiles, redactionProfilesSchema } from '@sijil/core/contract/api/redaction.js'
import type { Store } from '../../store/open-store.ts'
import { appendLog } from '../../store/queries/log.ts'
import { readSetting, writeSetting } from '../../store/queries/settings.ts'
import { transact } from '../../store/transact.ts'

const SETTING = 'redaction'

/** What holds until an admin says otherwise: a tenth of a degree is about 11 km. */
const DEFAULTS: RedactionProfiles = {
  public: { names: 'never', grid: 0.1 },
  viewer: { names: 'never', grid: null },
  coder: { names: 'never', grid: null },
  reviewer: { names: 'on-request', grid: null },
  admin: { names: 'on-request', grid: null },
}

/** What each role may see of protected fields. */
export const redactionProfiles = async (store: Store): Promise<RedactionProfiles> => {
  const kept = await readSetting(store.db, SETTING)
  return kept === null ? DEFAULTS : redactionProfilesSchema.parse(kept)
}

/** Sets what each role may see; the log keeps who did. */
export const setRedactionProfiles = async (store: Store, profiles: RedactionProfiles, by: string): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => {
    await writeSetting(tx, SETTING, profiles)
    await appendLog(tx, 'redaction', { by, profiles })
  })
