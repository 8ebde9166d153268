import type { Token } from '../../../text/read-text.ts'
import type { PlaceWords } from '../../../toponyms/place-words.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { TokenRange } from '../attribution/noun-phrase.ts'
import type { Story } from '../story.ts'
import { isLostPossessive, ownedFrom } from './place-owners.ts'

/** A country is one by its name, whether or not a gazetteer is at hand. */
export const asCountry = (place: Toponym, story: Story): Toponym =>
  place.kind === 'unknown' && story.countries.some(({ first, last }) => first === place.first && last === place.last)
    ? { ...place, kind: 'country' }
    : place

/** Countries that stand as a modifier or a government ("Syria raid"): the widest places, taken when nothing else is told. */
export const countriesOf = (story: Story, toponyms: readonly Toponym[]): readonly Toponym[] => {
  if (story.countries.length === 0) return []
  const covered = new Set<number>()
  for (const { first, last } of toponyms) for (let at = first; at < last; at++) covered.add(at)
  const isCovered = ({ first, last }: TokenRange): boolean => {
    for (let at = first; at < last; at++) if (covered.has(at)) return true
    return false
  }
  return story.countries.flatMap((range) => {
    const token = story.layout.text.tokens[range.first]
    const last = story.layout.text.tokens[range.last - 1]
    if (token === undefined || last === undefined || isCovered(range)) return []
    if (!standsForPlace(range, last, story)) return []
    const end = last.end - (isLostPossessive(last.text, story) ? 1 : 0)
    const text = story.layout.text.content.slice(token.start, end)
    return [
      {
        start: token.start,
        end,
        text,
        kind: 'country',
        within: [],
        beside: [],
        sentence: token.sentence,
        first: range.first,
        last: range.last,
        name: text,
        nameSpan: { start: token.start, end },
        relation: 'in',
        known: true,
        typed: false,
        nameKind: 'country',
        also: [],
        side: null,
        isAround: false,
        isPart: false,
        nation: null,
        cue: 'country',
      } as const,
    ]
  })
}

/** In a headline, or as a possessor: elsewhere a bare country before a noun is its government or its people. */
const standsForPlace = (range: TokenRange, last: Token, story: Story): boolean => {
  if (/^[\p{Lu}.]+$/u.test(last.text)) return false
  const segment = story.layout.segments[story.layout.segmentOf[range.first] ?? 0]
  const next = story.layout.text.tokens[range.last]
  return (
    segment?.headline === true ||
    isLostPossessive(last.text, story) ||
    (next?.tag === 'PART' && /^['’]/.test(next.text))
  )
}

/** "blamed Zarimand", "Zarimand launched": a country with nothing before it that leads to a place. */
export const isGovernment = (place: Toponym, story: Story, words: PlaceWords): boolean => {
  const segment = story.layout.segments[story.layout.segmentOf[place.first] ?? 0]
  const bare = place.kind === 'country' ? place.cue !== 'country' : place.cue === 'gazetteer' && !place.typed
  if (!bare || segment?.headline === true) return false
  const { tokens } = story.layout.text
  const next = tokens[place.last]
  if (next?.tag === 'PART' && /^['’]/.test(next.text)) return false
  let at = ownedFrom(place.first, story) - 1
  while (tokens[at]?.tag === 'DET' || tokens[at]?.tag === 'ADJ') at--
  const before = tokens[at]
  if (before === undefined || before.tag === 'PUNCT' || before.tag === 'CCONJ') return at < segmentStart(place, story)
  // "blamed on X", "called on X": whom a deed of words concerns.
  if (words.has('behalf', before.lower) || (words.has('toward', before.lower) && story.words.get(at - 1) === 'stated'))
    return true
  return (['inside', 'near', 'toward', 'of', 'strikes'] as const).every((role) => !words.has(role, before.lower))
}

const segmentStart = (place: Toponym, story: Story): number =>
  story.layout.segments[story.layout.segmentOf[place.first] ?? 0]?.first ?? 0
