/**
 * Learns the weights of linking from claims linked by hand (as coded, and as the engine reads them) and from an invented
 * world, and writes them to `stages/link/weights.ts`: `npx tsx --conditions=source bench/links/learn-weights.ts [--write]`.
 * Every figure it prints comes from folds of documents that the weights were not learnt from; what does not beat its
 * prior there is not written.
 */
import { writeFileSync } from 'node:fs'
import { FEATURES, type Feature } from '../../packages/core/src/stages/link/features.ts'
import type { Weights } from '../../packages/core/src/stages/link/log-odds.ts'
import { extractedMaterial } from './extracted-material.ts'
import { type GoldMaterial, goldMaterial, seedMaterial } from './gold-material.ts'
import { learn, lossOf, type Pair } from './learn.ts'
import { acrossPairs, withinPairs, worldPairs } from './pairs.ts'
import { ACROSS_PRIOR, WITHIN_PRIOR } from './priors.ts'

const FOLDS = 5
/** How far weights may lie from their priors, and how many pairs the world counts as: tried one by one. */
const SPREADS = [0.1, 0.2, 0.4, 0.8, 1.2]
const MASSES = [0, 50, 200]

interface Recipe {
  readonly spread: number
  readonly mass: number
}

const foldsOf = (pairs: readonly Pair[]): ReadonlyMap<string, number> => {
  const documents = [...new Set(pairs.flatMap((pair) => pair.documents))].sort()
  return new Map(documents.map((document, i) => [document, i % FOLDS]))
}

/** Mean loss on documents held out: of the prior, and of what the others teach. A pair is held out with either document. */
const heldOut = (pairs: readonly Pair[], more: readonly Pair[], prior: Weights, spread: number) => {
  const folds = foldsOf(pairs)
  const losses = Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = (pair: Pair) => pair.documents.some((document) => folds.get(document) === fold)
    const held = pairs.filter(isHeld)
    const weights = learn([...pairs.filter((pair) => !isHeld(pair)), ...more], prior, spread)
    return { prior: lossOf(held, prior), learnt: lossOf(held, weights), held: held.length }
  }).filter(({ held }) => held > 0)
  const mean = (of: 'prior' | 'learnt') => losses.reduce((sum, one) => sum + one[of], 0) / losses.length
  return { prior: mean('prior'), learnt: mean('learnt') }
}

/** The recipe that does best on documents held out; null when the prior does. */
const bestRecipe = (
  name: string,
  pairs: readonly Pair[],
  world: (mass: number) => readonly Pair[],
  masses: readonly number[],
  prior: Weights,
  fresh: readonly Pair[] | null,
): Recipe | null => {
  console.log(`${name}: ${pairs.length} pairs, ${pairs.filter((pair) => pair.same).length} of one incident`)
  let best: (Recipe & { readonly loss: number }) | null = null
  for (const spread of SPREADS)
    for (const mass of masses) {
      const loss = heldOut(pairs, world(mass), prior, spread)
      const better = loss.learnt < (best?.loss ?? loss.prior)
      if (better) best = { spread, mass, loss: loss.learnt }
      const other =
        fresh === null
          ? ''
          : `; on another world ${lossOf(fresh, learn([...pairs, ...world(mass)], prior, spread)).toFixed(4)}, prior ${lossOf(fresh, prior).toFixed(4)}`
      console.log(
        `  spread ${spread}, the world as ${mass} pairs: log loss held out ${loss.learnt.toFixed(4)}, prior ${loss.prior.toFixed(4)}${better ? ' *' : ''}${other}`,
      )
    }
  return best
}

const fileOf = (within: Weights, across: Weights): string => {
  const rows = (weights: Weights) =>
    (Object.keys(FEATURES) as Feature[])
      .map((name) => `  /** ${FEATURES[name]} */\n  ${name}: ${weights[name]},`)
      .join('\n')
  return `// Learnt by bench/links/learn-weights.ts from claims linked by hand; learn them anew rather than edit them.
import type { Weights } from './log-odds.ts'

/** Between two statements of one document. */
export const WITHIN: Weights = {
${rows(within)}
}

/** Between what two documents say. */
export const ACROSS: Weights = {
${rows(across)}
}
`
}

const main = (): void => {
  // With a gazetteer and without one, and as read: the weights must serve whatever linking meets.
  const all: readonly GoldMaterial[] = [goldMaterial(true), goldMaterial(false), seedMaterial(), extractedMaterial()]
  const share = (pairs: readonly Pair[]) => pairs.map((pair) => ({ ...pair, weight: pair.weight / 2 }))
  const within = share(all.flatMap(withinPairs))
  const across = share(all.flatMap(acrossPairs))
  const organisations = { organisations: all[0]?.organisations ?? seedMaterial().organisations }
  const worlds = new Map(MASSES.map((mass) => [mass, mass === 0 ? [] : worldPairs(1, mass, organisations)]))
  const world = (mass: number) => worlds.get(mass) ?? []
  const recipes = {
    within: bestRecipe('within documents', within, () => [], [0], WITHIN_PRIOR, null),
    across: bestRecipe('across documents', across, world, MASSES, ACROSS_PRIOR, worldPairs(2, 100, organisations)),
  }
  const learnt = (recipe: Recipe | null, pairs: readonly Pair[], prior: Weights) =>
    recipe === null ? prior : learn([...pairs, ...world(recipe.mass)], prior, recipe.spread)
  const text = fileOf(learnt(recipes.within, within, WITHIN_PRIOR), learnt(recipes.across, across, ACROSS_PRIOR))
  if (!process.argv.includes('--write')) return
  writeFileSync(new URL('../../packages/core/src/stages/link/weights.ts', import.meta.url), text)
}

main()
