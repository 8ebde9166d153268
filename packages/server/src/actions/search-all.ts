import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import type { GazetteerMatch } from '@sijil/core/gazetteer/gazetteer.js'
import { findCodes } from '../store/queries/linking.ts'
import { codesBeginning, type OutletFound, outletsHolding } from '../store/queries/search.ts'
import { findDocuments } from './find-documents.ts'
import { findIncidents } from './find-incidents.ts'
import { searchGazetteer } from './search-gazetteer.ts'
import { standingCode } from './show-incident.ts'
import type { Store } from './with-store.ts'

/** What answers to a few words. */
export interface FoundInRecord {
  readonly codes: readonly string[]
  readonly incidents: readonly IncidentRecord[]
  readonly documents: readonly DocumentRecord[]
  readonly outlets: readonly OutletFound[]
}

/** Incidents by code or words, documents by words, outlets by a part of their name: at most so many of each. */
export const searchRecord = async (store: Store, words: string, limit: number): Promise<FoundInRecord> => {
  const part = words.trim()
  const [codes, incidents, documents, outlets] = await Promise.all([
    codesFor(store, part, limit),
    findIncidents(store, { search: words }, { limit, sort: 'newest' }),
    findDocuments(store, { search: words }, { limit, sort: 'published' }),
    outletsHolding(store.db, part, limit),
  ])
  return { codes, incidents: incidents.items, documents: documents.items, outlets }
}

/** An old code first, as where it leads; then those that begin so. */
const codesFor = async (store: Store, part: string, limit: number): Promise<readonly string[]> => {
  const known = await findCodes(store.db, [part.toUpperCase()])
  const led = await Promise.all(known.map(({ code }) => standingCode(store, code)))
  return [...new Set([...led, ...(await codesBeginning(store.db, part, limit))])].slice(0, limit)
}

const LONGEST_NAME = 200

/** Places called so in the gazetteers in use, wherever they are: they are no part of the record. */
export const searchPlaces = (store: Store, words: string, limit: number): Promise<readonly GazetteerMatch[]> =>
  searchGazetteer(store, { name: words.trim().slice(0, LONGEST_NAME), country: null, limit })
