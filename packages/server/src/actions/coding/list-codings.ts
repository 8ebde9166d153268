import type { CodingRecord } from '@sijil/core/contract/coding-record.js'
import type { Store } from '../../store/open-store.ts'
import { findCodings } from '../../store/queries/codings.ts'
import { codingRecords } from './coding-called.ts'

/** Codings of documents that `reader` may read, the newest first; with `person`, those that they code. */
export const listCodings = async (
  store: Store,
  reader: Store,
  you: string,
  person: string | undefined,
): Promise<CodingRecord[]> =>
  codingRecords(reader, await findCodings(store.db, person === undefined ? {} : { person }), you)
