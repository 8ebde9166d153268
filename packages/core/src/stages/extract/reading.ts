import type { Lexicon } from '../../lexicon/lexicon.ts'
import { NO_ORGANISATIONS } from '../../origins/organisations.ts'
import type { Context } from '../../pipeline/stage.ts'
import { recognisePlaces } from '../../toponyms/recognise-places.ts'
import { withoutParties } from '../../toponyms/without-parties.ts'
import type { ActorMention } from './actors/actor-mention.ts'
import { findActors } from './actors/find-actors.ts'
import { findSpeeches } from './attribution/find-speeches.ts'
import type { Speech } from './attribution/speech.ts'
import type { ClaimCore, DocumentFrame } from './claim-core.ts'
import { type Layout, layOut } from './layout.ts'
import { findMeans, type MeansMention } from './means/find-means.ts'
import { type HarmPlace, harmPlaces } from './places/harm-places.ts'
import { type Story, tellStory } from './story.ts'

/** All that the slots and the events of a document read, made once a document. */
export interface Reading {
  readonly lexicon: Lexicon
  readonly layout: Layout
  readonly speeches: readonly Speech[]
  readonly means: readonly MeansMention[]
  readonly actors: readonly ActorMention[]
  readonly story: Story
  /** Found when they are first asked for: where no number of people is told, most events fall before that. */
  readonly places: readonly HarmPlace[]
}

const placesIn = ({ text }: DocumentFrame, lexicon: Lexicon, { gazetteer, organisations }: Context) =>
  withoutParties(recognisePlaces(text, lexicon, gazetteer), organisations ?? NO_ORGANISATIONS, gazetteer)

/** The one language whose claims are coded so far (its words stand in `lexicons/`). */
const LANGUAGE = 'en'

const made = new WeakMap<DocumentFrame, { readonly cores: readonly ClaimCore[]; readonly reading: Reading }>()

/** Reads a document for its slots and events; kept as long as the frame lives. Throws a RangeError without a lexicon. */
export const readDocument = (frame: DocumentFrame, cores: readonly ClaimCore[], context: Context): Reading => {
  const known = made.get(frame)
  if (known !== undefined && known.cores === cores) return known.reading
  const reading = makeReading(frame, cores, context)
  made.set(frame, { cores, reading })
  return reading
}

const makeReading = (frame: DocumentFrame, cores: readonly ClaimCore[], context: Context): Reading => {
  const lexicon = context.lexicons.get(LANGUAGE)
  if (lexicon === undefined) throw new RangeError(`no lexicon for ${LANGUAGE}`)
  const layout = layOut(frame, lexicon)
  const speeches = findSpeeches(layout, lexicon)
  const means = findMeans(frame.text, lexicon)
  const story = tellStory(layout, cores, speeches, means, lexicon, context.gazetteer)
  const actors = findActors(layout, cores, lexicon)
  let places: readonly HarmPlace[] | undefined
  return {
    lexicon,
    layout,
    speeches,
    means,
    actors,
    story,
    get places() {
      places ??= harmPlaces(story, placesIn(frame, lexicon, context), actors, lexicon)
      return places
    },
  }
}
