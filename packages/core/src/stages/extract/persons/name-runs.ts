import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { ReadText, Token } from '../../../text/read-text.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { TokenRange } from '../attribution/noun-phrase.ts'
import type { PersonLexicon } from './person-lexicon.ts'

/** A run of capitalised words that may be the name of a person. */
export interface NameRun extends TokenRange {
  readonly name: string
  /** Its last word, where it has more than one. */
  readonly surname: string | null
  /** It starts with a word that only persons' names start with ("Abu"). */
  readonly particle: boolean
}

/** All runs of capitalised words that no place, outlet, group or title accounts for. */
export const nameRunsOf = (text: ReadText, lexicon: PersonLexicon, places: readonly Toponym[]): readonly NameRun[] => {
  const taken = takenBy(text, lexicon, places)
  const runs: NameRun[] = []
  for (const sentence of text.sentences) {
    let at = sentence.first
    while (at < sentence.last) {
      const last = endOfRun(text, lexicon, taken, at, sentence.last)
      if (last > at) runs.push(runOf(text, lexicon, at, last))
      at = Math.max(at + 1, last)
    }
  }
  return runs.filter((run) => run.name.length > 1)
}

/** Tokens that are part of a place, an armed actor, a source's word or a title. */
const takenBy = (text: ReadText, lexicon: PersonLexicon, places: readonly Toponym[]): ReadonlySet<number> => {
  const pieces = piecesOf(text)
  const taken = new Set<number>()
  const take = (range: TokenRange): void => {
    for (let at = range.first; at < range.last; at++) taken.add(at)
  }
  for (const place of places) if (place.known || place.typed) take(place)
  for (const match of allPatterns(lexicon.actors, pieces)) if (match.value.kind !== 'soft') take(match)
  for (const match of allPatterns(lexicon.sources, pieces)) take(match)
  for (const match of allPatterns(lexicon.cues, pieces)) take(match)
  return taken
}

const endOfRun = (
  text: ReadText,
  lexicon: PersonLexicon,
  taken: ReadonlySet<number>,
  first: number,
  ceiling: number,
): number => {
  if (!isNameWord(text.tokens[first], lexicon) || taken.has(first)) return first
  let last = first
  let at = first
  while (at < ceiling && !taken.has(at)) {
    const token = text.tokens[at]
    if (isNameWord(token, lexicon)) last = at + 1
    else if (!isJoint(token, lexicon) || at === first) break
    at++
  }
  return last
}

const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text)

const isNameWord = (token: Token | undefined, lexicon: PersonLexicon): boolean =>
  token !== undefined &&
  isCapital(token) &&
  (token.tag === 'PROPN' || token.tag === 'NOUN') &&
  !lexicon.places.has('title', token.lower) &&
  !lexicon.places.has('party', token.lower) &&
  !lexicon.places.notPlaces.has(token.lower) &&
  !lexicon.places.types.has(token.lower)

/** "al-", "bin", a hyphen inside a name. */
const isJoint = (token: Token | undefined, lexicon: PersonLexicon): boolean =>
  token !== undefined && (/^[-‐‑]$/.test(token.text) || lexicon.small.get(token.lower) === 'particle')

const runOf = (text: ReadText, lexicon: PersonLexicon, first: number, last: number): NameRun => {
  const start = text.tokens[first]?.start ?? 0
  const end = text.tokens[last - 1]?.end ?? start
  const name = text.content.slice(start, end)
  const words = name.split(/\s+/)
  const surname = words.length > 1 ? (words[words.length - 1] ?? null) : null
  return {
    first,
    last,
    name,
    surname,
    particle: last - first > 1 && lexicon.small.get(text.tokens[first]?.lower ?? '') === 'kunya',
  }
}
