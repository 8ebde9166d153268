import { type RedactionProfiles, redactionProfilesSchema } from '@sijil/core/contract/api/redaction.js'
import { stateVersion } from '@sijil/core/contract/versions.js'
import type { Db } from '../../store/database.ts'
import type { Store } from '../../store/open-store.ts'
import { appendLog } from '../../store/queries/log.ts'
import { readSetting, writeSetting } from '../../store/queries/settings.ts'
import { transact } from '../../store/transact.ts'
import { expectVersion } from '../keep-review.ts'

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
export const redactionProfiles = (store: Store): Promise<RedactionProfiles> => profilesIn(store.db)

const profilesIn = async (db: Db): Promise<RedactionProfiles> => {
  const kept = await readSetting(db, SETTING)
  return kept === null ? DEFAULTS : redactionProfilesSchema.parse(kept)
}

/** What a writer saw of them. */
export const redactionVersion = (profiles: RedactionProfiles): string => stateVersion('redaction', profiles)

/** Who sets it, and what they saw before. */
export interface RedactionChange {
  readonly by: string
  readonly sees?: string | undefined
}

/** Sets what each role may see; the log keeps who did. Throws a Problem when something else holds than was seen. */
export const setRedactionProfiles = async (
  store: Store,
  profiles: RedactionProfiles,
  { by, sees }: RedactionChange,
): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => {
    expectVersion('what roles may see', { sees }, redactionVersion(await profilesIn(tx)), [])
    await writeSetting(tx, SETTING, profiles)
    await appendLog(tx, 'redaction', { by, profiles })
  })
