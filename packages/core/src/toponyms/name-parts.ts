import type { Gazetteer, KnownName } from '../gazetteer/gazetteer.ts'
import type { ReadText } from '../text/read-text.ts'
import type { NameRun } from './name-runs.ts'
import type { PlaceWords } from './place-words.ts'

/** A run taken apart: the bare name between the directions before it and the type words after it. */
export interface NameParts extends NameRun {
  /** Directions written with a capital before the name ("Eastern Ghouta"): their first token, or `first` itself. */
  readonly from: number
  readonly name: string
  readonly known: KnownName | null
  /** Whether a word of the run makes it an organisation, a group or a publication. */
  readonly party: boolean
}

/**
 * Takes a run apart. A run that the gazetteer knows whole stays whole; else words that only begin a sentence,
 * adjectives of nations and directions are taken off its head, and type words off its tail.
 */
export const partsOf = (text: ReadText, run: NameRun, words: PlaceWords, gazetteer: Gazetteer): NameParts | null => {
  const whole = wordsOf(text, run.first, run.last)
  const party = hasParty(text, run, words)
  const known = party ? null : gazetteer.known(whole)
  if (known !== null && known.kind !== 'country' && /^\p{Lu}{2,4}$/u.test(whole)) return null
  if (
    known !== null &&
    !isCommonWord(whole.toLowerCase(), words) &&
    !startsWithFunctionWord(text, run) &&
    !words.notPlaces.has(whole.toLowerCase())
  )
    return { ...run, from: run.first, name: whole, known, party }
  let first = skipHead(text, run, words)
  const last = skipTail(text, { ...run, first }, words)
  const from = first
  while (first < last - 1 && words.has('direction', lower(text, first))) first = afterWord(text, first, last)
  if (first >= last) return null
  const name = wordsOf(text, first, last)
  if (isCommonWord(name.toLowerCase(), words)) return null
  if (!/\p{Lu}/u.test(name) && !isArticled(text, first, words)) return null
  if (words.notPlaces.has(name.toLowerCase())) return null
  const initial = run.initial && first === run.first
  const found = party ? null : gazetteer.known(name)
  // Initials ("CS", "SDF") are codes of areas in many gazetteers; of places, only countries go by theirs.
  if (/^\p{Lu}{2,4}$/u.test(name) && found?.kind !== 'country') return null
  return { first, last, initial, from, name, known: found, party }
}

/** A type noun or a direction with a capital ("the Coast", "the North") names nothing by itself. */
const isCommonWord = (name: string, words: PlaceWords): boolean => words.types.has(name) || words.has('direction', name)

const isArticled = (text: ReadText, i: number, words: PlaceWords): boolean =>
  words.has('article', lower(text, i)) || words.has('article-', lower(text, i))

const lower = (text: ReadText, i: number): string => text.tokens[i]?.lower ?? ''

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
  while (last > run.first && words.notPlaces.has(lower(text, last - 1))) last--
  while (last - 1 > run.first) {
    const type = words.types.get(lower(text, last - 1))
    // A facility's type is part of its name ("Homs Military Hospital").
    if (type === undefined || type.kind === 'facility') break
    last--
  }
  return last
}
