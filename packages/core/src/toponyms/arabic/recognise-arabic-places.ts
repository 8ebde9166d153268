import type { Gazetteer, KnownName } from '../../gazetteer/gazetteer.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { foldWord } from '../../text/arabic/fold-arabic.ts'
import { vocabularyOf } from '../../text/arabic/vocabulary.ts'
import type { ReadText, Sentence, Token } from '../../text/read-text.ts'
import type { Toponym } from '../toponym.ts'
import { type ArabicPlaceType, type ArabicPlaceWords, arabicPlaceWords } from './arabic-place-words.ts'
import { withContainers } from './with-containers.ts'

/** A name has at most so many tokens, the article counted. */
const LONGEST = 6
/** A name that no noun of place stands before must be of a place so large, of an area, or of a country that is worked on. */
const LARGE = 5000

interface Reader {
  readonly text: ReadText
  readonly words: ArabicPlaceWords
  readonly gazetteer: Gazetteer
  readonly isWord: (word: string) => boolean
}

/**
 * The passages that an Arabic text uses as places, in its order: names behind a noun of place ("بلدة سرموق", "ريف طرماق"),
 * whether the gazetteer has them or not; and names that it has behind a preposition, joined to the word or not, and in lists.
 */
export const recogniseArabicPlaces = (text: ReadText, lexicon: Lexicon, gazetteer: Gazetteer): readonly Toponym[] => {
  const vocabulary = vocabularyOf(lexicon)
  const reader = { text, words: arabicPlaceWords(lexicon), gazetteer, isWord: (word: string) => vocabulary.has(word) }
  return text.sentences.flatMap((sentence) => withContainers(text, placesOf(reader, sentence)))
}

/** ISO codes of the nations that an Arabic text names by adjective or people, one for each time. */
export const arabicNationsIn = (text: ReadText, lexicon: Lexicon): readonly string[] => {
  const { nations } = arabicPlaceWords(lexicon)
  return text.tokens.flatMap((token) => {
    const country = nations.get(token.lower)
    return country === undefined ? [] : [country]
  })
}

const placesOf = (reader: Reader, sentence: Sentence): readonly Toponym[] => {
  const found: Toponym[] = []
  for (let at = sentence.first; at < sentence.last; ) {
    const place = placeAt(reader, at, sentence, found[found.length - 1])
    if (place === null) at++
    else {
      found.push(place)
      at = place.last
    }
  }
  return found
}

const placeAt = (reader: Reader, at: number, sentence: Sentence, before: Toponym | undefined): Toponym | null => {
  const token = reader.text.tokens[at]
  if (token === undefined) return null
  const typed = typedPlace(reader, at, sentence)
  if (typed !== null) return typed
  if (isCued(reader, at, sentence, before)) return named(reader, at, at, sentence.last, null, 'name')
  return joinedPlace(reader, token, sentence, before)
}

/** "بلدة سرموق", "ريف مدينة سرموق", "شمالي زريماند": nouns of place and sides before a name. */
const typedPlace = (reader: Reader, at: number, sentence: Sentence): Toponym | null => {
  const { tokens } = reader.text
  if (tokens[at - 1]?.tag === 'DET') return null
  const types: (readonly [at: number, type: ArabicPlaceType])[] = []
  let next = at
  for (; next < sentence.last; next++) {
    const word = tokens[next]?.lower ?? ''
    const type = reader.words.types.get(word)
    const side = reader.words.cues.get(word)?.has('side') === true
    if (type === undefined && !side) break
    if (type === undefined && isNamePart(reader, next, sentence.last)) break
    types.push([next, type ?? { kind: 'area', keeps: true, part: false }])
  }
  if (types.length === 0) return null
  const quoted = QUOTES.has(tokens[next]?.lower ?? '')
  return named(reader, at, quoted ? next + 1 : next, sentence.last, types, 'type')
}

const QUOTES = new Set(['"', '\u201c', '\u00ab'])

/** A side that is the head of a name in the gazetteer is no side. */
const isNamePart = (reader: Reader, at: number, end: number): boolean => {
  const whole = at + 2 <= end ? nameOf(reader, at, at + 2) : null
  return whole !== null && reader.gazetteer.known(whole) !== null
}

/** Behind a preposition, at the head of a line, or behind "and" or a comma after a place. */
const isCued = (reader: Reader, at: number, sentence: Sentence, before: Toponym | undefined): boolean => {
  const { tokens } = reader.text
  if (at === sentence.first) return true
  const previous = tokens[at - 1]
  if (previous === undefined) return false
  const roles = reader.words.cues.get(previous.lower)
  if (
    roles?.has('inside') === true ||
    roles?.has('near') === true ||
    roles?.has('strikes') === true ||
    roles?.has('strikes') === true
  )
    return true
  return before !== undefined && before.last === at - 1 && (previous.tag === 'CCONJ' || COMMAS.has(previous.lower))
}

const COMMAS = new Set([',', '\u060c', '/'])

const nameOf = ({ text }: Reader, first: number, last: number): string | null => {
  const [a, b] = [text.tokens[first], text.tokens[last - 1]]
  return a === undefined || b === undefined ? null : text.content.slice(a.start, b.end)
}

/** Where the words of a name may end, the longest first: words and articles without marks between. */
const endsOf = (reader: Reader, first: number, end: number): readonly number[] => {
  const ends: number[] = []
  for (let at = first; at < Math.min(end, first + LONGEST); at++) {
    const tag = reader.text.tokens[at]?.tag
    if (tag === 'DET') continue
    if (tag !== 'X' && tag !== 'PRON') break
    if (at > first && reader.text.tokens[at]?.sentence !== reader.text.tokens[first]?.sentence) break
    ends.unshift(at + 1)
  }
  return ends
}

const named = (
  reader: Reader,
  first: number,
  from: number,
  end: number,
  types: readonly (readonly [at: number, type: ArabicPlaceType])[] | null,
  cue: string,
): Toponym | null => {
  const head = reader.text.tokens[reader.text.tokens[from]?.tag === 'DET' ? from + 1 : from]
  if (head === undefined || head.tag !== 'X' || from >= end) return null
  const known = knownName(reader, from, end)
  if (types === null)
    return known !== null && isPlain(reader, known, head)
      ? toponymOf(reader, first, from, known.last, known.known, [], cue)
      : null
  if (known !== null && !isHeadAlone(reader, known.last, head, end) && !reader.words.not.has(head.lower))
    return toponymOf(reader, first, from, known.last, known.known, types, cue)
  const isFacility = types[types.length - 1]?.[1].kind === 'facility'
  if (
    isFacility ||
    types.every(([, { keeps }]) => keeps) ||
    reader.words.not.has(head.lower) ||
    (reader.isWord(head.lower) && !isHead(reader, head.lower)) ||
    isJoinedOn(head)
  )
    return null
  return toponymOf(reader, first, from, unknownEnd(reader, from, end), null, types, cue)
}

interface Known {
  readonly last: number
  readonly known: KnownName
}

const knownName = (reader: Reader, from: number, end: number): Known | null => {
  for (const last of endsOf(reader, from, end)) {
    const name = nameOf(reader, from, last)
    const known = name === null ? null : reader.gazetteer.known(name)
    if (known !== null) return { last, known }
  }
  return null
}

/** Whether a name that stands by itself is one of a place: no word of the language, and large, wide or near home. */
const isPlain = (reader: Reader, { known, last }: Known, head: Token): boolean => {
  if (reader.words.not.has(head.lower)) return false
  if (reader.isWord(head.lower) && last === head.index + 1) return false
  if (head.lower.length < 3) return false
  return known.kind !== 'settlement' || known.population >= LARGE || reader.gazetteer.homes.includes(known.country)
}

/** "تل السلطان" is no place called "تل", though the gazetteer has one. */
const isHeadAlone = (reader: Reader, last: number, head: Token, end: number): boolean =>
  last === head.index + 1 && isHead(reader, head.lower) && endsOf(reader, head.index, end).length > 1

const WAW = '\u0648'

/** "قرية ونهبوا": an unknown word that begins with "and" goes on to something else. */
const isJoinedOn = ({ lower }: Token): boolean => lower.startsWith(WAW)

const isHead = (reader: Reader, word: string): boolean => reader.words.cues.get(word)?.has('head') === true

/** A name that nobody knows is one word, or two behind a word that names begin with ("كفر سلافا"). */
const unknownEnd = (reader: Reader, from: number, end: number): number => {
  const [shortest] = endsOf(reader, from, end).slice(-1)
  const head = reader.text.tokens[(shortest ?? from + 1) - 1]?.lower ?? ''
  const second = endsOf(reader, from, end).slice(-2)[0]
  return isHead(reader, head) ? (second ?? from + 1) : (shortest ?? from + 1)
}

const toponymOf = (
  reader: Reader,
  first: number,
  from: number,
  last: number,
  known: KnownName | null,
  types: readonly (readonly [at: number, type: ArabicPlaceType])[],
  cue: string,
): Toponym => {
  const { tokens, content } = reader.text
  const kept = types.find(([, { keeps }]) => keeps)
  const inner = types.findLast(([, { keeps }]) => !keeps)
  const sided = kept === undefined ? last : sideBehind(reader, last)
  const nameSpan = { start: tokens[from]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 }
  const start = kept === undefined ? nameSpan.start : (tokens[kept[0]]?.start ?? nameSpan.start)
  const end = tokens[sided - 1]?.end ?? nameSpan.end
  const before = tokens[first - 1]?.lower ?? ''
  return {
    start,
    end,
    text: content.slice(start, end),
    kind: kept?.[1].kind ?? inner?.[1].kind ?? known?.kind ?? 'unknown',
    typed: types.length > 0,
    nameKind:
      inner?.[1].kind ??
      (known?.kind === 'country' ? 'country' : kept?.[1].kind === 'area' ? 'unknown' : (kept?.[1].kind ?? 'unknown')),
    within: [],
    beside: [],
    sentence: tokens[from]?.sentence ?? 0,
    first,
    last: sided,
    name: content.slice(nameSpan.start, nameSpan.end),
    nameSpan,
    also: [],
    side: null,
    isAround: false,
    isPart: types.some(([, { part }]) => part),
    relation: reader.words.cues.get(before)?.has('near') === true ? 'near' : 'in',
    nation: null,
    known: known !== null,
    cue,
  }
}

/** "ريف طرماق الشمالي": the side behind the name of an area. */
const sideBehind = (reader: Reader, last: number): number => {
  const { tokens } = reader.text
  return tokens[last]?.tag === 'DET' && reader.words.cues.get(tokens[last + 1]?.lower ?? '')?.has('side') === true
    ? last + 2
    : last
}

const JOINED = new Set(['\u0628', '\u0644', '\u0648'])

/** "بسرموق", "وواشيرة": a name that nobody but the gazetteer knows, behind a letter joined to it. */
const joinedPlace = (reader: Reader, token: Token, sentence: Sentence, before: Toponym | undefined): Toponym | null => {
  const letter = token.lower.charAt(0)
  if (token.tag !== 'X' || !JOINED.has(letter) || reader.isWord(token.lower) || token.lower.length < 4) return null
  if (letter === '\u0648' && before?.last !== token.index) return null
  const skip = foldWord(token.text).at(1)
  for (const last of endsOf(reader, token.index, sentence.last)) {
    const end = reader.text.tokens[last - 1]?.end ?? token.end
    const name = reader.text.content.slice(token.start + skip, end)
    const known = reader.gazetteer.known(name)
    if (
      known === null ||
      !(known.kind !== 'settlement' || known.population >= LARGE || reader.gazetteer.homes.includes(known.country))
    )
      continue
    const place = toponymOf(reader, token.index, token.index, last, known, [], 'joined')
    const nameSpan = { start: token.start + skip, end }
    return { ...place, ...nameSpan, text: name, name, nameSpan }
  }
  return null
}
