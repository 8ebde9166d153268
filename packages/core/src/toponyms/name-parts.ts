import type { Gazetteer, KnownName } from '../gazetteer/gazetteer.ts'
import type { ReadText } from '../text/read-text.ts'
import type { NameRun } from './name-runs.ts'
import type { PlaceWords } from './place-words.ts'
import { isWellKnown } from './well-known.ts'

/** A run taken apart: the bare name between the directions before it and the type words after it. */
export interface NameParts extends NameRun {
  /** Directions written with a capital before the name ("Eastern Ghouta"): their first token, or `first` itself. */
  readonly from: number
  readonly name: string
  /** Letters at the end of the last word that are no part of the name: the s of a lost possessive. */
  readonly cut: number
  readonly known: KnownName | null
  /** Of a facility that is called after a place ("Teldo National Hospital"): that place. */
  readonly namesake: string | null
  /** Whether a word of the run makes it an organisation, a group or a publication. */
  readonly party: boolean
}

/**
 * Takes a run apart. A run that the gazetteer knows whole stays whole; else words that only begin a sentence,
 * adjectives of nations and directions are taken off its head, and type words off its tail.
 */
export const partsOf = (text: ReadText, run: NameRun, words: PlaceWords, gazetteer: Gazetteer): NameParts | null => {
  if (namesNothing(text, run.first, run.last, words)) return null
  const whole = wordsOf(text, run.first, run.last)
  // "Teldo Military Hospital": whoever's it is, a building is no party.
  const party = hasParty(text, run, words) && !isFacility(text, run.first, run.last, words)
  const known = party ? null : gazetteer.known(whole)
  if (known !== null && known.kind !== 'country' && isInitials(whole)) return null
  if (
    known !== null &&
    !isCommonWord(whole.toLowerCase(), words) &&
    !startsWithFunctionWord(text, run) &&
    !words.notPlaces.has(whole.toLowerCase())
  )
    return { ...run, from: run.first, name: whole, cut: 0, known, namesake: null, party }
  let first = skipHead(text, run, words)
  const last = skipTail(text, { ...run, first }, words)
  const from = first
  while (first < last - 1 && words.has('direction', lower(text, first))) first = afterWord(text, first, last)
  if (first >= last || namesNothing(text, first, last, words)) return null
  const name = wordsOf(text, first, last)
  const small = name.toLowerCase()
  if (isCommonWord(small, words) || words.demonyms.has(small) || words.notPlaces.has(small)) return null
  if (!/\p{Lu}/u.test(name) && !isArticled(text, first, words)) return null
  const initial = run.initial && first === run.first
  const found = party ? null : gazetteer.known(name)
  // Initials ("CS", "SDF") are codes of areas in many gazetteers; of places, only countries go by theirs.
  if (isInitials(name) && found?.kind !== 'country') return null
  const owner = name.endsWith('s') ? name.slice(0, -1) : ''
  if (found === null && !party && owner !== '' && mayOwn(text, last, owner) && isWellKnown(owner, gazetteer))
    return { first, last, initial, from, name: owner, cut: 1, known: gazetteer.known(owner), namesake: null, party }
  if (found === null && initial && last === first + 1 && text.tokens[first]?.tag !== 'PROPN') return null
  const namesake = isFacility(text, first, last, words) ? knownPrefix(text, { first, last }, words, gazetteer) : null
  return { first, last, initial, from, name, cut: 0, known: found, namesake, party }
}

/** What a headline leaves of a name that was cut in two ("Al-", "Al"), and a number that follows it without a stop. */
const namesNothing = (text: ReadText, first: number, last: number, words: PlaceWords): boolean => {
  for (let i = first; i < last; i++) {
    const token = text.tokens[i]
    if (token?.text !== '-' && !isArticled(text, i, words) && !words.has('number', token?.lower ?? '')) return false
  }
  return true
}

/** Initials, with full stops or without, and their plural ("SDF", "U.N.", "NGOs"). */
const isInitials = (name: string): boolean => /^(\p{Lu}\.?){2,4}s?$/u.test(name)

/** Whether what follows can be owned: no verb, no preposition, no end ("the Nyalas were hit"); agencies' initials own no land. */
const mayOwn = (text: ReadText, next: number, owner: string): boolean => {
  const token = text.tokens[next]
  const here = text.tokens[next - 1]
  if (token === undefined || token.sentence !== here?.sentence || /^\p{Lu}{2,}$/u.test(owner)) return false
  return !OWNS_NOTHING.has(token.tag)
}
const OWNS_NOTHING: ReadonlySet<string> = new Set(['AUX', 'PUNCT', 'ADP', 'CCONJ', 'SCONJ', 'PRON', 'DET'])

/** Whether a run closes with the noun of a facility, which belongs to the facility's own name. */
export const isFacility = (text: ReadText, first: number, last: number, words: PlaceWords): boolean =>
  last - first > 1 && words.types.get(lower(text, last - 1))?.kind === 'facility'

const knownPrefix = (
  text: ReadText,
  { first, last }: Pick<NameRun, 'first' | 'last'>,
  words: PlaceWords,
  gazetteer: Gazetteer,
): string | null => {
  for (let end = last - 1; end > first; end--) {
    const prefix = wordsOf(text, first, end)
    if (!namesNothing(text, first, end, words) && gazetteer.known(prefix) !== null) return prefix
  }
  return null
}

/** A type noun or a direction with a capital ("the Coast", "the North") names nothing by itself. */
const isCommonWord = (name: string, words: PlaceWords): boolean => words.types.has(name) || words.has('direction', name)

const isArticled = (text: ReadText, i: number, words: PlaceWords): boolean =>
  words.has('article', lower(text, i)) || words.has('article-', lower(text, i))

const lower = (text: ReadText, i: number): string => text.tokens[i]?.lower ?? ''

/** A word that sticks to a name only where its capital owes to a headline: a date's, a number's, an article's. */
const isStray = (text: ReadText, i: number, words: PlaceWords): boolean => {
  const token = text.tokens[i]
  if (token === undefined) return false
  return (
    words.notPlaces.has(token.lower) || token.tag === 'NUM' || token.tag === 'DET' || words.has('number', token.lower)
  )
}

/** The words of a token range as they stand in the text. */
export const wordsOf = (text: ReadText, first: number, last: number): string =>
  text.content.slice(text.tokens[first]?.start ?? 0, text.tokens[last - 1]?.end ?? 0)

/** One past a word and its hyphenated rest ("North-Eastern"). */
const afterWord = (text: ReadText, i: number, last: number): number =>
  i + 2 < last && text.tokens[i + 1]?.text === '-' ? i + 3 : i + 1

const hasParty = (text: ReadText, run: NameRun, words: PlaceWords): boolean => {
  for (let i = run.first; i < run.last; i++) if (words.has('party', lower(text, i))) return true
  return false
}

const FUNCTION_TAGS = new Set(['DET', 'PRON', 'ADP', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'ADV', 'VERB', 'NUM', 'INTJ'])

const startsWithFunctionWord = (text: ReadText, run: NameRun): boolean =>
  run.initial && FUNCTION_TAGS.has(text.tokens[run.first]?.tag ?? '')

const skipHead = (text: ReadText, run: NameRun, words: PlaceWords): number => {
  let first = run.first
  while (first < run.last) {
    const token = text.tokens[first]
    if (token === undefined) break
    const opens = run.initial && first === run.first && FUNCTION_TAGS.has(token.tag)
    const ofNation = first < run.last - 1 && words.demonyms.has(token.lower)
    const isDate = words.notPlaces.has(token.lower)
    if (!opens && !ofNation && !isDate) break
    first++
    while (first < run.last && text.tokens[first]?.text === '-') first++
  }
  return first
}

const skipTail = (text: ReadText, run: NameRun, words: PlaceWords): number => {
  let last = run.last
  while (last > run.first && isStray(text, last - 1, words)) last--
  while (last - 1 > run.first) {
    const type = words.types.get(lower(text, last - 1))
    // "the Teldo Massacre": the event is called by its place.
    if (words.has('event', lower(text, last - 1))) {
      last--
      continue
    }
    // A facility's type is part of its name ("Homs Military Hospital").
    if (type === undefined || type.kind === 'facility') break
    last--
  }
  return last
}
