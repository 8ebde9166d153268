/** Pairs of statements with what is known of them, from claims linked by hand and from worlds of known truth. */

import { isCountClaim } from '../../packages/core/src/model/claim.ts'
import { type Item, itemsOf } from '../../packages/core/src/stages/link/item.ts'
import { featuresWithin, type Report } from '../../packages/core/src/stages/link/link-document.ts'
import { featuresAcross } from '../../packages/core/src/stages/link/link-reports.ts'
import { profileOf } from '../../packages/core/src/stages/link/profile.ts'
import { reportBlocks } from '../../packages/core/src/stages/link/tied-groups.ts'
import { groups } from '../../packages/core/src/stages/reconcile/votes.ts'
import { makeRandom } from '../world/random.ts'
import { makeReports } from '../world/reports.ts'
import { claimId, toLayers } from '../world/to-layers.ts'
import { makeWorld } from '../world/world.ts'
import type { GoldMaterial } from './gold-material.ts'
import type { Pair } from './learn.ts'

/** The items of a material by document: those whose incident is known. */
export const itemsByDocument = ({ claims, places, keys }: GoldMaterial): ReadonlyMap<string, readonly Item[]> => {
  const located = new Map(places.map((one) => [one.claim as string, one]))
  const known = claims.filter((claim) => isCountClaim(claim) && keys.has(claim.id))
  const items = known.flatMap((claim) => itemsOf(claim, located.get(claim.id)).slice(0, 1))
  return groups(items, (item) => item.document)
}

/** Pairs of statements of one document; a document of many statements does not drown the others. */
export const withinPairs = (material: GoldMaterial): readonly Pair[] =>
  [...itemsByDocument(material)].flatMap(([document, items]) => {
    const profiles = items.map((item) => profileOf([item], material.organisations))
    return items.flatMap((a, i) =>
      items.slice(i + 1).flatMap((b, k) => {
        const features = featuresWithin(items, profiles, i, i + 1 + k)
        const same = material.keys.get(a.claim.id) === material.keys.get(b.claim.id)
        return features === null ? [] : [{ features, same, weight: 1 / items.length, documents: [document] }]
      }),
    )
  })

interface Keyed {
  readonly key: string | undefined
  readonly report: Report
}

/** Pairs of what two documents say, grouped within each document as by hand, among those that would be compared. */
export const acrossPairs = (material: GoldMaterial): readonly Pair[] => {
  const reports = [...itemsByDocument(material).values()].flatMap((items) =>
    [...groups(items, (item) => material.keys.get(item.claim.id))].map(
      ([key, own]): Keyed => ({
        key,
        report: { key: own[0]?.key ?? '', items: own, profile: profileOf(own, material.organisations) },
      }),
    ),
  )
  return comparable(reports).flatMap(([a, b]) => pairOf(a, b) ?? [])
}

const pairOf = (a: Keyed, b: Keyed): Pair | null => {
  const features = featuresAcross(a.report, b.report, new Map())
  const documents = [a, b].map(({ report }) => report.items[0]?.document ?? '')
  return features === null ? null : { features, same: a.key === b.key, weight: 1, documents }
}

/** Reports that share a block, each pair once. */
const comparable = (reports: readonly Keyed[]): readonly (readonly [Keyed, Keyed])[] => {
  const blocks = new Map<string, number[]>()
  reports.forEach(({ report }, i) => {
    for (const key of reportBlocks(report)) blocks.set(key, [...(blocks.get(key) ?? []), i])
  })
  const pairs = new Map<string, readonly [Keyed, Keyed]>()
  for (const block of blocks.values())
    block.forEach((i, n) => {
      for (const j of block.slice(n + 1)) {
        const [a, b] = [reports[i], reports[j]]
        if (a !== undefined && b !== undefined) pairs.set(`${i} ${j}`, [a, b])
      }
    })
  return [...pairs.values()]
}

/** Pairs of an invented world's reports, which together count as `mass`. */
export const worldPairs = (
  seed: number,
  mass: number,
  material: Pick<GoldMaterial, 'organisations'>,
): readonly Pair[] => {
  const random = makeRandom(seed)
  const world = makeWorld(random, WORLD_INCIDENTS, 'XW', 10_000)
  const reports = makeReports(random, world)
  const keys = new Map(
    reports.flatMap((report) =>
      report.copyOf === null
        ? report.told.flatMap(({ incident }, i) =>
            incident === null ? [] : [[claimId(report, i) as string, incident.id] as const],
          )
        : [],
    ),
  )
  const { claims, places } = toLayers(world, reports)
  const pairs = acrossPairs({ gold: [], claims, places, keys, organisations: material.organisations })
  return pairs.map((pair) => ({ ...pair, weight: mass / pairs.length, documents: [] }))
}

const WORLD_INCIDENTS = 600
