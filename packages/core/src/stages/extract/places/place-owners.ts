import type { Token } from '../../../text/read-text.ts'
import type { PlaceWords } from '../../../toponyms/place-words.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { Story } from '../story.ts'

/** "the X district of the eastern city of Y": nothing between but what links the two. */
export const leadsTo = (part: Toponym, town: Toponym, story: Story): boolean => {
  const gap = town.first - part.last
  if (gap < 1 || gap > 7 || story.layout.text.tokens[part.last]?.tag !== 'ADP') return false
  for (let at = part.last; at < town.first; at++)
    if (!mayLink(story.layout.text.tokens[at]) && story.layout.text.tokens[at]?.tag !== 'PART') return false
  return true
}

export const isLostPossessive = (text: string, story: Story): boolean =>
  text.endsWith('s') && story.kindOf(text.slice(0, -1)) === 'country' && story.kindOf(text) === null

/** "east of Teldo", "the town of Teldo": told as a place by its own words. */
export const isPhrase = (place: Toponym, story: Story): boolean =>
  (story.layout.text.tokens[place.first]?.start ?? 0) < place.nameSpan.start

/** A preposition of place stands before a place, or before the owner of it ("in Zarimand's Teldo"). */
export const isLedTo = (first: number, story: Story, words: PlaceWords): boolean => {
  const { tokens } = story.layout.text
  const from = ownedFrom(first, story)
  const before = tokens[from - 1]?.lower ?? ''
  return words.has('inside', before) || words.has('near', before) || (from < first && words.has('of', before))
}

/** The first token of a place with its owner and with who holds it ("Zarimand's Teldo", "rebel-held Teldo"). */
export const ownedFrom = (first: number, story: Story): number => {
  const { tokens } = story.layout.text
  let at = first
  while (tokens[at - 1]?.tag === 'ADJ' || (isHeld(at - 1, story) && tokens[at - 2]?.text === '-'))
    at -= isHeld(at - 1, story) ? 3 : 1
  const marked = tokens[at - 1]?.tag === 'PART' && /^['’]/.test(tokens[at - 1]?.text ?? '')
  const owner = tokens[marked ? at - 2 : at - 1]
  if (owner?.tag === 'PROPN' && (marked || isLostPossessive(owner.text, story))) return marked ? at - 2 : at - 1
  return at
}

export const isInHeadline = (place: Toponym, story: Story): boolean =>
  story.layout.segments[story.layout.segmentOf[place.first] ?? 0]?.headline === true

/** "Y's rebel-held X", "Ys northern city of X": whose place it is. */
export const owns = (owner: Toponym, owned: Toponym, story: Story): boolean => {
  const gap = owned.first - owner.last
  if (gap < 0 || gap > OWNED_WITHIN || !isPossessor(owner, story)) return false
  for (let at = owner.last; at < owned.first; at++)
    if (!mayDescribe(story.layout.text.tokens[at], at === owner.last) && !isHeld(at, story)) return false
  return true
}

/** "rebel-held": a participle that a hyphen ties to a word before it. */
const isHeld = (at: number, story: Story): boolean =>
  story.layout.text.tokens[at]?.tag === 'VERB' && story.layout.text.tokens[at - 1]?.text === '-'

/** Tokens that may stand between an owner and what it owns. */
const OWNED_WITHIN = 7

/** "in Zarimand's Raqa": whatever the country owns there is the place. */
export const ownsName = (place: Toponym, story: Story): boolean => {
  if (place.kind !== 'country' || !isPossessor(place, story)) return false
  const { tokens } = story.layout.text
  const owned = tokens[place.last]?.tag === 'PART' ? tokens[place.last + 1] : tokens[place.last]
  return owned?.tag === 'PROPN' && owned.sentence === place.sentence
}

export const isPossessor = (place: Toponym, story: Story): boolean => {
  const last = story.layout.text.tokens[place.last - 1]
  if (last !== undefined && place.nameSpan.end === last.end - 1 && last.text.endsWith('s')) return true
  const next = story.layout.text.tokens[place.last]
  return next?.tag === 'PART' && /^['’]/.test(next.text)
}

const mayDescribe = (token: Token | undefined, isFirst: boolean): boolean =>
  token !== undefined &&
  (token.text === '-' ||
    (isFirst && token.tag === 'PART') ||
    ['ADJ', 'ADV', 'NOUN', 'NUM', 'PROPN'].includes(token.tag))

export const mayLink = (token: Token | undefined): boolean =>
  token !== undefined && ['ADP', 'DET', 'ADJ', 'NOUN', 'PROPN'].includes(token.tag)
