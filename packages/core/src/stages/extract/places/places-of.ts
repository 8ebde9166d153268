import type { Toponym } from '../../../toponyms/toponym.ts'
import { inSegment } from '../by-segment.ts'
import type { ClaimCore } from '../claim-core.ts'
import { closeness } from '../closeness.ts'
import type { Near } from '../near.ts'
import type { Story } from '../story.ts'
import { exactPlace } from './exact-place.ts'
import { AWAY, GOVERNMENT, type HarmPlace, OUTSIDE, POSTED } from './harm-places.ts'
import { listedPlaces } from './listed-places.ts'

/** Where a claim's harm was, and how far the words for it were to fetch. */
export interface PlacesFound {
  readonly places: readonly Toponym[]
  readonly cost: number
}

const FARTHEST = 40
/** The same of what the text tells only afterwards. */
const FARTHEST_ON = 26

/** What the place of what came before costs more than that of the attack that its sentence tells. */
const BACKGROUND = 6

/** In another sentence a country tells less still than a town does. */
const ELSEWHERE = 5

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
    if (near.segment > segment && near.cost > FARTHEST_ON) continue
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
            : fromHeadline(near, candidate.place, headline, story) +
              (candidate.before ? BACKGROUND : 0) +
              (candidate.place.kind === 'country' ? ELSEWHERE : 0))
      if (cost >= bestCost || cost >= OUTSIDE) continue
      best = candidate
      bestCost = cost
    }
  }
  const wide = story.toll[index] === true && bestCost > OWN_SENTENCE ? widest(core, candidates, story) : null
  if (wide !== null || best === null) return wide
  const found = exactPlace(core, best, candidates, story)
  return { places: listedPlaces(found.place, candidates, story), cost: bestCost }
}

/** "killed in X", "killed west of X": the words right behind the claim lead to the place. */
const isAttached = (core: ClaimCore, { place, cost }: HarmPlace, story: Story): boolean => {
  if (place.first < core.last || place.first > core.last + 3 || cost >= POSTED) return false
  if (place.first === core.last) return place.side !== null
  for (let at = core.last; at < place.first; at++) {
    const tag = story.layout.text.tokens[at]?.tag
    if (tag !== (at === core.last ? 'ADP' : 'DET')) return false
  }
  return true
}

/** A headline that states a claim's number again names the place more widely than the sentences around the claim. */
const fromHeadline = (near: Near, place: Toponym, headline: boolean, story: Story): number => {
  if (!near.restated || headline || story.layout.segments[near.segment]?.headline !== true) return 0
  return place.kind === 'country' ? WIDEST : WIDER
}

const WIDER = 0.5

const WIDEST = 6

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
  // "executed a man kidnapped in X": where he was taken tells where he was taken.
  if (candidate.seized && core.metric !== 'abducted') return OUTSIDE
  if (core.metric === 'displaced') return candidate.toward ? AWAY : 0
  return candidate.away ? AWAY : 0
}
