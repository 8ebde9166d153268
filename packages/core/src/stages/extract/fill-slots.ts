import type { Mention, SlotName } from '../../model/claim.ts'
import type { Context } from '../../pipeline/stage.ts'
import type { ReadText } from '../../text/read-text.ts'
import { mentionOf as placeMention, recognisePlaces } from '../../toponyms/recognise-places.ts'
import { actorsOf } from './actors/actors-of.ts'
import { findActors } from './actors/find-actors.ts'
import { findSpeeches } from './attribution/find-speeches.ts'
import { sourcesOf } from './attribution/sources-of.ts'
import type { ClaimCore, ClaimSlots, DocumentFrame } from './claim-core.ts'
import { dateOf } from './dates/date-of.ts'
import { layOut } from './layout.ts'
import { findMeans } from './means/find-means.ts'
import { meansOf } from './means/means-of.ts'
import { harmPlaces, placesOf } from './places/places-of.ts'
import { tellStory } from './story.ts'

const LANGUAGE = 'en'

/** Asks of each claim where, when, by what means, by whom and on whose word. One entry a core, in their order. */
export const fillSlots = (
  frame: DocumentFrame,
  cores: readonly ClaimCore[],
  context: Context,
): readonly ClaimSlots[] => {
  const lexicon = context.lexicons.get(LANGUAGE)
  if (lexicon === undefined) throw new RangeError(`no lexicon for ${LANGUAGE}`)
  if (cores.length === 0) return []
  const layout = layOut(frame, lexicon)
  const speeches = findSpeeches(layout, lexicon)
  const means = findMeans(frame.text, lexicon)
  const story = tellStory(layout, cores, speeches, means, lexicon, context.gazetteer)
  const actors = findActors(layout, cores, lexicon)
  const candidates = harmPlaces(story, recognisePlaces(frame.text, lexicon, context.gazetteer), actors)
  return cores.map((core, i) => {
    const sources = sourcesOf(core, layout, speeches)
    const time = dateOf(i, story)
    const by = meansOf(i, story, means)
    const who = actorsOf(i, story, actors)
    const where = placesOf(i, story, candidates)
    return {
      places: (where?.places ?? []).map((place) =>
        placeMention(place, (where?.cost ?? 0) < OWN ? 'stated' : 'implied'),
      ),
      time: time.time,
      means: by?.means ?? null,
      actors: (who?.actors ?? []).map((actor) => mentionOf(frame.text, actor, who?.cost ?? 0)),
      sources: sources.sources,
      slots: {
        time: slot(time.cost),
        ...(where === null ? {} : { places: slot(where.cost) }),
        ...(by === null ? {} : { means: slot(by.cost) }),
        ...(who === null ? {} : { actors: slot(who.cost) }),
        ...(sources.sources.length === 0 ? {} : { sources: slot(sources.rule === 'own' ? 0 : 10) }),
      } satisfies Partial<Record<SlotName, unknown>>,
    }
  })
}

const OWN = 6

const slot = (cost: number) =>
  ({ certainty: cost < OWN ? 'stated' : 'implied', confidence: Math.max(0.3, 0.95 - cost / 60) }) as const

const mentionOf = (text: ReadText, range: { readonly first: number; readonly last: number }, cost: number): Mention => {
  const start = text.tokens[range.first]?.start ?? 0
  const end = text.tokens[range.last - 1]?.end ?? start
  return { start, end, text: text.content.slice(start, end), certainty: cost < OWN ? 'stated' : 'implied' }
}
