import type { Means } from '../../../model/claim.ts'
import { inSegment } from '../by-segment.ts'
import type { ClaimCore } from '../claim-core.ts'
import { closeness } from '../closeness.ts'
import type { Story } from '../story.ts'
import type { MeansMention } from './find-means.ts'

/** By what means a claim's harm was done, and how far the words for it were to fetch. */
export interface MeansFound {
  readonly means: Means
  readonly cost: number
  readonly mention: MeansMention
}

const FARTHEST = 22
/** Tokens within which two weapons are of one attack, and within which a weapon's full name is remembered. */
const BESIDE = 14
const RECENT = 120
const KIND_COST: Readonly<Record<MeansMention['kind'], number>> = { attack: 0, weapon: 1.5, weak: 4, generic: 18 }

/** The nearest means: of the claim's own sentence, else of the same attack elsewhere. */
export const meansOf = (index: number, story: Story, mentions: readonly MeansMention[]): MeansFound | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  let best: MeansFound | null = null
  for (const near of story.near[index] ?? []) {
    if (near.cost > (story.toll[index] === true || isTaken(core) ? 0 : FARTHEST)) break
    for (const mention of inSegment(mentions, near.segment, story.layout, ({ first }) => first)) {
      if (isTaken(core) && !TAKES.has(mention.kind)) continue
      const cost =
        near.cost + KIND_COST[mention.kind] + (near.cost === 0 ? closeness(core, mention, story, 'subject') : 0)
      if (cost <= FARTHEST && (best === null || cost < best.cost)) best = { means: mention.means, cost, mention }
    }
  }
  return best === null ? null : { ...best, means: ruled(best.mention, mentions, story) }
}

/** People abducted or displaced were not so by what killed others a sentence before. */
const isTaken = (core: ClaimCore): boolean => core.metric === 'abducted' || core.metric === 'displaced'

const TAKES: ReadonlySet<MeansMention['kind']> = new Set(['attack', 'weapon'])

/** The codebook's rulings: a suicide attack with a car is a car bomb; gas is chemical however delivered; of two named together, the first. */
const ruled = (mention: MeansMention, mentions: readonly MeansMention[], story: Story): Means => {
  const segment = story.layout.segmentOf[mention.first]
  const here = mentions.filter((other) => story.layout.segmentOf[other.first] === segment)
  if (mention.means === 'suicide_bomb' && here.some((other) => other.means === 'car_bomb')) return 'car_bomb'
  if (here.some((other) => other.means === 'chemical' && Math.abs(other.first - mention.first) < BESIDE))
    return 'chemical'
  if (MUNITIONS.has(mention.means) && here.some((other) => isCarrier(other, mention, story))) return 'airstrike'
  const fuller = namedBefore(mention, mentions, story)
  if (fuller !== null) return fuller
  let first = mention
  for (let i = here.indexOf(mention) - 1; i >= 0; i--) {
    const before = here[i]
    if (
      before === undefined ||
      before.kind === 'generic' ||
      before.kind === 'weak' ||
      !listedWith(before, first, story)
    )
      break
    first = before
  }
  return first.means
}

/** What aircraft drop or fire as well as guns and launchers on the ground. */
const MUNITIONS: ReadonlySet<Means> = new Set(['shelling', 'rocket', 'missile', 'mine_ied'])

/** "jets struck with cluster munitions", "drones fired missiles": an aircraft that stands before a munition in one clause. */
const isCarrier = (carrier: MeansMention, munition: MeansMention, story: Story): boolean => {
  const gap = munition.first - carrier.last
  if (carrier.means !== 'airstrike' || carrier.kind !== 'weapon' || gap < 1 || gap > BESIDE) return false
  for (let at = carrier.last; at < munition.first; at++) {
    const token = story.layout.text.tokens[at]
    if (token?.tag === 'CCONJ' || token?.tag === 'SCONJ' || token?.tag === 'PUNCT') return false
  }
  return true
}

/** "the shells", after "rocket shells": the weapon that was named in full before. */
const namedBefore = (mention: MeansMention, mentions: readonly MeansMention[], story: Story): Means | null => {
  const { tokens } = story.layout.text
  const word = tokens[mention.last - 1]?.lower
  if (mention.last - mention.first > 1) return null
  const before = mentions.findLast(
    (other) => other.first < mention.first && other.last - other.first > 1 && tokens[other.last - 1]?.lower === word,
  )
  return before === undefined || mention.first - before.last > RECENT ? null : before.means
}

const listedWith = (a: MeansMention, b: MeansMention, story: Story): boolean => {
  if (b.first - a.last > 4) return false
  for (let at = a.last; at < b.first; at++) {
    const token = story.layout.text.tokens[at]
    const passes = token?.tag === 'CCONJ' || token?.tag === 'ADJ' || token?.text === ',' || token?.tag === 'DET'
    if (!passes) return false
  }
  return true
}
