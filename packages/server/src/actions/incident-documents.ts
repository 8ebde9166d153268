import type { Store } from '../store/open-store.ts'
import { incidentsByCode } from '../store/queries/incidents.ts'

/** The content ids of the documents behind some incidents. */
export const documentsOfIncidents = async (store: Store, codes: readonly string[]): Promise<readonly string[]> =>
  (await incidentsByCode(store.db, codes)).flatMap(({ documents }) => documents)
