import type { Toponym } from '../../../toponyms/toponym.ts'
import { inSegment } from '../by-segment.ts'
import type { ClaimCore } from '../claim-core.ts'
import { closeness } from '../closeness.ts'
import type { Near } from '../near.ts'
import type { Story } from '../story.ts'
import { AWAY, GOVERNMENT, type HarmPlace, KIND_COST, NEAR, POSTED } from './harm-places.ts'
import { leadsTo } from './place-owners.ts'

/** Where a claim's harm was, and how far the words for it were to fetch. */
export interface PlacesFound {
  readonly places: readonly Toponym[]
  readonly cost: number
}

const FARTHEST = 40

/** What a place of the claim's own sentence costs at most. */
const OWN_SENTENCE = 14

/** The places of the nearest mention: of the claim's own sentence, else of the same attack elsewhere. */
export const placesOf = (index: number, story: Story, candidates: readonly HarmPlace[]): PlacesFound | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  const segment = story.layout.segmentOf[core.first] ?? 0
  const headline = story.layout.segments[segment]?.headline === true
  const keeps =
    headline && inSegment(candidates, segment, story.layout, ({ place }) => place.first).some(({ sound }) => sound)
  let best: HarmPlace | null = null
  let bestCost = Infinity
  for (const near of story.near[index] ?? []) {
    if (near.cost > FARTHEST || near.cost >= bestCost || (keeps && near.cost > 0)) break
    for (const candidate of inSegment(candidates, near.segment, story.layout, ({ place }) => place.first)) {
      const way = wayCost(core, candidate)
      const cost = isAttached(core, candidate, story)
        ? way
        : near.cost +
          candidate.cost +
          way +
          (near.cost === 0
            ? closeness(core, candidate.place, story, 'after')
            : fromHeadline(near, candidate.place, headline, story))
      if (cost >= bestCost) continue
      best = candidate
      bestCost = cost
    }
  }
  const wide = story.toll[index] === true && bestCost > OWN_SENTENCE ? widest(core, candidates, story) : null
  if (wide !== null || best === null) return wide
  const found = finest(core, best, candidates, story)
  return { places: listed(found.place, candidates, story), cost: bestCost }
}

/** "killed in X": the preposition right behind the claim leads to the place. */
const isAttached = (core: ClaimCore, { place, cost }: HarmPlace, story: Story): boolean => {
  if (place.first < core.last || place.first > core.last + 3 || cost >= POSTED) return false
  for (let at = core.last; at < place.first; at++) {
    const tag = story.layout.text.tokens[at]?.tag
    if (tag !== (at === core.last ? 'ADP' : 'DET')) return false
  }
  return place.first > core.last
}

/** A headline that states a claim's number again names the place more widely than the sentences around the claim. */
const fromHeadline = (near: Near, place: Toponym, headline: boolean, story: Story): number => {
  if (!near.restated || headline || story.layout.segments[near.segment]?.headline !== true) return 0
  return place.kind === 'country' ? WIDEST : WIDER
}

const WIDER = 0.5

const WIDEST = 6

/** "in X … hit the Y neighbourhood": of a town and a part of it that one sentence names for one claim, the part. */
const finest = (core: ClaimCore, best: HarmPlace, candidates: readonly HarmPlace[], story: Story): HarmPlace => {
  if (best.part || !HOLDS_PARTS.has(best.place.kind)) return best
  const segment = story.layout.segmentOf[best.place.first]
  const isWide = best.place.kind === 'admin' && best.place.known
  const site = isWide ? siteIn(best.place, candidates, story) : undefined
  if (site !== undefined) return site
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

/** A toll without a place of its own is the country's that the text speaks of most: by name, or as where its places lie. */
const widest = (core: ClaimCore, candidates: readonly HarmPlace[], story: Story): PlacesFound | null => {
  const named = candidates.filter(({ place }) => place.kind === 'country')
  const count = new Map<string, number>(named.map(({ place }) => [place.name, 0]))
  const add = (name: string): void => {
    const before = count.get(name)
    if (before !== undefined) count.set(name, before + 1)
  }
  const led = named.filter(({ cost }) => cost < GOVERNMENT)
  for (const { place } of led.length > 0 ? led : named) add(place.name)
  for (const { place } of candidates) for (const name of new Set(place.within)) add(name)
  for (const range of story.countries) {
    const name = story.layout.text.tokens[range.first]?.text ?? ''
    if (led.length === 0 || led.some(({ place }) => place.name === name)) add(name)
  }
  const most = Math.max(1, ...count.values())
  const main = named.filter(({ place }) => count.get(place.name) === most)
  const country = main.findLast(({ place }) => place.first < core.first) ?? main[0]
  return country === undefined ? null : { places: [country.place], cost: FARTHEST }
}

/** People are displaced from a place, and killed in one. */
const wayCost = (core: ClaimCore, candidate: HarmPlace): number => {
  if (candidate.carried) return AWAY
  if (core.metric === 'displaced') return candidate.toward ? AWAY : 0
  return candidate.away ? AWAY : 0
}

/** A place with those that are listed with it ("in A, B and C"). */
const listed = (place: Toponym, candidates: readonly HarmPlace[], story: Story): readonly Toponym[] => {
  const here = candidates.map((candidate) => candidate.place).filter((other) => other.sentence === place.sentence)
  const at = here.indexOf(place)
  const list = [place]
  for (let i = at - 1; i >= 0; i--) {
    const [a, b] = [here[i], list[0]]
    if (a === undefined || b === undefined || !joined(a, b, story)) break
    list.unshift(a)
  }
  for (let i = at + 1; i < here.length; i++) {
    const [a, b] = [list[list.length - 1], here[i]]
    if (a === undefined || b === undefined || !joined(a, b, story)) break
    list.push(b)
  }
  return list
}

const joined = (a: Toponym, b: Toponym, story: Story): boolean => {
  if (a.within.includes(b.name) || b.within.includes(a.name) || b.first - a.last > 4) return false
  let conjunction = false
  for (let at = a.last; at < b.first; at++) {
    const token = story.layout.text.tokens[at]
    if (token?.tag === 'CCONJ' || token?.text === ',') conjunction = true
    else if (token?.tag !== 'DET' && token?.tag !== 'ADP') return false
  }
  return conjunction
}
