import type { ClaimCore } from '../claim-core.ts'
import type { Story } from '../story.ts'
import type { PlacesFound } from './places-of.ts'

/**
 * "killing two and injuring three": claims of one breath are of one place: that which their own sentence names for either, else
 * what was found in the nearer one.
 */
export const inOneBreath = (found: readonly (PlacesFound | null)[], story: Story): readonly (PlacesFound | null)[] => {
  const shared = [...found]
  story.cores.forEach((core, i) => {
    const before = story.cores[i - 1]
    if (before === undefined || !isJoined(before, core, story)) return
    const [a, b] = [shared[i - 1] ?? null, shared[i] ?? null]
    const [far, near] = [distanceOf(before, a, story), distanceOf(core, b, story)]
    if (far === near) return
    if (far > near) shared[i - 1] = b
    else shared[i] = a
  })
  return shared
}

/** How many sentences away a claim's place is told; a country tells less than any place in it. */
const distanceOf = (core: ClaimCore, found: PlacesFound | null, { layout }: Story): number => {
  const [place] = found?.places ?? []
  const of = (token: number): number => layout.segmentOf[token] ?? 0
  if (place === undefined) return Infinity
  return Math.abs(of(place.first) - of(core.first)) + (place.kind === 'country' ? COUNTRY : 0)
}

const COUNTRY = 1000

/** Different harm of one attack, with nothing but "and" or a comma between. */
const isJoined = (a: ClaimCore, b: ClaimCore, { layout }: Story): boolean => {
  if (a.metric === b.metric || layout.segmentOf[a.first] !== layout.segmentOf[b.first]) return false
  const between = layout.text.tokens.slice(a.last, b.first)
  return between.length <= NEXT && between.every(({ tag, text }) => tag === 'CCONJ' || tag === 'AUX' || text === ',')
}

/** Tokens between claims of one breath at most. */
const NEXT = 2
