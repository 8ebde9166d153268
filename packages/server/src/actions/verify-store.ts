import type { Claim } from '@sijil/core/model/claim.js'
import { textIdOf } from '@sijil/core/model/document.js'
import type { Review } from '@sijil/core/model/review.js'
import { messageOf } from '../error-facts.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import { digestOf } from '../store/digest.ts'
import type { Store } from '../store/open-store.ts'
import { claimsAsAdded, claimsReadFirst, placesReadFirst } from '../store/queries/claims.ts'
import { countDocuments, loadDocuments } from '../store/queries/documents.ts'
import { codesWithoutIncident } from '../store/queries/linking.ts'
import { GENESIS, hashOf, type LogEntry, pageOfLog } from '../store/queries/log.ts'
import { pageOfRaws } from '../store/queries/raws.ts'
import { findReview } from '../store/queries/reviews.ts'
import type { Finding } from './finding.ts'

export interface VerifyOptions {
  readonly onProgress?: (progress: { readonly phase: 'verifying'; readonly done: number; readonly total: null }) => void
}

/** How far a walk over the log has come. */
interface Walk {
  entries: number
  documents: number
  head: string
}

/**
 * Walks the record: each entry of the log must carry the hash of the one before; each document that it names must be there
 * with its words and claims as they were stored; quotes must stand where claims say; raw bytes must have their hash; and
 * every code must lead somewhere. Names the first thing of each kind that does not hold.
 */
export async function* verifyStore(store: Store, options: VerifyOptions = {}): AsyncGenerator<Finding> {
  const walk: Walk = { entries: 0, documents: 0, head: GENESIS }
  const fault = await walkLog(store, walk, options)
  yield fault === null
    ? holds('log', `${walk.entries} entries, each with the hash of the one before; the last is ${walk.head}`)
    : broken('log', fault)
  yield fault === null
    ? holds('documents', `${walk.documents} documents and what was read in them are as they were stored`)
    : broken('documents', `checked up to entry ${walk.entries} only`)
  yield await everythingLogged(store, walk)
  yield await rawBytes(store)
  yield await codes(store)
}

const holds = (check: string, text: string): Finding => ({ check, holds: true, text })
const broken = (check: string, text: string): Finding => ({ check, holds: false, text: `${text}; ${MEND}` })
const MEND = 'restore the store from a backup that holds'

const PAGE = 100

const walkLog = async (store: Store, walk: Walk, { onProgress }: VerifyOptions): Promise<string | null> => {
  for (;;) {
    const page = await pageOfLog(store.db, walk.entries, PAGE)
    for (const entry of page) {
      const fault = chainFault(entry, walk) ?? (await contentFault(store, entry, walk))
      if (fault !== null) return `entry ${entry.seq} (${entry.at}) does not hold: ${fault}`
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
  if (entry.kind === 'reviews') return reviewFault(store, entry)
  if (entry.kind !== 'documents') return null
  const { documents } = JSON.parse(entry.body) as { readonly documents: Readonly<Record<string, string>> }
  const ids = Object.keys(documents)
  const [stored, claims, places] = await Promise.all([
    loadDocuments(store.db, ids),
    claimsReadFirst(store.db, ids),
    placesReadFirst(store.db, ids),
  ])
  const byId = new Map(stored.map((one) => [one.document.id as string, one]))
  const placesOf = new Map(places.map((one) => [one.claim as string, one]))
  for (const [id, digest] of Object.entries(documents)) {
    const one = byId.get(id)
    if (one === undefined) return `document ${id} is missing`
    const name = `${one.document.doc} (${id})`
    if (textIdOf(one.text.content) !== one.document.text) return `the words of ${name} were changed`
    const own = claims.filter(({ document }) => document === id)
    const found = digestOf({ ...one, claims: own, places: own.flatMap((claim) => placesOf.get(claim.id) ?? []) })
    if (found !== digest) return `${name} or what was read in it was changed`
    const loose = own.find(({ start, end, quote }) => one.text.content.slice(start, end) !== quote)
    if (loose !== undefined) return `the quote of claim ${loose.id} does not stand in ${name}`
    walk.documents++
  }
  return null
}

/** A review, and a claim that a person added, must be there as they were written. */
const reviewFault = async (store: Store, { body }: LogEntry): Promise<string | null> => {
  const { reviews, claims = [] } = JSON.parse(body) as {
    readonly reviews: readonly Review[]
    readonly claims?: readonly Claim[]
  }
  for (const logged of reviews) {
    const found = (await findReview(store.db, logged.id))?.review
    if (found === undefined) return `review ${logged.id} is missing`
    if (canonicalJson({ ...found, withdrawn: null }) !== canonicalJson(logged)) return `review ${logged.id} was changed`
  }
  const stored = await claimsAsAdded(
    store.db,
    claims.map(({ id }) => id),
  )
  const changed = claims.find((claim) => !stored.some((one) => canonicalJson(one) === canonicalJson(claim)))
  return changed === undefined ? null : `the claim ${changed.id} that a person added is missing or was changed`
}

const everythingLogged = async (store: Store, walk: Walk): Promise<Finding> => {
  const count = await countDocuments(store.db)
  return count === walk.documents
    ? holds('nothing besides', 'no document is in the store that the log does not name')
    : broken('nothing besides', `the store holds ${count} documents, the log names ${walk.documents}`)
}

const rawBytes = async (store: Store): Promise<Finding> => {
  let after = ''
  let checked = 0
  for (;;) {
    const page = await pageOfRaws(store.db, after, PAGE)
    for (const { sha256 } of page) {
      try {
        await store.raw.read(sha256)
        checked++
      } catch (error) {
        return broken('raw bytes', `the bytes ${sha256} cannot be read: ${messageOf(error)}`)
      }
    }
    const last = page.at(-1)
    if (last === undefined) return holds('raw bytes', `${checked} files have the hash that they are called by`)
    after = last.sha256
  }
}

const codes = async (store: Store): Promise<Finding> => {
  const [lost] = await codesWithoutIncident(store.db)
  return lost === undefined
    ? holds('codes', 'every code that was ever given leads to an incident or to a claim that is in none')
    : broken('codes', `the incident that code ${lost} leads to is missing`)
}
