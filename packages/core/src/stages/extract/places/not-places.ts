import type { Token } from '../../../text/read-text.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { Story } from '../story.ts'

/** A "place" of nothing but words for an attack: title case misleads. */
export const isAttackWord = (place: Toponym, story: Story): boolean => {
  for (let at = place.first; at < place.last; at++)
    if (!story.attackAt.has(at) && !story.noPlace.has(at) && !isSmall(story.layout.text.tokens[at])) return false
  return true
}

/** A name of an armed group and nothing else, which no gazetteer has for a place ("linked to the Teldo Front", "a Teldo Front compound"). */
export const isGroup = (place: Toponym, story: Story): boolean => {
  if (place.known || (place.typed && place.kind !== 'facility') || place.kind === 'country') return false
  for (let at = place.first; at < place.last; at++)
    if (!story.groups.has(at) && !story.noPlace.has(at) && !isSmall(story.layout.text.tokens[at])) return false
  return true
}

/** A lone word that no gazetteer knows and that the text writes in lower case elsewhere: title case misleads. */
export const isCommonWord = (place: Toponym, common: (word: string) => boolean): boolean =>
  !place.known && !place.typed && place.name !== '' && common(place.name.toLowerCase())

/** Whether a text writes a word in lower case somewhere. Its words are gathered when first asked for: it is seldom asked. */
export const smallWords = (story: Story): ((word: string) => boolean) => {
  let words: Set<string> | undefined
  return (word) => {
    if (words === undefined) {
      words = new Set()
      for (const token of story.layout.text.tokens) if (token.text === token.lower) words.add(token.lower)
    }
    return words.has(word)
  }
}

const isSmall = (token: Token | undefined): boolean =>
  token?.tag === 'ADJ' || token?.tag === 'DET' || token?.tag === 'PUNCT'

/** "Syrian", "central Syrian": an adjective that a preposition made look like a place. */
export const isNation = (place: Toponym, story: Story): boolean => {
  const { tokens } = story.layout.text
  if (place.name === '') return true
  let named = false
  for (let at = place.first; at < place.last; at++) {
    const token = tokens[at]
    // A name that lost its apostrophe ("Aleppos") ends within its token.
    if (token === undefined || token.start < place.nameSpan.start || token.start >= place.nameSpan.end) continue
    if (!story.nations.has(at)) return false
    named = true
  }
  return named
}
