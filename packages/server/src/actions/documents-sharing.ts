import { LEAST_SHARED, MOST_BEARERS } from '@sijil/core/stages/dedupe/candidate-pairs.js'
import type { Db } from '../store/database.ts'
import { bearersOf, type Fingerprint } from '../store/queries/fingerprints.ts'

/** Which stored documents some of them are worth comparing with, and whom their coming shut out. */
export interface Sharing {
  /** By the rule of `candidatePairs`; each pair once, one of the asked for first. */
  readonly pairs: readonly (readonly [document: string, other: string])[]
  /** Documents that shingles led to before these came: pairs of theirs may be none any more. */
  readonly shutOut: readonly string[]
}

/**
 * For stored documents: with which others each of them is worth comparing, by the rule of `candidatePairs`. Those whose
 * fingerprints came in with them are found too. The database looks each hash up; what documents share is counted here: of
 * a crowd of near-copies each pair shares dozens, too many rows to group. All bearers of a hash are asked for only where it
 * leads to one of these documents, which in a crowd seldom comes about.
 */
export const documentsSharing = async (db: Db, prints: readonly Fingerprint[]): Promise<Sharing> => {
  const asked = new Set(prints.map(({ document }) => document))
  const hashes = [...new Set(prints.flatMap((print) => print.hashes))]
  const first = await bearersOf(db, hashes, MOST_BEARERS + asked.size)
  const leading = new Map([...first].map(([hash, bearers]) => [hash, bearers.slice(0, MOST_BEARERS)]))
  const crowded = hashes.filter((hash) => (first.get(hash)?.length ?? 0) > MOST_BEARERS)
  const shutOut = crowded.flatMap((hash) => {
    const bearers = first.get(hash) ?? []
    const before = bearers.filter((bearer) => !asked.has(bearer)).slice(0, MOST_BEARERS)
    const now = new Set(leading.get(hash))
    return before.filter((bearer) => !now.has(bearer))
  })
  const led = crowded.filter((hash) => leading.get(hash)?.some((bearer) => asked.has(bearer)))
  const all = new Map([...leading, ...(await bearersOf(db, led, null))])
  return { pairs: pairsOf(prints, leading, all), shutOut: [...new Set(shutOut)].sort() }
}

type Bearers = ReadonlyMap<number, readonly string[]>

/** Whom the hashes of each document lead to, and whose hashes lead to it. */
const pairsOf = (prints: readonly Fingerprint[], leading: Bearers, all: Bearers): Sharing['pairs'] => {
  const pairs = new Map<string, readonly [string, string]>()
  for (const { document, hashes } of prints) {
    const there = hashes.map((hash) => leading.get(hash) ?? [])
    const back = hashes.flatMap((hash) => (leading.get(hash)?.includes(document) ? [all.get(hash) ?? []] : []))
    for (const other of [...often(there), ...often(back)])
      if (other !== document) pairs.set([document, other].sort().join(' '), [document, other])
  }
  return [...pairs.values()]
}

/** Those that stand in enough of the lists. */
const often = (lists: readonly (readonly string[])[]): readonly string[] => {
  const times = new Map<string, number>()
  for (const list of lists) for (const one of list) times.set(one, (times.get(one) ?? 0) + 1)
  return [...times].filter(([, count]) => count >= LEAST_SHARED).map(([one]) => one)
}
