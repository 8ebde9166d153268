import type { Means } from '../../../model/claim.ts'
import { inSegment } from '../by-segment.ts'
import type { ClaimCore } from '../claim-core.ts'
import { closeness } from '../closeness.ts'
import { isOfWar } from '../means/is-of-war.ts'
import { type Near, TOLD_ON } from '../near.ts'
import { type Story, tellsOtherMeans } from '../story.ts'
import type { ActorMention } from './actor-mention.ts'
import { avowalOf } from './avowals.ts'
import { isOwnLoss, namesDoers, otherSide, sharesName, sparesOwn, victimSide } from './own-side.ts'

/** Who is said to have done a claim's harm, and how far the words for it were to fetch. */
export interface ActorsFound {
  readonly actors: readonly ActorMention[]
  readonly cost: number
}

const FARTHEST = 22
/** What those cost who own up to the attack that the account is about. */
const AVOWAL = 12

/** The actors of the nearest attack: of the claim's own sentence, else of the same attack elsewhere. */
export const actorsOf = (
  index: number,
  story: Story,
  mentions: readonly ActorMention[],
  means: Means | null,
): ActorsFound | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  const ofWar = isOfWar(core, story)
  const doers = namesDoers(core, story)
  let best: ActorMention | null = null
  let bestCost = Infinity
  for (const near of story.near[index] ?? []) {
    const isToll = story.toll[index] === true
    if (near.cost > (isToll && !goesOn(core, near, story) ? TOLD_ON : FARTHEST) || near.cost >= bestCost) break
    // What drove people out stands in the sentence that tells of their flight.
    if (near.cost > 0 && core.metric === 'displaced') break
    for (const mention of inSegment(mentions, near.segment, story.layout, ({ first }) => first)) {
      if (mention.segment !== near.segment || !mayHaveDone(core, mention, near)) continue
      // Who struck once did not kill all who died in a war.
      if (ofWar && mention.anchor !== core.trigger) continue
      if (near.cost > 0 && (isAgainstOwn(core, mention, story, doers) || isCause(mention, story))) continue
      if (sparesOwn(core, mention, story) || isOfOtherMeans(core, mention, means, near, story)) continue
      if (mention.tie === 'subject' && story.cores.some((other) => isCounted(other, mention))) continue
      if (near.cost === 0 && (didAnother(core, mention, story) || isOwnLoss(core, mention, story))) continue
      const other = near.cost > 0 && tellsOtherMeans(near.segment, means, story) ? OTHER_MEANS : 0
      const cost = near.cost + other + costOf(core, mention, near, story)
      if (cost >= bestCost || cost > FARTHEST) continue
      best = mention
      bestCost = cost
    }
  }
  const avowed = bestCost <= AVOWAL || ofWar || doers ? null : avowalOf(index, story, mentions, means)
  if (avowed !== null && !isAgainstOwn(core, avowed, story, doers)) {
    best = avowed
    bestCost = AVOWAL
  }
  if (best === null) return null
  const { group, segment, role, tie } = best
  const actors = mentions.filter((m) => m.group === group && m.segment === segment && m.role === role)
  const told = tie === 'between' && actors.length > 1 ? otherSide(core, actors, story) : actors
  return { actors: told.filter((m) => !isVictim(core, m)).map((m) => ({ ...m, ...m.owner })), cost: bestCost }
}

/** "Troops have stepped up their shelling. Since Friday shells have killed 60": a toll that the attacks of the sentence before have left. */
const goesOn = (core: ClaimCore, near: Near, story: Story): boolean => {
  const own = story.layout.segmentOf[core.first] ?? 0
  if (near.segment !== own - 1 || core.trigger > core.number.first) return false
  const before = inSegment(story.means, near.segment, story.layout, ({ first }) => first)
  return inSegment(story.means, own, story.layout, ({ first }) => first).some(
    (mention) =>
      mention.means !== 'clashes' &&
      mention.last <= core.trigger &&
      before.some(({ means }) => means === mention.means),
  )
}

const isVictim = (core: ClaimCore, mention: ActorMention): boolean =>
  mention.tie !== 'subject' && mention.first < core.number.last && core.number.first < mention.last

/** "kills nine soldiers, injures two": whom an active verb counts is not the subject of the next. */
const isCounted = (core: ClaimCore, mention: ActorMention): boolean =>
  core.trigger < core.number.first && core.number.first < mention.first && mention.first - core.number.last < 2

/** "200 have died since May 2, when rebels killed 30": behind a claim, the subject of another claim's verb in a clause of its own. */
const didAnother = (core: ClaimCore, mention: ActorMention, { cores, layout }: Story): boolean => {
  if (mention.tie !== 'subject' || mention.first < core.last) return false
  if (!cores.some((other) => other !== core && other.trigger === mention.anchor)) return false
  return layout.times.some(({ role, first, last }) => role === 'since' && core.last <= first && last <= mention.first)
}

/** Victims are never their own killers, and a side of a far-off fight is nobody's. */
const mayHaveDone = (core: ClaimCore, mention: ActorMention, near: Near): boolean => {
  if (mention.role === 'none' || isVictim(core, mention) || (mention.habit && near.cost > 0)) return false
  if (core.lost && near.cost === 0 && mention.last <= core.first) return false
  return mention.role !== 'clash' || near.cost === 0 || near.restated
}

/** In another sentence those who did harm are not told again as who did it to themselves, nor by a name that the victims bear. */
const isAgainstOwn = (core: ClaimCore, mention: ActorMention, story: Story, doers: boolean): boolean => {
  if (doers && mention.side !== 'state') return true
  if (core.status === 'combatant' && sharesName(core, mention, story)) return true
  return core.lost && loses(core, mention, story)
}

/** "in retaliation for the army's shelling": what an attack answers is another's deed. */
const isCause = ({ anchor, segment }: ActorMention, { layout, words }: Story): boolean => {
  for (let at = anchor - 1; at >= anchor - CAUSE && layout.segmentOf[at] === segment; at--) {
    if (words.get(at) === 'background') return true
    if (layout.text.tokens[at]?.tag === 'VERB') return false
  }
  return false
}

/** Tokens from a word for an answer to the attack that it answers. */
const CAUSE = 8

/** "the rebels lost 12 fighters": whoever bears the name of the side whose loss it is. */
const loses = (core: ClaimCore, mention: ActorMention, { layout }: Story): boolean => {
  const { tokens } = layout.text
  const segment = layout.segmentOf[core.first]
  for (let at = core.first - 1; at >= core.first - LOSER && layout.segmentOf[at] === segment; at--)
    for (let i = mention.first; i < mention.last; i++)
      if (tokens[i]?.lower === tokens[at]?.lower && tokens[at]?.tag !== 'DET') return true
  return false
}

/** Tokens from a loss to the name of whoever suffers it. */
const LOSER = 5

/** "under army bombardment while five people died in rocket attacks": an attack by other means, told in another clause. */
const isOfOtherMeans = (
  core: ClaimCore,
  mention: ActorMention,
  means: Means | null,
  near: Near,
  story: Story,
): boolean => {
  if (means === null) return false
  if (mention.tie === 'between' && means !== 'clashes') return true
  const here = inSegment(story.means, mention.segment, story.layout, ({ first }) => first)
  const told = here.find((m) => m.first <= mention.anchor && mention.anchor < m.last)
  if (told?.kind === 'fire') return BLASTS.has(means)
  if (near.cost > 0 || (mention.tie !== 'modifier' && mention.tie !== 'by')) return false
  if (told === undefined || told.means === means || (told.kind !== 'attack' && told.kind !== 'weapon')) return false
  const [from, to] =
    mention.anchor < core.first ? [mention.anchor + 1, core.first] : [core.last, Math.min(mention.first, told.first)]
  for (let at = from; at < to; at++) if (story.layout.text.tokens[at]?.tag === 'SCONJ') return true
  return false
}

/** "guards opened fire on the bomber": who shoots is not whose bomb went off. */
const BLASTS: ReadonlySet<Means> = new Set(['car_bomb', 'suicide_bomb', 'mine_ied', 'chemical'])

const CLASH = 2
const SAME_SIDE = 8
const OTHERS_DEED = 10
const OTHER_MEANS = 8

const costOf = (core: ClaimCore, mention: ActorMention, near: Near, story: Story): number => {
  let cost = mention.role === 'clash' ? CLASH : 0
  if (core.status === 'combatant' && mention.side !== '' && mention.side === victimSide(core, story)) cost += SAME_SIDE
  if (core.status === 'combatant' && sharesName(core, mention, story)) cost += SAME_SIDE
  if (near.cost > 0) {
    const others = story.cores.some(
      (o) => o !== core && o.first <= mention.anchor && mention.anchor < o.last && !sameHarm(o, core),
    )
    return cost + (others ? OTHERS_DEED : 0)
  }
  if (mention.anchor === core.trigger) return cost
  const words = { first: Math.min(mention.first, mention.anchor), last: Math.max(mention.last, mention.anchor + 1) }
  return cost + closeness(core, words, story, 'subject')
}

const sameHarm = (a: ClaimCore, b: ClaimCore): boolean => a.metric === b.metric && a.count.low === b.count.low
