/**
 * How large the neighbourhoods are that must be linked together, by sharing blocks and by ties:
 * `npx tsx --conditions=source bench/world/neighbourhoods.ts [REPORTS] [--dense]`.
 */

import { blocksOf } from '../../packages/core/src/stages/link/blocks.ts'
import { tiedDocuments } from '../../packages/core/src/stages/link/link-stage.ts'
import { loadOrganisations } from '../../packages/core/src/testing/organisations.ts'
import { makeRandom } from './random.ts'
import { makeReports } from './reports.ts'
import { toLayers } from './to-layers.ts'
import { DENSE, makeWorld, WIDE } from './world.ts'

const REPORTS_AN_INCIDENT = 2.3

/** Sizes of the sets that pairs make of some names, the largest first. */
const sizesOf = (names: readonly string[], pairs: Iterable<readonly [string, string]>): readonly number[] => {
  const parents = new Map(names.map((name) => [name, name]))
  const rootOf = (name: string): string => {
    let root = name
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next
    parents.set(name, root)
    return root
  }
  for (const [a, b] of pairs) {
    if (!parents.has(b)) parents.set(b, b)
    parents.set(rootOf(a), rootOf(b))
  }
  const sizes = new Map<string, number>()
  for (const name of names) sizes.set(rootOf(name), (sizes.get(rootOf(name)) ?? 0) + 1)
  return [...sizes.values()].sort((a, b) => b - a)
}

const main = (): void => {
  const size = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 2000)
  const random = makeRandom(1)
  const density = process.argv.includes('--dense') ? DENSE : WIDE
  const world = makeWorld(random, Math.round(size / REPORTS_AN_INCIDENT), 'XW', 10_000, density)
  const layers = toLayers(world, makeReports(random, world))
  const documents = layers.documents.map(({ document }) => document.id as string)
  const located = new Map(layers.places.map((one) => [one.claim, one]))
  const blocks = layers.claims.flatMap((claim) =>
    blocksOf(claim, located.get(claim.id)).map((key) => [claim.document, `block ${key}`] as const),
  )
  const ties = tiedDocuments(layers, loadOrganisations(), new Set(documents))
  const copies = layers.copies.map(({ document, of }) => [document, of] as const)
  for (const [name, pairs] of [
    ['by sharing blocks', blocks],
    ['by ties and copies', [...ties, ...copies]],
  ] as const) {
    const sizes = sizesOf(documents, pairs)
    console.log(
      `${documents.length} documents, ${name}: ${sizes.length} neighbourhoods, the largest ${sizes.slice(0, 4).join(', ')}`,
    )
  }
}

main()
