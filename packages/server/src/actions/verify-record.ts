import { textIdOf } from '@sijil/core/model/document.js'
import { messageOf } from '../problems.ts'
import { digestOf } from '../store/digest.ts'
import type { Store } from '../store/open-store.ts'
import { claimsReadFirst, placesReadFirst } from '../store/queries/claims.ts'
import { loadDocuments } from '../store/queries/documents.ts'
import { GENESIS, hashOf, type LogEntry, pageOfLog } from '../store/queries/log.ts'
import { pageOfRaws } from '../store/queries/raws.ts'

/** What a walk over the log found. */
export interface Verification {
  readonly entries: number
  readonly documents: number
  readonly raws: number
  /** The first thing that does not hold; null when all does. */
  readonly broken: { readonly entry: number | null; readonly what: string } | null
  /** The hash of the last entry: two stores with the same one hold the same record. */
  readonly head: string
}

export interface VerifyOptions {
  readonly onProgress?: (progress: { readonly phase: 'verifying'; readonly done: number; readonly total: null }) => void
}

interface Walk {
  entries: number
  documents: number
  raws: number
  head: string
}

/**
 * Walks the log from its beginning: each entry must carry the hash of the one before, and every document that it names
 * must be there, with its words and claims, as it was when it was stored. Then the raw bytes are checked.
 */
export const verifyRecord = async (store: Store, options: VerifyOptions = {}): Promise<Verification> => {
  const walk: Walk = { entries: 0, documents: 0, raws: 0, head: GENESIS }
  const broken = (await walkLog(store, walk, options)) ?? (await walkRaws(store, walk))
  return { ...walk, broken }
}

const PAGE = 100

const walkLog = async (store: Store, walk: Walk, { onProgress }: VerifyOptions): Promise<Verification['broken']> => {
  for (;;) {
    const page = await pageOfLog(store.db, walk.entries, PAGE)
    for (const entry of page) {
      const what = chainFault(entry, walk) ?? (await contentFault(store, entry, walk))
      if (what !== null) return { entry: entry.seq, what }
      walk.entries = entry.seq
      walk.head = entry.hash
    }
    onProgress?.({ phase: 'verifying', done: walk.entries, total: null })
    if (page.length < PAGE) return null
  }
}

const chainFault = (entry: LogEntry, walk: Walk): string | null => {
  if (entry.seq !== walk.entries + 1) return `entry ${walk.entries + 1} is missing`
  if (entry.previous !== walk.head) return 'it does not carry the hash of the entry before'
  return hashOf(entry) === entry.hash ? null : 'its content is not what was hashed'
}

const contentFault = async (store: Store, entry: LogEntry, walk: Walk): Promise<string | null> => {
  if (entry.kind !== 'documents') return null
  const { documents } = JSON.parse(entry.body) as { readonly documents: Readonly<Record<string, string>> }
  const ids = Object.keys(documents)
  const [stored, claims, places] = await Promise.all([
    loadDocuments(store.db, ids),
    claimsReadFirst(store.db, ids),
    placesReadFirst(store.db, ids),
  ])
  const byId = new Map(stored.map((one) => [one.document.id as string, one]))
  for (const [id, digest] of Object.entries(documents)) {
    const one = byId.get(id)
    if (one === undefined) return `document ${id} is missing`
    if (textIdOf(one.text.content) !== one.document.text) return `the words of ${one.document.doc} (${id}) were changed`
    const own = claims.filter(({ document }) => document === id)
    const ownIds = new Set<string>(own.map((claim) => claim.id))
    const found = digestOf({ ...one, claims: own, places: places.filter(({ claim }) => ownIds.has(claim)) })
    if (found !== digest) return `${one.document.doc} (${id}) or what was read in it was changed`
    walk.documents++
  }
  return null
}

const walkRaws = async (store: Store, walk: Walk): Promise<Verification['broken']> => {
  let after = ''
  for (;;) {
    const page = await pageOfRaws(store.db, after, PAGE)
    for (const { sha256 } of page) {
      try {
        await store.raw.read(sha256)
      } catch (error) {
        return { entry: null, what: `the bytes ${sha256} cannot be read: ${messageOf(error)}` }
      }
      walk.raws++
    }
    const last = page.at(-1)
    if (last === undefined) return null
    after = last.sha256
  }
}
