import type { Gazetteer, KnownName } from '../gazetteer/gazetteer.ts'
import type { ReadText, Sentence } from '../text/read-text.ts'
import { isFacility, type NameParts } from './name-parts.ts'
import { isCapitalised } from './name-runs.ts'
import type { CueRole, PlaceType, PlaceWords } from './place-words.ts'

/** What stands around a name: the phrase it belongs to, and the cues beside that phrase. */
export interface Surroundings {
  /** Token range of the phrase: directions and type words with the name. */
  readonly first: number
  readonly last: number
  /** Types said of the name, the nearest first ("province", "countryside" of "the countryside of the province of X"). */
  readonly types: readonly PlaceType[]
  /** First token of what makes the phrase an area ("southern", "countryside of", "north of"); null when it is the place. */
  readonly areaFrom: number | null
  /** Whether the area is told as from a point ("north of X"), so that the name is a town's rather than a province's. */
  readonly fromPoint: boolean
  /** Degrees clockwise from north of the side that is meant ("southern", "north of"); null when none is told. */
  readonly side: number | null
  /** One past the type word that closes the phrase; the name's end when there is none. */
  readonly typesTo: number
  /** Whether the type words on the right belong to the cited name. */
  readonly keepsType: boolean
  /** The role of the word before the phrase; null when it has none. */
  readonly before: CueRole | null
  /** The name in other scripts, set beside it: "دير حافر Deir Hafer", "Deir Hafer, دير حافر". */
  readonly also: readonly string[]
  /** Whether such a spelling closes the phrase, as a comma would. */
  readonly closed: boolean
  /**
   * Whether the word after the phrase is a verb of saying, a party's noun, an age ("X, 71,"), what befalls places
   * ("X was shelled", "X fell to"), an event that goes by its place ("the X Massacre"), or a number of its own ("X: 11
   * killed", "X (nine dead)").
   */
  readonly after: 'speech' | 'party' | 'person' | 'possessive' | 'befallen' | 'event' | 'counted' | null
}

/** Reads the surroundings of a name within its sentence. */
export const surroundingsOf = (
  text: ReadText,
  sentence: Sentence,
  name: NameParts,
  words: PlaceWords,
  gazetteer: Gazetteer,
): Surroundings => {
  const before = foreignBefore(text, name.from, sentence)
  const left = readLeft(text, sentence, before, words, gazetteer)
  const right = readRight(text, sentence, name, words)
  const after = foreignAfter(text, right.last, sentence)
  const also = [...spelled(text, before, name.from), ...spelled(text, right.last, after)]
  const capitals = name.from < name.first ? name.from : null
  return {
    first: left.first,
    last: after,
    also,
    closed: after > right.last,
    types: [...ownType(text, name, words), ...right.types, ...left.types],
    areaFrom: left.areaFrom ?? capitals ?? (right.area ? name.first : null),
    fromPoint: left.fromPoint,
    side: sideOf(text, left.first, name.first, words) ?? sideOf(text, name.last, right.typesTo, words),
    typesTo: right.typesTo,
    keepsType: right.keeps,
    before: left.before,
    after:
      name.cut > 0 ? 'possessive' : (right.after ?? (ownsParty(text, right, left, sentence, words) ? 'party' : null)),
  }
}

/** The bearing of the direction words in a token range: the middle of two ("north eastern"), null for none or for opposites. */
const sideOf = (text: ReadText, from: number, to: number, words: PlaceWords): number | null => {
  if (from >= to) return null
  let [x, y] = [0, 0]
  for (let i = from; i < to; i++) {
    const bearing = words.bearings.get(text.tokens[i]?.lower ?? '')
    if (bearing === undefined) continue
    x += Math.sin((bearing * Math.PI) / 180)
    y += Math.cos((bearing * Math.PI) / 180)
  }
  return Math.hypot(x, y) < 0.1 ? null : Math.round(((Math.atan2(x, y) * 180) / Math.PI + 360) % 360)
}

/** Whether a token is a word in a script that has no capitals, or not these: no part of the text's own sentence. */
const isForeign = (text: ReadText, i: number): boolean =>
  (text.tokens[i]?.text.codePointAt(0) ?? 0) >= FIRST_FOREIGN &&
  /^\p{L}/u.test(text.tokens[i]?.text ?? '') &&
  !/^\p{Script=Latin}/u.test(text.tokens[i]?.text ?? '')
const isNamed = (text: ReadText, i: number): boolean => {
  const token = text.tokens[i]
  return token !== undefined && isCapitalised(token)
}
const isOpener = (text: string): boolean => text === ',' || text === '('
/** Greek begins here; Cyrillic, Hebrew and Arabic follow. */
const FIRST_FOREIGN = 0x370

/** The first token of the words in another script that stand right before `from`; `from` itself for none, or where they close the name before. */
const foreignBefore = (text: ReadText, from: number, sentence: Sentence): number => {
  let i = from
  while (i > sentence.first && isForeign(text, i - 1)) i--
  const opener = i > sentence.first ? (text.tokens[i - 1]?.text ?? '') : ''
  return isOpener(opener) && isNamed(text, i - 2) ? from : i
}

/** One past the words in another script that stand right after `from`, with the comma or the brackets about them. */
const foreignAfter = (text: ReadText, from: number, sentence: Sentence): number => {
  const opener = text.tokens[from]?.text ?? ''
  let i = isOpener(opener) ? from + 1 : from
  const first = i
  while (i < sentence.last && isForeign(text, i)) i++
  if (i === first) return from
  return opener === '(' && text.tokens[i]?.text === ')' ? i + 1 : i
}

/** The words in another script among some tokens, as one name. */
const spelled = (text: ReadText, from: number, to: number): readonly string[] => {
  if (from >= to) return []
  const tokens = text.tokens.slice(from, to).filter((_, k) => isForeign(text, from + k))
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first === undefined || last === undefined ? [] : [text.content.slice(first.start, last.end)]
}

/** The type that a facility's own name closes with. */
const ownType = (text: ReadText, name: NameParts, words: PlaceWords): readonly PlaceType[] => {
  const type = isFacility(text, name.first, name.last, words)
    ? words.types.get(text.tokens[name.last - 1]?.lower ?? '')
    : undefined
  return type === undefined ? [] : [type]
}

interface Left {
  readonly first: number
  readonly types: readonly PlaceType[]
  readonly areaFrom: number | null
  readonly fromPoint: boolean
  readonly before: CueRole | null
}

const readLeft = (
  text: ReadText,
  sentence: Sentence,
  before: number,
  words: PlaceWords,
  gazetteer: Gazetteer,
): Left => {
  const types: PlaceType[] = []
  let areaFrom: number | null = null
  let fromPoint = false
  let first = before
  let i = before - 1
  /** Whether a direction at `i` speaks of the name or area word itself, not of a type noun in between. */
  let direct = true
  const low = (k: number): string => (k >= sentence.first ? (text.tokens[k]?.lower ?? '') : '')
  for (; i >= sentence.first; ) {
    const word = low(i)
    const type = words.types.get(low(i - 1))
    if (words.has('of', word) && type !== undefined && !closesName(text, i - 1, sentence, words, gazetteer)) {
      types.push(type)
      if (type.around) areaFrom = i - 1
      direct = type.around || type.kind === 'area'
      first = i - 1
      i -= 2
    } else if (words.has('of', word) && words.has('direction', low(i - 1))) {
      areaFrom = i - 1
      fromPoint = true
      first = i - 1
      i -= low(i - 2) === '-' && words.has('direction', low(i - 3)) ? 3 : 2
    } else if (words.has('direction', word)) {
      if (direct) areaFrom = i
      first = i
      // "south-western" in three pieces.
      i -= low(i - 1) === '-' && words.has('direction', low(i - 2)) ? 2 : 1
    } else if (i === first - 1 && types.length > 0 && isModifier(text, i, sentence, words)) {
      first = i
      i--
    } else if (isBare(text, i, sentence, words, types)) {
      const apposed = words.types.get(word)
      if (apposed !== undefined) {
        types.push(apposed)
        direct = false
        first = i
      }
      i--
    } else break
  }
  return { first, types, areaFrom, fromPoint, before: roleBefore(text, i, sentence, words) }
}

/**
 * Whether the type noun at `i` belongs to the name before it ("the Orvane district of …"), not to the one after "of". A
 * place that everybody knows only says where the other lies ("the Tripoli suburb of …").
 */
const closesName = (
  text: ReadText,
  i: number,
  sentence: Sentence,
  words: PlaceWords,
  gazetteer: Gazetteer,
): boolean => {
  const before = text.tokens[i - 1]
  return (
    i - 1 > sentence.first &&
    before !== undefined &&
    isCapitalised(before) &&
    !isModifier(text, i - 1, sentence, words) &&
    !isMajor(gazetteer.known(before.text))
  )
}

/** A country, a province or a city: wide enough to hold a named part. */
const isMajor = (known: KnownName | null): boolean =>
  known !== null && (known.kind !== 'settlement' || known.population >= MAJOR)
const MAJOR = 100_000

/** Whether the capitalised word at `i` only says whose the type noun after it is ("the Orvanian town of X"). */
const isModifier = (text: ReadText, i: number, sentence: Sentence, words: PlaceWords): boolean => {
  const token = text.tokens[i]
  if (token === undefined || i < sentence.first || !isCapitalised(token)) return false
  return words.demonyms.has(token.lower) || words.isFormedAsNation(token.lower)
}

/** Words that may stand between a cue and its name: articles, adjectives, and a type noun set beside the name ("the town X"). */
const isBare = (
  text: ReadText,
  i: number,
  sentence: Sentence,
  words: PlaceWords,
  types: readonly PlaceType[],
): boolean => {
  const token = text.tokens[i]
  if (token === undefined || (isCapitalised(token) && i !== sentence.first))
    return token !== undefined && words.demonyms.has(token.lower)
  if (token.tag === 'DET') return true
  if (words.has('adverb', token.lower)) return true
  if (token.text === '-') return words.has('adverb', text.tokens[i + 1]?.lower ?? '')
  const type = words.types.get(token.lower)
  if (type !== undefined) return types.length === 0 && type.kind === 'settlement' && token.tag === 'NOUN'
  return token.tag === 'ADJ' && !words.has('strikes', token.lower)
}

const ROLES: readonly CueRole[] = ['inside', 'near', 'title', 'bombards', 'strikes', 'toward', 'against', 'of']

const roleBefore = (text: ReadText, i: number, sentence: Sentence, words: PlaceWords): CueRole | null => {
  if (i < sentence.first) return null
  const roles = words.rolesOf(text.tokens[i]?.lower ?? '')
  if (roles === undefined) return null
  // An attack on something is, of the things that can be attacked on, mostly an attack on a place.
  const before = i > sentence.first ? (text.tokens[i - 1]?.lower ?? '') : ''
  if ((roles.has('toward') || roles.has('against') || roles.has('of')) && words.has('assault', before)) return 'inside'
  return ROLES.find((role) => roles.has(role)) ?? null
}

interface Right {
  readonly last: number
  readonly types: readonly PlaceType[]
  readonly typesTo: number
  readonly keeps: boolean
  readonly area: boolean
  readonly after: Surroundings['after']
}

const readRight = (text: ReadText, sentence: Sentence, name: NameParts, words: PlaceWords): Right => {
  const types: PlaceType[] = []
  let area = false
  let keeps = false
  let i = afterGloss(text, name.last, sentence, words)
  const bare = i
  for (;;) {
    const owns = name.cut > 0 && i === bare
    const step =
      typeLength(text, i, sentence, words, owns) ??
      (i === name.last && !owns ? partOf(text, name, sentence, words) : null)
    if (step === null) break
    types.push(step.type)
    area ||= step.type.around
    keeps ||= step.type.keeps && !step.type.plural
    i += step.length
  }
  return { last: i, types, typesTo: i, keeps, area, after: followerOf(text, i, sentence, words, types.length > 0) }
}

/** "al-Saa (clock) square": what a name means, set in brackets between it and its type noun. */
const afterGloss = (text: ReadText, from: number, sentence: Sentence, words: PlaceWords): number => {
  if (text.tokens[from]?.text !== '(') return from
  for (let i = from + 1; i <= from + GLOSS && i + 1 < sentence.last; i++)
    if (text.tokens[i]?.text === ')')
      return i > from + 1 && words.types.has(text.tokens[i + 1]?.lower ?? '') ? i + 1 : from
  return from
}

/** Tokens from the bracket that opens a gloss to the one that closes it. */
const GLOSS = 4

/** A type noun at `i`, with at most a possessive, a direction and one describing noun before it; `owns` = the name lost its apostrophe. */
const typeLength = (
  text: ReadText,
  i: number,
  sentence: Sentence,
  words: PlaceWords,
  owns: boolean,
): { readonly type: PlaceType; readonly length: number } | null => {
  let k = i
  const low = (j: number): string => (j < sentence.last ? (text.tokens[j]?.lower ?? '') : '')
  const possessive = low(k) === "'s" || low(k) === '’s'
  if (possessive || isMark(low(k))) k++
  while (words.has('direction', low(k))) k++
  const type = words.types.get(low(k))
  const isOwn = (!possessive && !owns) || type?.kind === 'area'
  // "Y's border province of X": the noun only describes the next.
  const describesType = type?.around === true && words.types.has(low(k + 1))
  if (type !== undefined && isOwn && !describesType && !words.has('of', low(k + 1))) return { type, length: k + 1 - i }
  const token = text.tokens[k]
  const next = words.types.get(low(k + 1))
  const describes =
    token !== undefined && k < sentence.last && !isCapitalised(token) && (token.tag === 'NOUN' || token.tag === 'ADJ')
  return describes && !possessive && !owns && next?.kind === 'facility' ? { type: next, length: k + 2 - i } : null
}

/**
 * "the X neighbourhood of Y", "X town of the governorate": a type noun that is said of the name before it though "of"
 * follows. A town or village before "of" and a name is that name's ("the Z town of X").
 */
const partOf = (
  text: ReadText,
  { last, known }: NameParts,
  sentence: Sentence,
  words: PlaceWords,
): { readonly type: PlaceType; readonly length: number } | null => {
  const type = words.types.get(last < sentence.last ? (text.tokens[last]?.lower ?? '') : '')
  if (type === undefined || type.plural || type.around || isModifier(text, last - 1, sentence, words)) return null
  const holder = text.tokens[last + 2]
  const isPart = (type.kind === 'admin' || (type.kind === 'settlement' && type.keeps)) && !isMajor(known)
  const isNamed = holder !== undefined && isCapitalised(holder)
  return isPart || !isNamed ? { type, length: 1 } : null
}

/**
 * Whether the name only says whose an organisation is that is called by two nouns ("the X health ministry"). After "in" the
 * name is where something happens ("in X government forces shelled …").
 */
const ownsParty = (text: ReadText, right: Right, left: Left, sentence: Sentence, words: PlaceWords): boolean => {
  if (right.types.length > 0 || left.types.length > 0 || left.before === 'inside' || left.before === 'near')
    return false
  const [noun, party] = [text.tokens[right.last], text.tokens[right.last + 1]]
  if (noun === undefined || party === undefined || right.last + 1 >= sentence.last) return false
  const describes = !isCapitalised(noun) && (noun.tag === 'NOUN' || noun.tag === 'ADJ') && !words.types.has(noun.lower)
  return describes && words.has('party', party.lower)
}

/** A closing quotation mark, or an apostrophe that ends a romanised name. */
const isMark = (word: string): boolean => word === '”' || word === '"' || word === "'" || word === '’'

const isPossessive = (word: string): boolean => word === "'s" || word === '’s' || word === "'" || word === '’'

const followerOf = (
  text: ReadText,
  i: number,
  sentence: Sentence,
  words: PlaceWords,
  typed: boolean,
): Surroundings['after'] => {
  const token = i < sentence.last ? text.tokens[i] : undefined
  if (token === undefined) return null
  if (isPossessive(token.lower)) return 'possessive'
  if (words.has('speech', token.lower)) return 'speech'
  if (!typed && words.has('party', token.lower)) return 'party'
  if (isCapitalised(token) && words.has('event', token.lower)) return 'event'
  const next = text.tokens[i + 1]
  if (isBefallen(text, i, sentence, words)) return 'befallen'
  if ((token.text === ':' || token.text === '(') && next?.tag === 'NUM' && text.tokens[i + 2]?.text !== ')')
    return 'counted'
  const isAge =
    token.text === ',' && next !== undefined && /^\d{1,3}$/.test(next.text) && text.tokens[i + 2]?.text === ','
  return isAge ? 'person' : null
}

/** "X was shelled", "X has been captured", "X is under fire", "X fell to", "X lost two": what happens to places. */
const isBefallen = (text: ReadText, i: number, sentence: Sentence, words: PlaceWords): boolean => {
  let k = i
  while (
    k < Math.min(sentence.last, i + AUXILIARIES) &&
    (text.tokens[k]?.tag === 'AUX' || text.tokens[k]?.tag === 'ADV')
  )
    k++
  const word = k < sentence.last ? (text.tokens[k]?.lower ?? '') : ''
  if (k > i && words.has('beneath', word)) return true
  if (k > i) return text.tokens[k]?.tag === 'VERB' && (words.has('strikes', word) || words.has('befalls', word))
  const next = text.tokens[k + 1]?.tag
  return words.has('befalls', word) && (next === 'ADP' || next === 'NUM')
}

/** "has now been": so many words may stand before the verb. */
const AUXILIARIES = 4
