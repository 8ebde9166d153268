import { marksOfTokens } from '../text/marks.ts'
import type { ReadText, Sentence } from '../text/read-text.ts'
import { wordsOf } from './name-parts.ts'
import type { PlaceWords } from './place-words.ts'
import type { Toponym } from './toponym.ts'

const MODIFIERS = new Set(['ADJ', 'NOUN', 'PROPN', 'VERB'])

/**
 * Areas told without a name of their own: "rural opposition areas", "the northern villages", "near the Turkish border".
 * A cue word, then modifiers of which one is a direction, a nation or a side's hold, then a noun for a kind of place.
 */
export const vagueAreasOf = (
  text: ReadText,
  sentence: Sentence,
  words: PlaceWords,
  taken: (token: number) => boolean,
): readonly Toponym[] => {
  const found: Toponym[] = []
  const marks = marksOfTokens(text.tokens)
  for (let i = sentence.first; i < sentence.last; i++) {
    if (((marks[i] ?? 0) & words.leads) === 0) continue
    const roles = words.rolesOf(text.tokens[i]?.lower ?? '')
    if (roles === undefined || !(roles.has('near') || roles.has('inside') || roles.has('toward'))) continue
    const range = areaAfter(text, i + 1, sentence, words, taken)
    if (range !== null) found.push(toponymOf(text, sentence, range, roles.has('near'), words))
  }
  return found
}

interface Range {
  readonly first: number
  readonly last: number
}

const areaAfter = (
  text: ReadText,
  from: number,
  sentence: Sentence,
  words: PlaceWords,
  taken: (token: number) => boolean,
): Range | null => {
  let i = from
  while (i < sentence.last && text.tokens[i]?.tag === 'DET') i++
  const first = i
  let placed = false
  for (; i < Math.min(sentence.last, first + 6); i++) {
    const token = text.tokens[i]
    if (token === undefined || taken(i)) return null
    const type = words.types.get(token.lower)
    const closes =
      type !== undefined && type.kind !== 'facility' && placed && !words.has('of', text.tokens[i + 1]?.lower ?? '')
    if (closes && (type.plural || type.kind === 'area')) return { first, last: i + 1 }
    placed ||=
      words.has('direction', token.lower) || words.has('adverb', token.lower) || words.demonyms.has(token.lower)
    if (token.text !== '-' && !MODIFIERS.has(token.tag)) return null
  }
  return null
}

const toponymOf = (text: ReadText, sentence: Sentence, range: Range, near: boolean, words: PlaceWords): Toponym => {
  const start = text.tokens[range.first]?.start ?? 0
  const end = text.tokens[range.last - 1]?.end ?? start
  const nation = text.tokens.slice(range.first, range.last).find((token) => words.demonyms.has(token.lower))
  return {
    start,
    end,
    text: wordsOf(text, range.first, range.last),
    kind: 'area',
    typed: true,
    nameKind: 'area',
    within: [],
    beside: [],
    sentence: sentence.index,
    first: range.first,
    last: range.last,
    name: '',
    also: [],
    side: null,
    isAround: false,
    isPart: false,
    nameSpan: { start, end: start },
    nation: nation === undefined ? null : (words.demonyms.get(nation.lower) ?? null),
    relation: near ? 'near' : 'in',
    known: false,
    cue: 'vague',
  }
}
