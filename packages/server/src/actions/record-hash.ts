import { createHash } from 'node:crypto'
import type { Incident } from '@sijil/core/model/incident.js'
import { canonicalJson } from '../store/canonical-json.ts'
import type { Store } from '../store/open-store.ts'
import { allCopies } from '../store/queries/copies.ts'
import { idsOfDocuments } from '../store/queries/documents.ts'
import { digestsOf } from './digests-of.ts'
import { listIncidentValues } from './list-incidents.ts'

/**
 * One hash of all that the record says: documents, claims, places, copies and incidents. It does not depend on the order
 * of arrival; an incident is known in it by its claims, for which code it was given may depend on what came first, and the
 * ids of its checks follow from the code.
 */
export const recordHash = async (store: Store): Promise<string> => {
  const hash = createHash('sha256')
  for (const lines of [await documentLines(store), await copyLines(store), await incidentLines(store)])
    for (const line of [...lines].sort()) hash.update(`${line}\n`)
  return hash.digest('hex')
}

const documentLines = async (store: Store): Promise<readonly string[]> => {
  const lines: string[] = []
  let after = 0
  for (;;) {
    const page = await idsOfDocuments(store.db, after, 200)
    const last = page.at(-1)
    if (last === undefined) return lines
    const ids = page.map(({ id }) => id)
    for (const [id, digest] of await digestsOf(store, ids)) lines.push(`document ${id} ${digest}`)
    after = last.seq
  }
}

const copyLines = async (store: Store): Promise<readonly string[]> =>
  (await allCopies(store.db)).map((copy) => `copy ${canonicalJson(copy)}`)

const incidentLines = async (store: Store): Promise<readonly string[]> => {
  const incidents: Incident[] = []
  for await (const incident of listIncidentValues(store, {})) incidents.push(incident)
  const keys = new Map(incidents.map((one) => [one.code, [...one.claims].sort().join(' ')]))
  const keyOf = (code: string) => keys.get(code) ?? code
  return incidents.map((one) => {
    const checks = one.checks.map(({ id: _, ...check }) => check)
    return `incident ${canonicalJson({ ...one, checks, code: keyOf(one.code), partOf: one.partOf.map(keyOf).sort() })}`
  })
}
