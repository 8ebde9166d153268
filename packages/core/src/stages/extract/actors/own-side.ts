import { inSegment } from '../by-segment.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { Story } from '../story.ts'
import type { ActorMention } from './actor-mention.ts'

/** "35 IS militants were killed", "IS militants", "two of the gunmen": one name, or one noun for fighters, in both. */
export const sharesName = (core: ClaimCore, mention: ActorMention, story: Story): boolean => {
  const { tokens } = story.layout.text
  for (let at = mention.first; at < mention.last; at++) {
    const token = tokens[at]
    if (token === undefined || !NAMES.has(token.tag) || token.text.length < 2) continue
    for (let i = core.first; i < peopleEnd(core, story); i++)
      if (i !== at && tokens[i]?.lower === token.lower) return true
  }
  return false
}

/** "six fighters of the Tirmaq Front": where the name ends that specifies who is counted. */
const peopleEnd = (core: ClaimCore, { layout, small }: Story): number => {
  const { tokens } = layout.text
  let at = core.last
  if (small.get(tokens[at]?.lower ?? '') !== 'owner') return at
  while (at < core.last + OF_NAME && NAMED.has(tokens[at + 1]?.tag ?? '')) at++
  return at + 1
}

const OF_NAME = 5
const NAMED: ReadonlySet<string> = new Set(['DET', 'ADJ', 'PROPN', 'NOUN'])
const NAMES: ReadonlySet<string> = new Set(['PROPN', 'NOUN'])

/** The side of the fighters whom a claim counts, by the words of its own passage. */
export const victimSide = (core: ClaimCore, story: Story): string => {
  for (const [at, side] of story.sides) if (core.first <= at && at < core.last + 8) return side
  return ''
}

/** Whether a claim counts fighters of the side that an actor's words name. */
export const isOwnSide = (core: ClaimCore, mention: ActorMention, story: Story): boolean =>
  core.status === 'combatant' &&
  (sharesName(core, mention, story) || (mention.side !== '' && mention.side === victimSide(core, story)))

/**
 * "the army killed 12 rebels, while six soldiers died": a side with no name of its own that does something else, in another
 * clause, did no harm to its own.
 */
export const sparesOwn = (core: ClaimCore, mention: ActorMention, story: Story): boolean => {
  const { tokens } = story.layout.text
  if (mention.tie !== 'subject' || mention.anchor === core.trigger || core.status !== 'combatant') return false
  if (!sharesName(core, mention, story) && !(mention.side !== '' && sidesOf(core, story).includes(mention.side)))
    return false
  for (let at = mention.first; at < mention.last; at++)
    if (tokens[at]?.tag === 'PROPN' || story.nations.has(at)) return false
  const [from, to] = mention.first < core.first ? [mention.last, core.first] : [core.last, mention.first]
  for (let at = from; at < to; at++) {
    const opens = story.small.get(tokens[at]?.lower ?? '')
    if (tokens[at]?.tag === 'SCONJ' || opens === 'that' || opens === 'frame') return true
  }
  return false
}

/** "the Front said eight of its fighters were killed": whose fighters a claim counts, named before it as its subject, lost them. */
export const isOwnLoss = (core: ClaimCore, mention: ActorMention, { layout, small }: Story): boolean => {
  if (mention.tie !== 'subject' || mention.last > core.number.first || core.trigger < core.number.first) return false
  for (let at = core.number.first; at < core.number.last; at++)
    if (small.get(layout.text.tokens[at]?.lower ?? '') === 'whose') return true
  return false
}

/** The sides of the fighters in a claim's own words. */
const sidesOf = (core: ClaimCore, story: Story): readonly string[] => {
  const [first] = [...story.sides].filter(([at]) => core.first <= at && at < core.last)
  return first === undefined ? [] : [first[1]]
}

/**
 * Who did the harm of those who fight each other ("between A and B"): of fighters killed the side that is not theirs; of
 * others, or where that is not told, nobody, for either may have.
 */
export const otherSide = (core: ClaimCore, sides: readonly ActorMention[], story: Story): readonly ActorMention[] => {
  if (core.status !== 'combatant') return []
  const others = sides.filter((mention) => !isOwnSide(core, mention, story))
  if (others.length < sides.length) return others
  const own = victimSide(core, story)
  const opposed = others.filter((mention) => own !== '' && mention.side !== '' && mention.side !== own)
  return opposed.length < sides.length ? opposed : []
}

/** "two of the attackers": a word for whoever did what was told before. */
export const namesDoers = (core: ClaimCore, { layout, small }: Story): boolean => {
  for (let at = core.number.first; at < core.number.last; at++)
    if (small.get(layout.text.tokens[at]?.lower ?? '') === 'doer') return true
  return false
}

/** "two of the attackers were shot dead", "two of the gunmen": whom a claim counts are those who did what was told before. */
export const countsDoers = (core: ClaimCore, story: Story, mentions: readonly ActorMention[]): boolean => {
  if (core.status !== 'combatant') return false
  if (namesDoers(core, story)) return true
  const { tokens } = story.layout.text
  const own = story.layout.segmentOf[core.first] ?? 0
  const nouns = new Set<string>()
  for (let at = core.number.first; at < core.number.last; at++)
    if (tokens[at]?.tag === 'NOUN') nouns.add(tokens[at]?.lower ?? '')
  for (let segment = own; segment >= own - TOLD_BEFORE; segment--)
    for (const mention of inSegment(mentions, segment, story.layout, ({ first }) => first)) {
      const told = mention.role === 'agent' && mention.last <= core.first
      if (told && nouns.has(tokens[mention.last - 1]?.lower ?? '')) return true
    }
  return false
}

/** Sentences back in which those stand who are counted now. */
const TOLD_BEFORE = 3
