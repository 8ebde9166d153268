import type { Token } from '../../../text/read-text.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { Story } from '../story.ts'

/**
 * A toponym without what bad punctuation joined to it: the next sentence's first word ("Homs Two"), an attack's noun, a
 * possessor that lost its apostrophe ("Aleppos"). Null when nothing of a name is left.
 */
export const mendName = (place: Toponym, story: Story): Toponym | null => cutName(withoutSource(place, story), story)

/** "in Teldo state media said": what looks like a kind of place is the first word of whoever speaks. */
const withoutSource = (place: Toponym, story: Story): Toponym => {
  const { tokens, content } = story.layout.text
  const end = tokens[place.last - 2]?.end
  if (!story.offices.has(place.last - 1) || end === undefined || end < place.nameSpan.end) return place
  if (tokens[place.last]?.tag !== 'NOUN') return place
  return { ...place, end, text: content.slice(place.start, end), kind: place.nameKind, last: place.last - 1 }
}

const cutName = (place: Toponym, story: Story): Toponym | null => {
  const { tokens, content } = story.layout.text
  // "Teldo National Hospital": what may also speak is what is named here.
  if (place.known || place.kind === 'facility' || place.nameSpan.start === place.nameSpan.end) return place
  let first = place.first
  while (first < tokens.length && (tokens[first]?.start ?? 0) < place.nameSpan.start) first++
  let last = first
  while (last < place.last && (tokens[last]?.end ?? 0) <= place.nameSpan.end) last++
  const { segmentOf } = story.layout
  while (last - first > 1 && (isTail(tokens[last - 1], story) || segmentOf[last - 1] !== segmentOf[first])) last--
  if (last - first > 1 && (isPossessor(tokens[first], story) || isTied(first, story))) first++
  const head = tokens[first]
  const tail = tokens[last - 1]
  if (head === undefined || tail === undefined || isArticle(first, last, story)) return null
  const lost = last - first === 1 && isPossessor(tail, story) ? 1 : 0
  const nameSpan = { start: head.start, end: tail.end - lost }
  if (nameSpan.start === place.nameSpan.start && nameSpan.end === place.nameSpan.end) return place
  const name = content.slice(nameSpan.start, nameSpan.end)
  const known = story.kindOf(name)
  // "west of Teldo In": the side is told of the name that is left, too.
  const sided = place.start < place.nameSpan.start && head.start === place.nameSpan.start
  const start = sided ? place.start : head.start
  return {
    ...place,
    start,
    end: nameSpan.end,
    text: content.slice(start, nameSpan.end),
    name,
    nameSpan,
    kind: sided ? place.kind : (known ?? place.kind),
    nameKind: known ?? place.nameKind,
    known: known !== null,
    first: sided ? place.first : first,
    last,
  }
}

/** "rebel-held Teldo": what a hyphen ties to the word before is no part of the name. */
const isTied = (first: number, { layout }: Story): boolean => {
  const [before, token] = [layout.text.tokens[first - 1], layout.text.tokens[first]]
  return before?.text === '-' && token !== undefined && token.text === token.lower
}

/** "Al-": what an armed group's name leaves of a place. */
const isArticle = (first: number, last: number, { layout, small }: Story): boolean =>
  layout.text.tokens.slice(first, last).every(({ tag, lower }) => tag === 'PUNCT' || small.get(lower) === 'particle')

const isTail = (token: Token | undefined, story: Story): boolean =>
  token !== undefined &&
  (token.tag === 'NUM' ||
    token.tag === 'DET' ||
    token.tag === 'VERB' ||
    OPENERS.has(token.tag) ||
    story.attackAt.has(token.index) ||
    story.noPlace.has(token.index) ||
    story.offices.has(token.index))

/** "Aleppos": no name, but one without its last letter. */
const isPossessor = (token: Token | undefined, story: Story): boolean =>
  token !== undefined &&
  token.text.length > 4 &&
  token.text.endsWith('s') &&
  story.kindOf(token.text) === null &&
  story.kindOf(token.text.slice(0, -1)) !== null

/** Words that open the next sentence where a full stop was lost ("west of Teldo In"). */
const OPENERS: ReadonlySet<string> = new Set(['ADP', 'ADV', 'AUX', 'CCONJ', 'PRON', 'SCONJ'])
