import type { Means } from '../../../model/claim.ts'
import type { Story } from '../story.ts'
import type { MeansMention } from './find-means.ts'

/** By what means a claim's harm was done, and how far the words for it were to fetch. */
export interface MeansFound {
  readonly means: Means
  readonly cost: number
  readonly mention: MeansMention
}

const FARTHEST = 34
const KIND_COST: Readonly<Record<MeansMention['kind'], number>> = { attack: 0, weapon: 1.5, weak: 4 }

/** The nearest means: of the claim's own sentence, else of the same attack elsewhere. */
export const meansOf = (index: number, story: Story, mentions: readonly MeansMention[]): MeansFound | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  let best: MeansFound | null = null
  for (const near of story.near[index] ?? []) {
    if (near.cost > (story.toll[index] === true ? 0 : FARTHEST)) break
    for (const mention of mentions) {
      if (story.layout.segmentOf[mention.first] !== near.segment) continue
      const cost = near.cost + KIND_COST[mention.kind] + (near.cost === 0 ? distance(core, mention) / 12 : 0)
      if (best === null || cost < best.cost) best = { means: mention.means, cost, mention }
    }
  }
  return best
}

const distance = (core: { readonly first: number; readonly last: number }, mention: MeansMention): number =>
  mention.last <= core.first ? core.first - mention.last : Math.max(0, mention.first - core.last)
