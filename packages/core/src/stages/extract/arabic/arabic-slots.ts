import { exactKey } from '../../../gazetteer/fold-name.ts'
import type { Means, Mention, PlaceMention, Slot, SlotName, SourceMention } from '../../../model/claim.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import type { MeansMention } from '../means/find-means.ts'
import { KIND_COST } from '../means/means-of.ts'
import { mentionAt } from '../mention.ts'
import { slotAt } from '../slot-at.ts'
import { arabicPlacesOf } from './arabic-places.ts'
import type { ArabicReading } from './arabic-reading.ts'
import { arabicTimeOf } from './arabic-times.ts'
import { bySentence } from './by-sentence.ts'
import type { ArabicSpeech, Speaker } from './find-arabic-speeches.ts'

/** Where, when, by what means, by whom and on whose word: one entry a core, in their order. */
export const fillArabicSlots = (cores: readonly ClaimCore[], reading: ArabicReading): readonly ClaimSlots[] => {
  const coresIn = bySentence(cores, ({ sentence }) => sentence)
  return cores.map((core) => slotsOf(core, coresIn(core.sentence), reading))
}

const slotsOf = (core: ClaimCore, beside: readonly ClaimCore[], reading: ArabicReading): ClaimSlots => {
  const time = arabicTimeOf(core, reading)
  const where = arabicPlacesOf(core, beside, reading)
  const means = meansOf(core, reading)
  const actors = actorsOf(core, reading)
  const sources = sourcesOf(core, reading)
  const slots: Partial<Record<SlotName, Slot>> = { time: slotAt('time', time.cost) }
  if (where !== null) slots.places = slotAt('places', where.cost)
  if (means !== null) slots.means = slotAt('means', means.cost)
  if (actors.mentions.length > 0) slots.actors = slotAt('actors', actors.cost)
  if (sources.mentions.length > 0) slots.sources = slotAt('sources', sources.cost)
  return {
    places: (where?.places ?? []).map((place) => placeMention(place, slotAt('places', where?.cost ?? 0))),
    time: time.time,
    means: means?.means ?? null,
    actors: actors.mentions,
    sources: sources.mentions,
    slots,
  }
}

const placeMention = ({ start, end, text, kind, within }: Toponym, { certainty }: Slot): PlaceMention => ({
  start,
  end,
  text,
  certainty,
  kind,
  within,
})

const MEANS_COST = { ...KIND_COST, generic: 6 }
const SENTENCE_COST = 8
const FARTHEST = 22

/** Two sentences that name different places tell of different attacks. */
const isElsewhere = (own: number, other: number, { placesIn }: ArabicReading): boolean => {
  if (own === other) return false
  const [a, b] = [placesIn(own), placesIn(other)]
  if (a.length === 0 || b.length === 0) return false
  const named = (place: Toponym): readonly string[] => [place.name, ...place.within].map(exactKey)
  const known = new Set(a.flatMap(named))
  return !b.flatMap(named).some((name) => known.has(name))
}

/** Words for means are fetched from so many sentences away. */
const AWAY = [0, -1, 1, -2, 2]

/** The nearest means of the claim's own sentence, else of those around it. */
const meansOf = (core: ClaimCore, reading: ArabicReading): { readonly means: Means; readonly cost: number } | null => {
  let best: { readonly means: Means; readonly cost: number } | null = null
  for (const away of AWAY) {
    const here = isElsewhere(core.sentence, core.sentence + away, reading) ? [] : reading.meansIn(core.sentence + away)
    for (const mention of here) {
      const distance = Math.max(0, mention.first - core.last, core.first - mention.last) / 4
      const cost = MEANS_COST[mention.kind] + (away === 0 ? distance : SENTENCE_COST * Math.abs(away))
      if (cost <= FARTHEST && (best === null || cost < best.cost)) best = { means: ruled(mention, here), cost }
    }
  }
  return best
}

/** Tokens within which an aircraft and what it drops are of one attack. */
const BESIDE = 12
const MUNITIONS: ReadonlySet<Means> = new Set(['shelling', 'rocket', 'missile', 'mine_ied'])

/** The codebook's rulings: a suicide car bomb is a car bomb; gas is chemical however delivered; what aircraft drop is an air strike. */
const ruled = (mention: MeansMention, here: readonly MeansMention[]): Means => {
  if (mention.means === 'suicide_bomb' && here.some(({ means }) => means === 'car_bomb')) return 'car_bomb'
  if (here.some(({ means }) => means === 'chemical')) return 'chemical'
  const near = (means: Means): boolean =>
    here.some((other) => other.means === means && Math.abs(other.first - mention.first) <= BESIDE)
  if (near('barrel_bomb')) return 'barrel_bomb'
  if (MUNITIONS.has(mention.means) && near('airstrike')) return 'airstrike'
  return mention.means === 'shelling' && near('rocket') && mention.kind === 'attack' ? 'rocket' : mention.means
}

const actorsOf = (
  core: ClaimCore,
  reading: ArabicReading,
): { readonly mentions: readonly Mention[]; readonly cost: number } => {
  const { actorsIn, view } = reading
  for (const away of [0, -1, 1]) {
    if (isElsewhere(core.sentence, core.sentence + away, reading)) continue
    const found = actorsIn(core.sentence + away).filter(({ first, last }) => !overlaps(core, first, last))
    if (found.length === 0) continue
    const cost = Math.abs(away) * SENTENCE_COST
    const { certainty } = slotAt('actors', cost)
    return { mentions: found.slice(0, 2).map((actor) => mentionAt(view.text, actor, certainty)), cost }
  }
  return { mentions: [], cost: 0 }
}

const overlaps = ({ number }: ClaimCore, first: number, last: number): boolean =>
  first < number.last && number.first < last

/** Who speaks in the claim's sentence, so far as the claim stands where they are heard; a verb without anybody carries the last one on. */
const sourcesOf = (
  core: ClaimCore,
  reading: ArabicReading,
): { readonly mentions: readonly SourceMention[]; readonly cost: number } => {
  const { speechesIn, view } = reading
  const heard = speechesIn(core.sentence).filter((speech) => isHeard(speech, core))
  const speech = heard.reduce<ArabicSpeech | null>(
    (best, one) => (best === null || distance(one, core) < distance(best, core) ? one : best),
    null,
  )
  if (speech === null) return { mentions: [], cost: 0 }
  const cost = speech.goesOn ? SENTENCE_COST : 0
  const mention = (speaker: Speaker): SourceMention => ({
    ...mentionAt(view.text, speaker, cost > 0 ? 'implied' : 'stated'),
    type: speaker.type,
  })
  return { mentions: speech.speakers.map(mention), cost }
}

const isHeard = (speech: ArabicSpeech, core: ClaimCore): boolean => core.first >= speech.first || !speech.forward

const distance = (speech: ArabicSpeech, core: ClaimCore): number =>
  speech.first >= core.last ? speech.first - core.last : Math.max(0, core.first - speech.last)
