import type { Means } from '../../../model/claim.ts'
import { inSegment } from '../by-segment.ts'
import type { ClaimCore } from '../claim-core.ts'
import { type Story, tellsOtherMeans } from '../story.ts'
import type { ActorMention } from './actor-mention.ts'

/**
 * Who owned up to the attack that a claim tells of, however many sentences away: to "the attack", which is the one that the
 * account is about, or by saying what their own fighters did by the same means. Null for nobody, or for another attack's.
 */
export const avowalOf = (
  index: number,
  story: Story,
  mentions: readonly ActorMention[],
  means: Means | null,
): ActorMention | null => {
  const core = story.cores[index]
  if (core === undefined || core.metric === 'displaced') return null
  for (const near of story.near[index] ?? []) {
    if (near.apart || near.cost === 0 || tellsOtherMeans(near.segment, means, story)) continue
    const told = inSegment(mentions, near.segment, story.layout, ({ first }) => first)
    const avowed = told.find((mention) => isAvowal(mention, story) || isOwnFighters(core, mention, means, story))
    if (avowed !== undefined) return avowed
  }
  return null
}

/** "claimed responsibility for the attack", "the bombing was claimed by the Front"; not "attacks claimed by the Front". */
const isAvowal = ({ avowed, anchor, segment }: ActorMention, { layout, small, attackAt }: Story): boolean => {
  if (!avowed) return false
  const of = (at: number): boolean => layout.segmentOf[at] === segment
  for (let at = anchor - OBJECT; at < anchor + OBJECT; at++) {
    if (!of(at) || small.get(layout.text.tokens[at]?.lower ?? '') !== 'definite') continue
    for (let noun = at + 1; noun <= at + MODIFIERS && of(noun); noun++) if (attackAt.has(noun)) return true
  }
  return false
}

/** Tokens from the word for owning up to the attack's article, and from that to its noun. */
const OBJECT = 6
const MODIFIERS = 3

/** Tokens from a name to the noun beside it that is read as the speaker ("the Front (F) militant group said"). */
const APPOSED = 4

/** "the Front said one of its fighters had blown himself up": told by those whose fighters they are, by the claim's own means. */
const isOwnFighters = (
  core: ClaimCore,
  { owner, role, segment }: ActorMention,
  means: Means | null,
  { layout, speeches, means: told }: Story,
): boolean => {
  if (owner === undefined || role !== 'agent' || means === null) return false
  const speaks = speeches.some(
    (speech) =>
      speech.segment === segment &&
      speech.speakers.some(({ first, last }) => first < owner.last + APPOSED && owner.first < last),
  )
  return (
    speaks &&
    core.sentence !== layout.segments[segment]?.sentence &&
    inSegment(told, segment, layout, ({ first }) => first).some((mention) => mention.means === means)
  )
}
