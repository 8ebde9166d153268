import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { TokenRange } from '../attribution/noun-phrase.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { Layout } from '../layout.ts'
import { actorLexicon } from './actor-lexicon.ts'
import type { ActorMention } from './actor-mention.ts'
import { actorPhrases } from './actor-phrases.ts'
import { CLAUSE, isPossessive, isPossessor, type Phrase, type Reader, tokenAt } from './actor-reader.ts'
import { withInitials } from './initials.ts'
import { roleOf } from './role-of.ts'

/** All armed actors that a text names, in its order, with the part each plays. */
export const findActors = (layout: Layout, cores: readonly ClaimCore[], lexicon: Lexicon): readonly ActorMention[] => {
  const words = actorLexicon(lexicon)
  const pieces = piecesOf(layout.text)
  const verbs = allPatterns(words.verbs, pieces)
  const named = withInitials(layout.text, allPatterns(words.actors, pieces))
  const reader: Reader = {
    layout,
    lexicon: words,
    verbs: new Map(verbs.map((match) => [match.first, match])),
    nouns: new Map(allPatterns(words.nouns, pieces).map((match) => [match.first, match])),
    verbEnds: new Map(verbs.map((match) => [match.last, match])),
    active: new Map(cores.map((core) => [core.trigger, core.trigger < core.number.first])),
    counts: new Set(cores.map((core) => core.number.first)),
    armed: new Set(
      named.flatMap(({ value, last }) => (value.kind === 'head' || value.kind === 'vehicle' ? [last] : [])),
    ),
    actorAt: new Map(),
  }
  const phrases = actorPhrases(reader, named)
  for (const phrase of phrases) reader.actorAt.set(phrase.first, phrase.last)
  return withRoles(reader, phrases)
}

const withRoles = (reader: Reader, phrases: readonly Phrase[]): readonly ActorMention[] => {
  const mentions: ActorMention[] = []
  let group = 0
  /** First tokens of names that a place may have, too. */
  const places = new Set<number>()
  /** The first of the phrases that "and" joins: a preposition before it governs them all. */
  let lead: Phrase | undefined
  phrases.forEach((phrase, i) => {
    const before = phrases[i - 1]
    const joint = before === undefined ? 'none' : jointOf(reader, before, phrase)
    if (joint === 'none') group++
    if (joint !== 'and') lead = phrase
    const segment = reader.layout.segmentOf[phrase.first] ?? 0
    const { first, last, side } = phrase
    const other = joint === 'and' ? mentions[mentions.length - 1] : undefined
    const { role, anchor, tie } = other?.role === 'clash' ? other : roleOf(reader, phrase, lead ?? phrase)
    const habit = tellsHabit(reader, phrase, segment)
    const owner = isPossessor(reader, first - 1) ? ownerOf(reader, mentions, places, segment) : undefined
    // "its jets", where nobody is named whose they may be.
    if (owner === undefined && phrase.machine && isPossessor(reader, first - 1)) return
    const avowed = reader.verbs.get(anchor)?.value === 'claim'
    const mention = { first, last, segment, role, anchor, group, tie, side, habit, avowed }
    if (phrase.describes) places.add(first)
    mentions.push(owner === undefined ? mention : { ...mention, owner })
  })
  return shareRoles(mentions)
}

/** "the Front said its fighters": the last actor with a name before in the same sentence, or the one that it begins with. */
const ownerOf = (
  reader: Reader,
  mentions: readonly ActorMention[],
  places: ReadonlySet<number>,
  segment: number,
): TokenRange | undefined => {
  const start = reader.layout.segments[segment]?.first ?? 0
  let owner: ActorMention | undefined
  for (let i = mentions.length - 1; i >= 0 && mentions[i]?.segment === segment; i--) {
    const mention = mentions[i]
    if (mention === undefined) break
    const named = isName(reader, mention) && !places.has(mention.first)
    if (named || mention.first <= start + ARTICLE) {
      owner = mention
      break
    }
  }
  return owner === undefined ? undefined : (owner.owner ?? { first: owner.first, last: owner.last })
}

/** Tokens that may stand before the subject with which a sentence begins. */
const ARTICLE = 2

const isName = (reader: Reader, { first, last }: TokenRange): boolean => {
  for (let at = first; at < last; at++) if (tokenAt(reader, at)?.tag === 'PROPN') return true
  return false
}

/** "have often been hit by X", "X, which regularly shells the town": a word for how often within the clause. */
const tellsHabit = (reader: Reader, phrase: Phrase, segment: number): boolean => {
  for (let at = phrase.first - CLAUSE; at < phrase.last + CLAUSE; at++) {
    const token = reader.layout.segmentOf[at] === segment ? tokenAt(reader, at) : undefined
    if (token !== undefined && reader.lexicon.isHabit(token.form)) return true
  }
  return false
}

/** What joins two neighbouring phrases: a conjunction, a mark as in a list, or nothing. */
const jointOf = (reader: Reader, a: Phrase, b: Phrase): 'and' | 'mark' | 'none' => {
  if (b.first - a.last > 3 || reader.layout.segmentOf[a.first] !== reader.layout.segmentOf[b.first]) return 'none'
  let joint: 'and' | 'mark' | 'none' = 'none'
  for (let at = a.last; at < b.first; at++) {
    const token = tokenAt(reader, at)
    if (token?.tag === 'CCONJ') joint = 'and'
    else if (token?.text === ',' || token?.text === '/') joint = joint === 'none' ? 'mark' : joint
    else if (token?.tag !== 'DET' && token?.tag !== 'ADP' && !isPossessive(token)) return 'none'
  }
  return joint
}

/** Actors joined by "and" play the part that any of them was found to play. */
const shareRoles = (mentions: readonly ActorMention[]): readonly ActorMention[] => {
  const best = new Map<number, ActorMention>()
  for (const mention of mentions)
    if (mention.role !== 'none' && !best.has(mention.group)) best.set(mention.group, mention)
  return mentions.map((mention) => {
    const shared = best.get(mention.group)
    return mention.role !== 'none' || shared === undefined
      ? mention
      : { ...mention, role: shared.role, anchor: shared.anchor, tie: shared.tie, avowed: shared.avowed }
  })
}
