import type { Slot, SlotName } from '../../model/claim.ts'
import type { Context } from '../../pipeline/stage.ts'
import { mentionOf } from '../../toponyms/recognise-places.ts'
import { actorsOf } from './actors/actors-of.ts'
import { countsDoers } from './actors/own-side.ts'
import { sourcesOf } from './attribution/sources-of.ts'
import type { ClaimCore, ClaimSlots, DocumentFrame } from './claim-core.ts'
import { dateOf } from './dates/date-of.ts'
import { isShared } from './means/find-means.ts'
import { meansOf } from './means/means-of.ts'
import { mentionAt } from './mention.ts'
import { inOneBreath } from './places/one-breath.ts'
import { type PlacesFound, placesOf } from './places/places-of.ts'
import { type Reading, readDocument } from './reading.ts'
import { slotAt } from './slot-at.ts'

/** Asks of each claim where, when, by what means, by whom and on whose word. One entry a core, in their order. */
export const fillSlots = (
  frame: DocumentFrame,
  cores: readonly ClaimCore[],
  context: Context,
): readonly ClaimSlots[] => {
  if (cores.length === 0) return []
  const reading = readDocument(frame, cores, context)
  const { story } = reading
  const places = inOneBreath(
    cores.map((_, i) => placesOf(i, story, reading.places)),
    story,
  )
  return cores.map((core, i) => slotsOf(core, i, places[i] ?? null, reading))
}

const slotsOf = (core: ClaimCore, index: number, where: PlacesFound | null, reading: Reading): ClaimSlots => {
  const { layout, story } = reading
  const { sources, rule } = sourcesOf(core, layout, reading.speeches)
  const means = meansOf(index, story, reading.means)
  // A word that many attacks share ("raid") tells no two attacks apart.
  const plain = means === null || isShared(means.mention) ? null : means.means
  const time = dateOf(index, story, plain)
  const who = actorsOf(index, story, reading.actors, plain)
  const slots: Partial<Record<SlotName, Slot>> = { time: slotAt('time', time.cost) }
  if (where !== null) slots.places = slotAt('places', where.cost)
  if (means !== null) slots.means = slotAt('means', means.cost)
  if (who !== null) slots.actors = slotAt('actors', who.cost)
  if (sources.length > 0) slots.sources = slotAt('sources', rule === 'own' ? 0 : CARRIED)
  return {
    places: (where?.places ?? []).map((place) => mentionOf(place, slotAt('places', where?.cost ?? 0).certainty)),
    time: time.time,
    means: means?.means ?? null,
    actors: (who?.actors ?? []).map((actor) =>
      mentionAt(layout.text, actor, slotAt('actors', who?.cost ?? 0).certainty),
    ),
    ofDoers: countsDoers(core, story, reading.actors),
    sources,
    slots,
  }
}

/** What a speaker costs who was carried over from another sentence. */
const CARRIED = 10
