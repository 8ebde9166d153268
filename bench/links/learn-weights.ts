/**
 * Learns the weights of linking from claims linked by hand and writes them to `stages/link/weights.ts`:
 * `npx tsx --conditions=source bench/links/learn-weights.ts [--write]`. Logistic regression with a Gaussian prior about
 * `priors.ts`; every figure it prints comes from folds of documents that the weights were not learnt from.
 */
import { writeFileSync } from 'node:fs'
import { isCountClaim } from '../../packages/core/src/model/claim.ts'
import { viewBlocks } from '../../packages/core/src/stages/link/blocks.ts'
import { decisionsOf } from '../../packages/core/src/stages/link/constraints.ts'
import { FEATURES, type Feature, type Features } from '../../packages/core/src/stages/link/features.ts'
import { type Item, itemsOf } from '../../packages/core/src/stages/link/item.ts'
import { featuresWithin, linkDocument, type Report } from '../../packages/core/src/stages/link/link-document.ts'
import { featuresAcross } from '../../packages/core/src/stages/link/link-reports.ts'
import { logOdds, type Weights } from '../../packages/core/src/stages/link/log-odds.ts'
import { profileOf } from '../../packages/core/src/stages/link/profile.ts'
import { groups } from '../../packages/core/src/stages/reconcile/votes.ts'
import { type GoldMaterial, goldMaterial, seedMaterial } from './gold-material.ts'
import { ACROSS_PRIOR, WITHIN_PRIOR } from './priors.ts'

interface Pair {
  readonly features: Features
  readonly same: boolean
  readonly weight: number
  readonly documents: readonly string[]
}

/** How far a weight may lie from its prior, as a standard deviation: the across pairs are few, so they may move little. */
const SPREAD = { within: 1, across: 0.3 }
const FOLDS = 5
const ROUNDS = 1000
const STEP = 0.1

const itemsByDocument = ({ claims, places, keys }: GoldMaterial): ReadonlyMap<string, readonly Item[]> => {
  const located = new Map(places.map((one) => [one.claim as string, one]))
  const byDocument = new Map<string, Item[]>()
  for (const claim of claims) {
    if (!isCountClaim(claim) || !keys.has(claim.id)) continue
    byDocument.set(claim.document, [
      ...(byDocument.get(claim.document) ?? []),
      ...itemsOf(claim, located.get(claim.id)).slice(0, 1),
    ])
  }
  return byDocument
}

const withinPairs = (material: GoldMaterial): readonly Pair[] =>
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

/** Pairs of what two documents say, grouped within each document as by hand, among those that would be compared. */
const acrossPairs = (material: GoldMaterial): readonly Pair[] => {
  const reports = [...itemsByDocument(material).values()].flatMap((items) => {
    return [...groups(items, (item) => material.keys.get(item.claim.id))].map(
      ([key, own]): { key: string | undefined; report: Report } => ({
        key,
        report: { key: own[0]?.key ?? '', items: own, profile: profileOf(own, material.organisations) },
      }),
    )
  })
  return reports.flatMap((a, i) =>
    reports.slice(i + 1).flatMap((b) => {
      const features = featuresAcross(a.report, b.report, new Map())
      const blocks = new Set(viewBlocks(a.report.profile.views, a.report.profile.days))
      const met = viewBlocks(b.report.profile.views, b.report.profile.days).some((key) => blocks.has(key))
      const same = a.key === b.key
      const documents = [a.report, b.report].map((report) => report.items[0]?.document ?? '')
      return features === null || (!met && !same) ? [] : [{ features, same, weight: 1, documents }]
    }),
  )
}

const learn = (pairs: readonly Pair[], prior: Weights, spread: number): Weights => {
  const names = Object.keys(FEATURES) as Feature[]
  const weights: Record<string, number> = { ...prior }
  const total = pairs.reduce((sum, pair) => sum + pair.weight, 0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope: Record<string, number> = {}
    for (const { features, same, weight } of pairs) {
      const error = weight * ((same ? 1 : 0) - 1 / (1 + Math.exp(-logOdds(features, weights as Weights))))
      for (const [name, value] of Object.entries(features)) slope[name] = (slope[name] ?? 0) + error * value
    }
    for (const name of names) {
      const pull = ((prior[name] ?? 0) - (weights[name] ?? 0)) / spread ** 2
      weights[name] = (weights[name] ?? 0) + (STEP * ((slope[name] ?? 0) + pull)) / Math.max(1, total / 50)
    }
  }
  return Object.fromEntries(names.map((name) => [name, Math.round((weights[name] ?? 0) * 100) / 100])) as Weights
}

const foldOf = (document: string, documents: readonly string[]): number => documents.indexOf(document) % FOLDS

const lossOf = (pairs: readonly Pair[], weights: Weights): number => {
  const total = pairs.reduce((sum, pair) => sum + pair.weight, 0)
  return (
    pairs.reduce(
      (sum, { features, same, weight }) =>
        sum + weight * Math.log1p(Math.exp((same ? -1 : 1) * logOdds(features, weights))),
      0,
    ) / total
  )
}

/** Loss of the prior and of weights learnt elsewhere on documents held out; whether learning helps. */
const validate = (name: string, pairs: readonly Pair[], prior: Weights, spread: number): boolean => {
  const documents = [...new Set(pairs.flatMap((pair) => pair.documents))].sort()
  const losses = Array.from({ length: FOLDS }, (_, fold) => {
    const held = pairs.filter((pair) => pair.documents.some((document) => foldOf(document, documents) === fold))
    const rest = pairs.filter((pair) => !held.includes(pair))
    return held.length === 0 ? null : [lossOf(held, prior), lossOf(held, learn(rest, prior, spread))]
  }).filter((loss) => loss !== null)
  const mean = (i: number) => losses.reduce((sum, loss) => sum + (loss[i] ?? 0), 0) / losses.length
  const positive = pairs.filter((pair) => pair.same).length
  console.log(
    `${name}: ${pairs.length} pairs (${positive} of one incident); log loss held out: prior ${mean(0).toFixed(3)}, learnt ${mean(1).toFixed(3)}`,
  )
  return mean(1) < mean(0)
}

/** B³ within documents, each linked with weights that were not learnt from it. */
const scoreHeldOut = (material: GoldMaterial, pairs: readonly Pair[]): void => {
  const byDocument = itemsByDocument(material)
  const documents = [...byDocument.keys()].sort()
  let [precision, recall, n] = [0, 0, 0]
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learn(
      pairs.filter((pair) => foldOf(pair.documents[0] ?? '', documents) !== fold),
      WITHIN_PRIOR,
      SPREAD.within,
    )
    for (const document of documents.filter((one) => foldOf(one, documents) === fold)) {
      const items = byDocument.get(document) ?? []
      const reports = linkDocument(items, decisionsOf([], items), material.organisations, weights)
      for (const report of reports)
        for (const item of report.items) {
          const key = material.keys.get(item.claim.id)
          const both = report.items.filter((other) => material.keys.get(other.claim.id) === key).length
          precision += both / report.items.length
          recall += both / items.filter((other) => material.keys.get(other.claim.id) === key).length
          n++
        }
    }
  }
  const [p, r] = [precision / n, recall / n]
  console.log(
    `within documents, held out: B³ P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F ${((200 * p * r) / (p + r)).toFixed(1)}`,
  )
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
  const material = goldMaterial(true)
  // With a gazetteer and without one: the weights must serve records of places that no gazetteer has.
  const all = [material, goldMaterial(false), seedMaterial()]
  const within = all.flatMap(withinPairs)
  const across = all.flatMap(acrossPairs)
  const helps = {
    within: validate('within documents', within, WITHIN_PRIOR, SPREAD.within),
    across: validate('across documents', across, ACROSS_PRIOR, SPREAD.across),
  }
  scoreHeldOut(material, within)
  if (!process.argv.includes('--write')) return
  const learnt = [
    helps.within ? learn(within, WITHIN_PRIOR, SPREAD.within) : WITHIN_PRIOR,
    helps.across ? learn(across, ACROSS_PRIOR, SPREAD.across) : ACROSS_PRIOR,
  ] as const
  writeFileSync(new URL('../../packages/core/src/stages/link/weights.ts', import.meta.url), fileOf(...learnt))
}

main()
