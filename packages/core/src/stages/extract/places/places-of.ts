import type { ReadText } from '../../../text/read-text.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { Story } from '../story.ts'

/** Where a claim's harm was, and how far the words for it were to fetch. */
export interface PlacesFound {
  readonly places: readonly Toponym[]
  readonly cost: number
}

const FARTHEST = 40
/** A place told after the harm is its place sooner than one told before. */
const BEFORE = 1.5
const KIND_COST: Readonly<Record<Toponym['kind'], number>> = {
  settlement: 0,
  unknown: 0.5,
  area: 0.8,
  facility: 1.2,
  admin: 1,
  country: 3,
}

/** The places of the nearest mention: of the claim's own sentence, else of the same attack elsewhere. */
export const placesOf = (index: number, story: Story, toponyms: readonly Toponym[]): PlacesFound | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  let best: Toponym | null = null
  let bestCost = Infinity
  for (const near of story.near[index] ?? []) {
    if (near.cost > FARTHEST || near.cost >= bestCost) break
    for (const place of toponyms) {
      if (story.layout.segmentOf[place.first] !== near.segment || isContainer(place, toponyms, story.layout.text))
        continue
      const cost = near.cost + KIND_COST[place.kind] + (near.cost === 0 ? distance(core, place, story.cores) / 8 : 0)
      if (cost >= bestCost) continue
      best = place
      bestCost = cost
    }
  }
  return best === null ? null : { places: listed(best, toponyms, story.layout.text), cost: bestCost }
}

/** A wider place that only says where a narrower one beside it lies ("Takad" in "Aleppo"). */
const isContainer = (place: Toponym, all: readonly Toponym[], text: ReadText): boolean =>
  all.some(
    (other) =>
      other !== place &&
      other.sentence === place.sentence &&
      other.within.includes(place.name) &&
      Math.abs(other.first - place.first) < 15 &&
      text.tokens[place.first] !== undefined,
  )

const distance = (core: ClaimCore, place: Toponym, cores: readonly ClaimCore[]): number => {
  const after = place.first >= core.first
  const tokens = after ? Math.max(0, place.first - core.last) : (core.first - place.last) * BEFORE + 2
  const [from, to] = after ? [core.last, place.first] : [place.last, core.first]
  const between = cores.filter(
    (other) => other !== core && other.first >= from && other.last <= to && other.first < to,
  ).length
  return tokens + between * 6
}

/** A place with those that are listed with it ("in A, B and C"). */
const listed = (place: Toponym, all: readonly Toponym[], text: ReadText): readonly Toponym[] => {
  const here = all.filter((other) => other.sentence === place.sentence)
  const at = here.indexOf(place)
  const list = [place]
  for (let i = at - 1; i >= 0; i--) {
    const [a, b] = [here[i], list[0]]
    if (a === undefined || b === undefined || !joined(a, b, text)) break
    list.unshift(a)
  }
  for (let i = at + 1; i < here.length; i++) {
    const [a, b] = [list[list.length - 1], here[i]]
    if (a === undefined || b === undefined || !joined(a, b, text)) break
    list.push(b)
  }
  return list
}

const joined = (a: Toponym, b: Toponym, text: ReadText): boolean => {
  if (a.within.includes(b.name) || b.within.includes(a.name)) return false
  let conjunction = false
  for (let at = a.last; at < b.first; at++) {
    const token = text.tokens[at]
    if (token?.tag === 'CCONJ' || token?.text === ',') conjunction = true
    else if (token?.tag !== 'DET' && token?.tag !== 'ADP') return false
  }
  return conjunction && b.first - a.last <= 4
}
