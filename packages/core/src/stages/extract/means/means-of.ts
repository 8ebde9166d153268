import type { Means } from '../../../model/claim.ts'
import { inSegment } from '../by-segment.ts'
import type { ClaimCore } from '../claim-core.ts'
import { closeness } from '../closeness.ts'
import type { Story } from '../story.ts'
import { refersBack } from '../thread.ts'
import { isShared, type MeansMention } from './find-means.ts'
import { isOfWar } from './is-of-war.ts'

/** By what means a claim's harm was done, and how far the words for it were to fetch. */
export interface MeansFound {
  readonly means: Means
  readonly cost: number
  readonly mention: MeansMention
}

const FARTHEST = 20
/** The same for a claim that speaks of an attack told before ("killed in the attack"). */
const FARTHEST_BACK = 30
/** The same for people displaced or abducted: only what their own clause names drove them out. */
const FARTHEST_TAKEN = 2
/** Tokens within which two weapons are of one attack, and within which a weapon's full name is remembered. */
const BESIDE = 14
const RECENT = 120
const SOON = 60
/** How much less likely a word of each kind is the means of a claim than an attack by name. */
export const KIND_COST: Readonly<Record<MeansMention['kind'], number>> = {
  attack: 0,
  weapon: 1.5,
  fire: 0,
  weak: 4,
  raid: 4,
  generic: 18,
}
/** In another sentence a word that many attacks share is of this one less likely still. */
const ELSEWHERE: Readonly<Partial<Record<MeansMention['kind'], number>>> = { weak: 8, raid: 8 }

/** The nearest means: of the claim's own sentence, else of the same attack elsewhere. */
export const meansOf = (index: number, story: Story, mentions: readonly MeansMention[]): MeansFound | null => {
  const core = story.cores[index]
  if (core === undefined || isOfWar(core, story)) return null
  const { layout, attackAt, small } = story
  const back = refersBack(core, layout, attackAt, small)
  const own = layout.segmentOf[core.first] ?? 0
  const ofOthers = inOthersPhrases(core, mentions, story)
  let best: MeansFound | null = null
  const onlyOwn = story.toll[index] === true || isTaken(core)
  for (const near of story.near[index] ?? []) {
    const reach = back && near.segment < own ? FARTHEST_BACK : FARTHEST
    if (near.cost > (onlyOwn ? 0 : FARTHEST_BACK)) break
    if (near.cost > reach) continue
    for (const mention of inSegment(mentions, near.segment, story.layout, ({ first }) => first)) {
      if (ofOthers.has(mention) || isCounted(core, mention)) continue
      if (isTaken(core) && (!TAKES.has(mention.kind) || mention.means === 'execution')) continue
      // "killed in the hostilities": a word for the whole war tells no means.
      if (story.toll[index] === true && story.words.get(mention.first) === 'war') continue
      // "the blast": told more plainly elsewhere, but never as gunfire.
      if (near.cost > 0 && best?.mention.kind === 'generic' && !EXPLOSIVE.has(mention.means)) continue
      const cost =
        near.cost +
        (near.cost === 0
          ? kindCost(core, mention, story) + closeness(core, mention, story, 'subject')
          : (ELSEWHERE[mention.kind] ?? KIND_COST[mention.kind]))
      const farthest = isTaken(core) ? FARTHEST_TAKEN : near.cost === 0 ? Infinity : reach
      if (cost <= farthest && (best === null || cost < best.cost)) best = { means: mention.means, cost, mention }
    }
  }
  if (best === null) return null
  if (best.mention.kind === 'raid' && isToldOfAir(own, story, mentions)) return { ...best, means: 'airstrike' }
  return { ...best, means: ruledMeans(best.mention, mentions, story) }
}

/** "a raid on the town": from the air where the sentence before or one of the next two, that count nobody, tell of aircraft. */
const isToldOfAir = (own: number, { layout, cores }: Story, mentions: readonly MeansMention[]): boolean => {
  for (let segment = own - 1; segment <= own + 2; segment++) {
    const air = inSegment(mentions, segment, layout, ({ first }) => first).some(
      ({ means, kind }) => means === 'airstrike' && kind !== 'raid',
    )
    if (air && (segment === own || !cores.some((core) => layout.segmentOf[core.first] === segment))) return true
  }
  return false
}

/** "died in the assault": a common word is plain where the claim's own phrase names it. */
const kindCost = (core: ClaimCore, mention: MeansMention, story: Story): number =>
  isShared(mention) && isOwnPhrase(core, mention, story) ? NAMED : KIND_COST[mention.kind]

/** "killed in the X", "wounded by two X": the preposition right behind a claim leads to the word. */
const isOwnPhrase = (core: ClaimCore, mention: MeansMention, story: Story): boolean => {
  const gap = mention.first - core.last
  const { tokens } = story.layout.text
  if (gap < 1 || gap > PHRASE || tokens[core.last]?.tag !== 'ADP') return false
  for (let at = core.last + 1; at < mention.first; at++) {
    const tag = tokens[at]?.tag
    if (tag === 'CCONJ' || tag === 'PUNCT' || tag === 'VERB' || tag === 'ADP') return false
  }
  return true
}

/** "three died in the blast and two in the assault": where each claim has its phrase, none takes what another's names. */
const inOthersPhrases = (
  core: ClaimCore,
  mentions: readonly MeansMention[],
  story: Story,
): ReadonlySet<MeansMention> => {
  const here = inSegment(mentions, story.layout.segmentOf[core.first] ?? 0, story.layout, ({ first }) => first)
  if (!here.some((mention) => isOwnPhrase(core, mention, story))) return NONE
  const others = story.cores.filter((other) => other !== core && other.sentence === core.sentence)
  return new Set(
    here.filter(
      (mention) => !isOwnPhrase(core, mention, story) && others.some((other) => isOwnPhrase(other, mention, story)),
    ),
  )
}

/** "killed 50 gunmen": whom a claim counts tells no means of their deaths; but "six suicide bombers died" by their own. */
const isCounted = (core: ClaimCore, { first, last, kind }: MeansMention): boolean =>
  core.number.first < first && last <= core.number.last && (kind === 'fire' || kind === 'weapon')

const NONE: ReadonlySet<MeansMention> = new Set()

/** Tokens from a claim to the noun that its own preposition leads to. */
const PHRASE = 6
/** What a common word costs there: a weapon beside it tells more. */
const NAMED = 2

/** What may be told of as a blast. */
const EXPLOSIVE: ReadonlySet<Means> = new Set([
  'airstrike',
  'barrel_bomb',
  'shelling',
  'rocket',
  'missile',
  'car_bomb',
  'suicide_bomb',
  'mine_ied',
  'other',
])

/** People abducted or displaced were not so by what killed others a sentence before. */
const isTaken = (core: ClaimCore): boolean => core.metric === 'abducted' || core.metric === 'displaced'

const TAKES: ReadonlySet<MeansMention['kind']> = new Set(['attack', 'weapon'])

/** The codebook's rulings: a suicide attack with a car is a car bomb; gas is chemical however delivered; of two named together, the first. */
export const ruledMeans = (mention: MeansMention, mentions: readonly MeansMention[], story: Story): Means => {
  const segment = story.layout.segmentOf[mention.first]
  const here = mentions.filter((other) => story.layout.segmentOf[other.first] === segment)
  if (mention.means === 'suicide_bomb' && here.some((other) => other.means === 'car_bomb')) return 'car_bomb'
  if (here.some((other) => other.means === 'chemical' && Math.abs(other.first - mention.first) < BESIDE))
    return 'chemical'
  if (MUNITIONS.has(mention.means) && here.some((other) => isCarrier(other, mention, story))) return 'airstrike'
  const fired = mention.kind === 'fire' ? here.find((other) => isFired(other, mention, story)) : undefined
  if (fired !== undefined) return fired.means
  const fuller = namedInFull(mention, mentions, story)
  if (fuller !== null) return fuller
  let first = mention
  for (let i = here.indexOf(mention) - 1; i >= 0; i--) {
    const before = here[i]
    if (before === undefined || before.kind === 'generic' || isShared(before) || !listedWith(before, first, story))
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
  return !isParted(carrier.last, munition.first, story)
}

/** "rockets were fired on the town", "fired on the town with mortars": what was fired, in one clause with the word for it. */
const isFired = (munition: MeansMention, fire: MeansMention, story: Story): boolean => {
  if (!LAUNCHED.has(munition.means) || (munition.kind !== 'attack' && munition.kind !== 'weapon')) return false
  const [from, to] = munition.first < fire.first ? [munition.last, fire.first] : [fire.last, munition.first]
  return to - from < BESIDE && !isParted(from, to, story)
}

const LAUNCHED: ReadonlySet<Means> = new Set(['shelling', 'rocket', 'missile'])

/** Whether a conjunction or a mark stands between two tokens. */
const isParted = (from: number, to: number, story: Story): boolean => {
  for (let at = from; at < to; at++) {
    const tag = story.layout.text.tokens[at]?.tag
    if (tag === 'CCONJ' || tag === 'SCONJ' || tag === 'PUNCT') return true
  }
  return false
}

/** "the shells", after "rocket shells" or soon before: the weapon that the text names in full. */
const namedInFull = (mention: MeansMention, mentions: readonly MeansMention[], story: Story): Means | null => {
  const { tokens } = story.layout.text
  const word = tokens[mention.last - 1]?.lower ?? ''
  if (mention.last - mention.first > 1 || isOwned(mention, story)) return null
  const isNamed = (other: MeansMention): boolean =>
    other.last - other.first > 1 && sameNoun(tokens[other.last - 1]?.lower ?? '', word)
  const before = mentions.findLast((other) => other.first < mention.first && isNamed(other))
  if (before !== undefined && mention.first - before.last <= RECENT) return before.means
  const after = mentions.find((other) => other.first > mention.first && isNamed(other))
  return after === undefined || after.first - mention.last > SOON ? null : after.means
}

/** "government bombs": with a word of its own before it a weapon is another than one named in full elsewhere. */
const isOwned = ({ first }: MeansMention, { layout, nations }: Story): boolean => {
  const tag = layout.text.tokens[first - 1]?.tag
  return tag === 'NOUN' || tag === 'PROPN' || nations.has(first - 1)
}

/** One noun, in the same number or another. */
const sameNoun = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= STEM && Math.abs(a.length - b.length) <= 1 && (a.startsWith(b) || b.startsWith(a)))

const STEM = 4

const listedWith = (a: MeansMention, b: MeansMention, story: Story): boolean => {
  if (b.first - a.last > 4) return false
  for (let at = a.last; at < b.first; at++) {
    const token = story.layout.text.tokens[at]
    const passes = token?.tag === 'CCONJ' || token?.tag === 'ADJ' || token?.text === ',' || token?.tag === 'DET'
    if (!passes) return false
  }
  return true
}
