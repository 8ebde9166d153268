import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { PlaceMention } from '../model/claim.ts'
import type { ReadText } from '../text/read-text.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { countriesOf, familiarityOf } from './familiarity.ts'
import { personNamesOf } from './person-names.ts'
import { type PlaceWords, placeWordsOf } from './place-words.ts'
import { type Situation, situationsOf } from './situations.ts'
import type { Side, Toponym } from './toponym.ts'
import { vagueAreasOf } from './vague-areas.ts'
import { ENOUGH, weigh } from './weigh.ts'

/**
 * The passages that a text uses as places, in its order: names with the cues of place around them, known to the gazetteer
 * or not, and areas told without a name. Never persons, outlets or groups, nor a capital that stands for its government.
 */
export const recognisePlaces = (text: ReadText, lexicon: Lexicon, gazetteer: Gazetteer): readonly Toponym[] => {
  const known = recognised.get(text)
  if (known !== undefined && known.lexicon === lexicon && known.gazetteer === gazetteer) return known.places
  const places = recognise(text, lexicon, gazetteer)
  recognised.set(text, { lexicon, gazetteer, places })
  return places
}

/** Claims and their places are found one after the other, and both ask: kept as long as the text lives. */
const recognised = new WeakMap<
  ReadText,
  { readonly lexicon: Lexicon; readonly gazetteer: Gazetteer; readonly places: readonly Toponym[] }
>()

const recognise = (text: ReadText, lexicon: Lexicon, gazetteer: Gazetteer): readonly Toponym[] => {
  const words = placeWordsOf(lexicon)
  const bySentence = text.sentences.map((sentence) => candidatesOf(text, sentence, words, gazetteer))
  const all = bySentence.flat()
  const persons = personNamesOf(all)
  const countries = countriesOf(text, all, words, gazetteer)
  return bySentence.flatMap((candidates, k) => {
    const sentence = text.sentences[k]
    if (sentence === undefined) return []
    const accepted = candidates.flatMap((candidate) =>
      accept(candidate, persons.has(candidate.parts.name), countries, gazetteer),
    )
    const named = accepted.length === 0 ? NONE : placesAmong(text, accepted, words)
    const taken = (token: number): boolean => named.some((place) => place.first <= token && token < place.last)
    const vague = vagueAreasOf(text, sentence, words, taken)
    return vague.length === 0 ? named : [...named, ...vague].sort((a, b) => a.start - b.start)
  })
}

const NONE: readonly Toponym[] = []

interface Accepted {
  readonly candidate: Candidate
  readonly cue: string
}

/** Weighs a candidate; the gazetteer is asked for similar names only where that could tip the balance. */
const accept = (
  candidate: Candidate,
  isPerson: boolean,
  countries: ReadonlySet<string>,
  gazetteer: Gazetteer,
): readonly Accepted[] => {
  const { parts, around, before, types, held } = candidate
  const plain = weigh({ parts, around, before, types, held, isPerson, familiarity: 0 })
  if (plain.sum >= ENOUGH) return [{ candidate, cue: plain.cue }]
  if (plain.sum + 0.5 < ENOUGH) return []
  const familiarity = familiarityOf(parts, countries, gazetteer)
  if (familiarity === 0) return []
  const { sum, cue } = weigh({ parts, around, before, types, held, isPerson, familiarity })
  return sum >= ENOUGH ? [{ candidate, cue }] : []
}

const placesAmong = (text: ReadText, accepted: readonly Accepted[], words: PlaceWords): readonly Toponym[] => {
  const candidates = accepted.map(({ candidate }) => candidate)
  const situations = situationsOf(text, candidates, words)
  return accepted.map(({ candidate, cue }, i) => toponymOf(text, candidate, situations[i], cue))
}

const toponymOf = (text: ReadText, candidate: Candidate, situation: Situation | undefined, cue: string): Toponym => {
  const { parts, around, types } = candidate
  const within = situation?.within ?? []
  const token = (i: number) => text.tokens[i] ?? { start: 0, end: 0 }
  const nameSpan = { start: token(parts.first).start, end: token(parts.last - 1).end - parts.cut }
  const isArea = around.areaFrom !== null
  const start = around.areaFrom === null ? nameSpan.start : token(around.areaFrom).start
  const end = around.keepsType || isArea ? token(around.typesTo - 1).end : nameSpan.end
  return {
    start,
    end,
    text: text.content.slice(start, end),
    kind: isArea ? 'area' : (types[0]?.kind ?? parts.known?.kind ?? 'unknown'),
    typed: isArea || types.length > 0,
    nameKind: nameKindOf(candidate),
    within: parts.namesake === null ? within : [parts.namesake, ...within],
    beside: situation?.beside ?? [],
    sentence: candidate.sentence,
    first: around.first,
    last: around.last,
    name: parts.name,
    nameSpan,
    also: around.also,
    relation: candidate.before === 'near' ? 'near' : 'in',
    side: sideOf(candidate),
    isAround: types.some((type) => type.around),
    isPart: types.some((type) => type.part),
    nation: null,
    known: parts.known !== null,
    cue,
  }
}

const sideOf = ({ around, types }: Candidate): Side | null => {
  // The southern city of X is all of it.
  if (around.side === null || around.areaFrom === null) return null
  const isAround = types.some((type) => type.around)
  // "South of X province" is a part of it; "south of X" lies off the town.
  const isOff = around.fromPoint && !types.some(({ kind }) => kind === 'admin')
  return { bearing: around.side, from: isAround ? 'around' : isOff ? 'off' : 'in' }
}

const nameKindOf = ({ parts, around, types }: Candidate): PlaceMention['kind'] => {
  const own = types.find(({ kind, around: besides }) => kind !== 'area' || !besides)
  if (own !== undefined && own.kind !== 'area') return own.kind
  if (parts.known?.kind === 'country') return 'country'
  if (around.fromPoint) return 'settlement'
  if (types.some(({ wide }) => wide)) return 'admin'
  return around.areaFrom !== null || own !== undefined ? 'area' : 'unknown'
}

/** A toponym as the place of a claim. */
export const mentionOf = (place: Toponym, certainty: PlaceMention['certainty']): PlaceMention => ({
  start: place.start,
  end: place.end,
  text: place.text,
  certainty,
  kind: place.kind,
  within: place.within,
})
