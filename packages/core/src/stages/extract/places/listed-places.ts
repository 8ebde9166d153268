import type { Toponym } from '../../../toponyms/toponym.ts'
import type { Story } from '../story.ts'
import type { HarmPlace } from './harm-places.ts'

/** A place with those that are listed with it ("in A, B and C"). */
export const listedPlaces = (place: Toponym, candidates: readonly HarmPlace[], story: Story): readonly Toponym[] => {
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
