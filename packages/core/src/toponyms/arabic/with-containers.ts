import type { ReadText } from '../../text/read-text.ts'
import type { Toponym } from '../toponym.ts'

/** Tokens that may stand between a place and the wider one that it lies in: "in", a comma, a side. */
const REACH = 2
const WIDER: readonly (readonly Toponym['kind'][])[] = [
  ['facility'],
  ['settlement', 'unknown'],
  ['area', 'admin'],
  ['country'],
]

/** The places of a sentence, each with the wider ones told right behind it ("سرموق في محافظة طرماق شمالي زريماند"). */
export const withContainers = (text: ReadText, places: readonly Toponym[]): readonly Toponym[] =>
  places.map((place, i) => {
    const within: string[] = []
    let inner = place
    for (const outer of places.slice(i + 1)) {
      if (outer.first - inner.last > REACH || !isWider(outer, inner) || isListed(text, inner, outer)) break
      within.push(outer.name)
      inner = outer
    }
    return within.length === 0 ? place : { ...place, within }
  })

const levelOf = (place: Toponym): number => WIDER.findIndex((kinds) => kinds.includes(place.kind))

const isWider = (outer: Toponym, inner: Toponym): boolean => levelOf(outer) > levelOf(inner)

/** "and" between two places tells of both. */
const isListed = (text: ReadText, a: Toponym, b: Toponym): boolean => {
  for (let at = a.last; at < b.first; at++) if (text.tokens[at]?.tag === 'CCONJ') return true
  return false
}
