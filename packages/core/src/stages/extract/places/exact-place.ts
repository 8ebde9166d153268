import type { Toponym } from '../../../toponyms/toponym.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { Story } from '../story.ts'
import { type HarmPlace, KIND_COST, NEAR } from './harm-places.ts'
import { listedPlaces } from './listed-places.ts'
import { leadsTo } from './place-owners.ts'

/** The place that a claim's nearest words for one come to: what lies "near X", a part of a town, the building in a province. */
export const exactPlace = (
  core: ClaimCore,
  best: HarmPlace,
  candidates: readonly HarmPlace[],
  story: Story,
): HarmPlace => finest(core, besideIt(core, best, candidates, story) ?? best, candidates, story)

/** "near X" in another sentence, where the text says elsewhere what lies there: "Y near X". */
const besideIt = (
  core: ClaimCore,
  best: HarmPlace,
  candidates: readonly HarmPlace[],
  story: Story,
): HarmPlace | undefined =>
  best.place.relation === 'near' && best.place.sentence !== core.sentence
    ? candidates.find(
        ({ sound, away, near, place }) =>
          sound &&
          !away &&
          near === best.place.name &&
          place.relation === 'in' &&
          EXACT.has(place.kind) &&
          listedPlaces(place, candidates, story).length === 1,
      )
    : undefined

const EXACT: ReadonlySet<Toponym['kind']> = new Set(['settlement', 'unknown', 'facility'])

/** "in X … hit the Y neighbourhood": of a town and a part of it that one sentence names for one claim, the part. */
const finest = (core: ClaimCore, best: HarmPlace, candidates: readonly HarmPlace[], story: Story): HarmPlace => {
  if (best.part || !HOLDS_PARTS.has(best.place.kind)) return best
  const segment = story.layout.segmentOf[best.place.first]
  const isWide = best.place.kind === 'admin' && best.place.known
  const site = isWide ? siteIn(best.place, candidates, story) : undefined
  if (site !== undefined) return site
  const told = toldPart(core, best.place, candidates, story)
  if (told !== undefined) return told
  const target = best.place.kind === 'area' ? targetIn(core, best.place, candidates, story) : undefined
  if (target !== undefined) return target
  const parts = candidates.filter(
    (other) =>
      other.part &&
      other.cost < PART_COST &&
      story.layout.segmentOf[other.place.first] === segment &&
      isOfClaim(core, best.place, other.place, story),
  )
  return parts[0] ?? best
}

/** "Shells hit the Y neighbourhood in X. … in X": an account that goes on speaks of the part that it has told, by the town's name. */
const toldPart = (
  core: ClaimCore,
  town: Toponym,
  candidates: readonly HarmPlace[],
  story: Story,
): HarmPlace | undefined => {
  if (town.kind !== 'settlement' || town.sentence === core.sentence || !isNamedThere(town, story)) return undefined
  const near = story.near[story.cores.indexOf(core)] ?? []
  const costOf = ({ first }: Toponym): number =>
    near.find(({ segment }) => segment === story.layout.segmentOf[first])?.cost ?? Infinity
  return candidates.find(
    ({ part, cost, place }) =>
      part &&
      cost < PART_COST &&
      place.within.includes(town.name) &&
      place.sentence < Math.min(town.sentence, core.sentence) &&
      costOf(place) <= costOf(town) + GOES_ON,
  )
}

/** Told by its name, not as "the city", which is all of it. */
const isNamedThere = ({ first, last, nameSpan }: Toponym, { layout }: Story): boolean =>
  (layout.text.tokens[first]?.start ?? 0) <= nameSpan.start && nameSpan.start < (layout.text.tokens[last - 1]?.end ?? 0)

/** What the sentence before another costs more where the account goes on between them. */
const GOES_ON = 3

/** "at Teldo Hospital in Orvane province": where no town is named, the building is the place. */
const siteIn = (area: Toponym, candidates: readonly HarmPlace[], story: Story): HarmPlace | undefined =>
  candidates.find(
    ({ place, cost, carried }) =>
      place.kind === 'facility' &&
      isProper(place, story) &&
      place.sentence === area.sentence &&
      cost <= KIND_COST.facility + NEAR &&
      !carried &&
      place.last <= area.first &&
      leadsTo(place, area, story),
  )

/** "in Orvane countryside … an attack on Teldo camp": of the land and what was attacked there, what was attacked. */
const targetIn = (
  core: ClaimCore,
  area: Toponym,
  candidates: readonly HarmPlace[],
  story: Story,
): HarmPlace | undefined =>
  candidates.find(
    ({ place, sound, cost }) =>
      sound &&
      cost <= KIND_COST.facility &&
      place.kind !== 'area' &&
      place.sentence === area.sentence &&
      place.first > area.last &&
      story.layout.text.tokens[place.first - 1]?.tag === 'ADP' &&
      isAttackedBetween(area.last, place.first, story) &&
      isOfClaim(core, area, place, story),
  )

const isAttackedBetween = (first: number, last: number, story: Story): boolean => {
  for (let at = first; at < last; at++) if (story.attackAt.has(at)) return true
  return false
}

/** Written as a name to its end ("Teldo Hospital", not "a teacher's school"). */
const isProper = (place: Toponym, story: Story): boolean =>
  /^\p{Lu}/u.test(story.layout.text.tokens[place.last - 1]?.text ?? '')

const HOLDS_PARTS: ReadonlySet<Toponym['kind']> = new Set(['settlement', 'area', 'admin'])

/** A part of a town that costs more is somebody's post, or no place of harm. */
const PART_COST = 4

/** No other claim stands between a claim, its town and the part, and no "and" opens another account. */
const isOfClaim = (core: ClaimCore, town: Toponym, part: Toponym, story: Story): boolean => {
  const from = Math.min(core.first, town.first, part.first)
  const to = Math.max(core.last, town.last, part.last)
  for (let at = Math.min(town.last, part.last); at < Math.max(town.first, part.first); at++)
    if (story.layout.text.tokens[at]?.tag === 'CCONJ') return false
  if (story.layout.segmentOf[core.first] !== story.layout.segmentOf[part.first]) return true
  return !story.cores.some(
    (other) => other !== core && other.first < to && from < other.last && !sharesVerb(other, core),
  )
}

/** "killed and wounded", "three killed, nine hurt": claims of one breath, of different harm. */
const sharesVerb = (a: ClaimCore, b: ClaimCore): boolean => a.metric !== b.metric && a.sentence === b.sentence
