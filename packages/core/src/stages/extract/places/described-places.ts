import type { Lexicon } from '../../../lexicon/lexicon.ts'
import type { Token } from '../../../text/read-text.ts'
import { type PlaceType, type PlaceWords, placeWordsOf } from '../../../toponyms/place-words.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { Story } from '../story.ts'

/** Tokens before a noun within which its article stands ("the long-besieged northern town"). */
const MODIFIERS = 6
/** Sentences within which a place told without its name gets it afterwards. */
const SOON = 6
/** Sentences within which a place that the text names more often is meant rather than the very last one. */
const RECENT = 2
const MODIFIER_TAGS: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'VERB', 'NUM', 'ADV'])

/**
 * Places told by their kind alone, each with the name that the text gives elsewhere: "the town" is the town named before,
 * "a village in the east" the village named afterwards. Their tokens are those of the description, their span the name's.
 */
export const describedPlaces = (story: Story, named: readonly Toponym[], lexicon: Lexicon): readonly Toponym[] => {
  const words = placeWordsOf(lexicon)
  const { types, typeOf: typeOfWord } = words
  const { tokens } = story.layout.text
  const isDescription = ({ form, text, lower }: Token): boolean => {
    const type = typeOfWord(form)
    return type !== null && (type.kind === 'settlement' || isLand(type)) && !type.plural && text === lower
  }
  return tokens.filter(isDescription).flatMap((token) => {
    const at = token.index
    if (named.some((place) => place.first <= at && at < place.last) || takesName(at, story)) return []
    const definite = articleBefore(at, story)
    if (definite === null) return []
    const classOf = (word: string): string | null => kindWord(word, types.get(word))
    const typeOf = (place: Toponym): string | null => typeWordOf(place, story, classOf)
    const kind = types.get(token.lower)?.kind ?? 'settlement'
    const wanted = classOf(token.lower) ?? token.lower
    // "a neighbourhood", "a province": any of the town's, or of the land's.
    const land = isLand(types.get(token.lower))
    if (!definite && (wanted === PART || land)) return []
    if (land && !isLed(at, story, words)) return []
    const isTitle = (place: Toponym): boolean =>
      story.layout.segments[story.layout.segmentOf[place.first] ?? 0]?.headline === true
    const place = definite
      ? lastNamed(at, named, (place) => fits(place, wanted, kind, typeOf))
      : nextNamed(at, wanted, named, typeOf, isTitle)
    return place === undefined ? [] : [{ ...place, first: at, last: at + 1, sentence: token.sentence }]
  })
}

/** "the province", "the enclave": more than a town or a part of one; not what lies around a place. */
const isLand = (type: PlaceType | undefined): boolean =>
  (type?.kind === 'admin' || type?.kind === 'area') && type.keeps && !type.around

/** "in the province", "strikes on the northern region": led to as a place; "the state said" is none. */
const isLed = (noun: number, story: Story, words: PlaceWords): boolean => {
  const { tokens } = story.layout.text
  let at = noun - 1
  while (at > noun - MODIFIERS && tokens[at]?.tag !== 'DET') at--
  const before = tokens[at - 1]?.lower ?? ''
  return words.has('inside', before) || words.has('near', before) || words.has('toward', before)
}

/** "the city of X": named, whether or not X was taken for a place. */
const takesName = (noun: number, story: Story): boolean => {
  const { tokens } = story.layout.text
  return (
    tokens[noun + 1]?.tag === 'ADP' &&
    tokens[noun + 2]?.tag === 'PROPN' &&
    story.small.get(tokens[noun + 1]?.lower ?? '') === 'owner'
  )
}

/** Whether a noun's article is definite; null when it has none. */
const articleBefore = (noun: number, story: Story): boolean | null => {
  for (let at = noun - 1; at >= noun - MODIFIERS; at--) {
    const token = story.layout.text.tokens[at]
    if (token?.tag === 'DET') {
      const kind = story.small.get(token.lower)
      return kind === 'definite' ? true : kind === 'indefinite' ? false : null
    }
    if (token === undefined || (token.text !== '-' && !MODIFIER_TAGS.has(token.tag))) return null
  }
  return null
}

/** Parts of towns go by many words ("the neighbourhood", "the district's quarter"); a town is no village. */
const kindWord = (word: string, type: PlaceType | undefined): string | null =>
  type === undefined ? null : type.kind === 'settlement' && type.keeps ? PART : word

const PART = 'part'

/** What the type noun within a place's phrase says that it is. */
const typeWordOf = (place: Toponym, story: Story, classOf: (word: string) => string | null): string | null => {
  for (let at = place.first; at < place.last; at++) {
    const type = classOf(story.layout.text.tokens[at]?.lower ?? '')
    if (type !== null) return type
  }
  return null
}

type TypeOf = (place: Toponym) => string | null

/** Of the latest places of that kind, or of no told kind that may be one, the one that the text has named most. */
const lastNamed = (at: number, named: readonly Toponym[], isSuch: (place: Toponym) => boolean): Toponym | undefined => {
  const before = named.filter((place) => place.last <= at && isSuch(place))
  const latest = before[before.length - 1]
  if (latest === undefined) return undefined
  const times = (place: Toponym): number => before.filter((other) => other.name === place.name).length
  return before
    .filter((place) => latest.sentence - place.sentence <= RECENT)
    .reduce((best, place) => (times(place) >= times(best) ? place : best))
}

const fits = (place: Toponym, type: string, kind: Toponym['kind'], typeOf: TypeOf): boolean => {
  const told = typeOf(place)
  // "the enclave" is one that was called so, "the area" any.
  if (kind === 'area') return told === type
  return told === type || (told === null && place.kind === (type === PART ? 'area' : kind))
}

/** The first place of that kind that the text names only afterwards; what its title names counts for nothing. */
const nextNamed = (
  at: number,
  type: string,
  named: readonly Toponym[],
  typeOf: TypeOf,
  isTitle: (place: Toponym) => boolean,
): Toponym | undefined => {
  const sentence = named.find((place) => place.first > at)?.sentence ?? 0
  const before = new Set(named.filter((place) => place.last <= at && !isTitle(place)).map((place) => place.name))
  const later = named.filter(
    (place) => place.first > at && place.sentence - sentence <= SOON && !before.has(place.name),
  )
  return later.find((place) => typeOf(place) === type)
}
