import type { ClaimCore } from '../claim-core.ts'
import type { Story } from '../story.ts'
import type { ActorMention } from './find-actors.ts'

/** Who is said to have done a claim's harm, and how far the words for it were to fetch. */
export interface ActorsFound {
  readonly actors: readonly ActorMention[]
  readonly cost: number
}

const FARTHEST = 30

/** The actors of the nearest attack: of the claim's own sentence, else of the same attack elsewhere. */
export const actorsOf = (index: number, story: Story, mentions: readonly ActorMention[]): ActorsFound | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  let best: ActorMention | null = null
  let bestCost = Infinity
  for (const near of story.near[index] ?? []) {
    if (near.cost > (story.toll[index] === true ? 0 : FARTHEST) || near.cost >= bestCost) break
    for (const mention of mentions) {
      if (mention.segment !== near.segment || !mayHaveDone(core, mention, near.cost)) continue
      const cost = near.cost + (near.cost === 0 ? distance(core, mention) / 10 : 0) + (mention.role === 'clash' ? 3 : 0)
      if (cost >= bestCost) continue
      best = mention
      bestCost = cost
    }
  }
  if (best === null) return null
  const { group, segment } = best
  const actors = mentions.filter((m) => m.group === group && m.segment === segment && mayHaveDone(core, m, bestCost))
  return { actors, cost: bestCost }
}

/** Victims are never their own killers, and a side of a far-off fight is nobody's. */
const mayHaveDone = (core: ClaimCore, mention: ActorMention, cost: number): boolean => {
  if (mention.role === 'none' || (mention.role === 'clash' && cost > 0)) return false
  const isVictim = mention.first < core.number.last && core.number.first <= mention.last - 1
  return !isVictim || mention.tie === 'subject'
}

const distance = (core: ClaimCore, mention: ActorMention): number => {
  if (mention.anchor === core.trigger) return 0
  const from = Math.min(mention.first, mention.anchor)
  const to = Math.max(mention.last, mention.anchor + 1)
  return to <= core.first ? core.first - to : Math.max(0, from - core.last)
}
