import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import { SOURCE_TYPES, type SourceType } from '../../../model/claim.ts'
import type { Layout } from '../layout.ts'
import { type ArabicView, isArticle, isSmall, lowerAt } from './arabic-view.ts'

/** Somebody who says something; half-open token range. */
export interface Speaker {
  readonly first: number
  readonly last: number
  readonly type: SourceType
}

/** A saying in a sentence, with its speakers, the nearest first. */
export interface ArabicSpeech {
  readonly sentence: number
  /** Half-open token range of the words of saying. */
  readonly first: number
  readonly last: number
  readonly speakers: readonly Speaker[]
  /** Whether what is said follows ("قال … إن"), so that nothing before it is said by them. */
  readonly forward: boolean
  /** Nobody is named: the speakers are those of the saying before. */
  readonly goesOn: boolean
}

const LONGEST = 9
const COMMAS = new Set([',', '\u060c', ':', '.', ';', '\u061b', '"', '\u201c', '\u00ab', '(', ')', '\u201d', '\u00bb'])

/** The sayings of a document, in its order. */
export const findArabicSpeeches = (view: ArabicView, layout: Layout): readonly ArabicSpeech[] => {
  const pieces = piecesOf(layout.text)
  const sources = new Map(allPatterns(view.words.sources, pieces).map((match) => [match.first, match]))
  const reader: Reader = { view, layout, sources, typeIn: (first, last) => typeIn(sources, first, last) }
  const found: ArabicSpeech[] = []
  for (const cue of allPatterns(view.words.speech, pieces)) {
    if (cue.first < (found[found.length - 1]?.last ?? 0)) continue
    const speech = speechAt(reader, cue.first, cue.last, cue.value)
    if (speech !== null) found.push(speech)
  }
  return carried([...found, ...headlines(reader)].sort((a, b) => a.first - b.first))
}

/** Who goes on without a name is the last one who spoke. */
const carried = (speeches: readonly ArabicSpeech[]): readonly ArabicSpeech[] => {
  let last: readonly Speaker[] = []
  return speeches.map((speech) => {
    if (speech.goesOn) return { ...speech, speakers: last }
    last = speech.speakers
    return speech
  })
}

interface Reader {
  readonly view: ArabicView
  readonly layout: Layout
  /** Phrases for sources by the token they begin with. */
  readonly sources: ReadonlyMap<number, { readonly value: string; readonly last: number }>
  readonly typeIn: (first: number, last: number) => SourceType | null
}

const typeIn = (
  sources: ReadonlyMap<number, { readonly value: string; readonly last: number }>,
  first: number,
  last: number,
): SourceType | null => {
  for (let at = first; at < last; at++) {
    const found = sources.get(at)
    const type = found === undefined ? undefined : SOURCE_TYPES.find((known) => known === found.value)
    if (type !== undefined) return type
  }
  return null
}

const speechAt = (reader: Reader, first: number, last: number, kind: string): ArabicSpeech | null => {
  const { view } = reader
  const sentence = view.tokens[first]?.sentence ?? 0
  const from = kind === 'according' ? pastVerb(view, last) : last
  const said = { sentence, first, last: from }
  if (kind === 'quoting') return quoted(reader, said, from)
  const speaker = speakerAt(reader, from)
  const end = speaker?.last ?? from
  const forward = kind !== 'according' && opensSpeech(view, end)
  if (speaker === null)
    return kind === 'goes-on' && isSmall(view, from, 'that') ? { ...said, speakers: [], forward, goesOn: true } : null
  return { ...said, last: end, speakers: spokesman(reader, speaker), forward, goesOn: false }
}

/** "بحسب ما أفاد به سكان": the verb and its pronoun belong to the words of saying. */
const pastVerb = (view: ArabicView, at: number): number => {
  let next = at
  for (let i = 0; i < 3; i++) {
    const token = view.tokens[next]
    if (token === undefined) break
    const isVerb = view.words.cues.has(token.lower) && !isArticle(view, next) && view.words.speechVerbs.has(token.lower)
    const isPronoun =
      token.tag === 'PRON' ||
      isSmall(view, next, 'said') ||
      (token.tag === 'ADP' && (view.tokens[next + 1]?.tag === 'PRON' || isSmall(view, next, 'for')))
    if (!isVerb && !isPronoun) break
    next++
  }
  return next
}

/** Whether "that", a colon or a quotation follows, past a day and a place. */
const opensSpeech = (view: ArabicView, from: number): boolean => {
  const sentence = view.tokens[from]?.sentence
  for (let at = from; at < from + OPENS_WITHIN && view.tokens[at]?.sentence === sentence; at++) {
    if (isSmall(view, at, 'that') || lowerAt(view, at) === ':') return true
    if (COMMAS.has(lowerAt(view, at))) return false
  }
  return false
}

const OPENS_WITHIN = 8

/** "نقلت الوكالة عن مصدر طبي قوله إن": the source first, then who passes it on. */
const quoted = (
  reader: Reader,
  said: Pick<ArabicSpeech, 'sentence' | 'first' | 'last'>,
  from: number,
): ArabicSpeech | null => {
  const { view } = reader
  const medium = speakerAt(reader, from)
  const end = medium?.last ?? from
  if (!isSmall(view, end, 'from')) return null
  const source = speakerAt(reader, end + 1)
  if (source === null) return null
  return {
    ...said,
    last: source.last,
    speakers: [...spokesman(reader, source), ...(medium === null ? [] : [medium])],
    forward: true,
    goesOn: false,
  }
}

/** The noun phrase that begins at a token, as the name of a speaker; null where none does. */
const speakerAt = (reader: Reader, from: number): Speaker | null => {
  const { view, layout } = reader
  const sentence = view.tokens[from]?.sentence
  let at = from
  while (at < from + LONGEST && view.tokens[at]?.sentence === sentence && layout.timeAt[at] !== 1) {
    const known = reader.sources.get(at)
    if (known === undefined && isEnd(view, at)) break
    at = known?.last ?? at + 1
  }
  while (
    at > from &&
    (isArticle(view, at - 1) || view.tokens[at - 1]?.tag === 'CCONJ' || view.tokens[at - 1]?.tag === 'ADP')
  )
    at--
  const isNumber = view.tokens[from]?.tag === 'NUM' || view.harm.has(from)
  if (at === from || isNumber) return null
  // Behind a joined lam the article has lost a letter: the name begins with its stem.
  const first = isArticle(view, from) && view.tokens[from]?.text.length === 1 ? from + 1 : from
  return { first, last: at, type: reader.typeIn(from, at) ?? 'other' }
}

const isEnd = (view: ArabicView, at: number): boolean => {
  const token = view.tokens[at]
  if (token === undefined || token.tag === 'PUNCT' || token.tag === 'NUM') return true
  if (COMMAS.has(token.lower) || view.words.speechVerbs.has(token.lower)) return true
  if (isSmall(view, at, 'name')) return false
  // "أفادت الوزارة بوصول 14 شهيدا": what she tells of
  if (token.tag === 'ADP' && isSmall(view, at + 1, 'tie')) return true
  if (token.tag === 'CCONJ')
    return view.harm.has(at + 1) || view.words.speechVerbs.has(lowerAt(view, at + 1)) || !isNoun(view, at + 1)
  const harm = view.harm.get(at)
  if (harm?.value.some(({ form }) => form !== 'noun')) return true
  return (
    isSmall(
      view,
      at,
      'that',
      'relative',
      'clause',
      'prep',
      'may',
      'aux',
      'negation',
      'without',
      'adverb',
      'oneof',
      'fall',
    ) && !isSmall(view, at, 'of')
  )
}

/** After "and", another speaker follows where its word is one of sources; else another clause. */
const isNoun = (view: ArabicView, at: number): boolean => {
  const next = isArticle(view, at) ? at + 1 : at
  return view.persons.has(next) || view.words.sourceHeads.has(lowerAt(view, next))
}

/** "المتحدثة باسم الدفاع المدني لميس دورفان": the person first, then whom she speaks for. */
const spokesman = (reader: Reader, speaker: Speaker): readonly Speaker[] => {
  const { view } = reader
  for (let at = speaker.first; at < speaker.last - 1; at++) {
    if (!isSmall(view, at, 'name')) continue
    const from = at + 1
    const end = reader.typeIn(from, speaker.last) === null ? speaker.last : organisationEnd(reader, from, speaker.last)
    const body: Speaker = { first: from, last: end, type: reader.typeIn(from, end) ?? 'official' }
    return end < speaker.last ? [{ first: end, last: speaker.last, type: 'other' }, body] : [body]
  }
  return [speaker]
}

/** A body's name ends with the words that its kind is known by, and their adjectives. */
const organisationEnd = (reader: Reader, from: number, last: number): number => {
  for (let at = from; at < last; at++) {
    const end = reader.sources.get(at)?.last
    if (end !== undefined && end <= last) return withAdjectives(reader.view, end, last)
  }
  return last
}

const withAdjectives = (view: ArabicView, end: number, last: number): number => {
  let at = end
  while (at < last && isArticle(view, at)) at += 2
  return Math.min(at, last)
}

/** Words that may follow the kind of a source before the colon ("مصدر أمني:"). */
const HEADLINE_NAME = 2

/** "الدفاع المدني: 12 قتيلا": a known source before a colon at the head of a line. */
const headlines = ({ view, sources }: Reader): readonly ArabicSpeech[] =>
  view.text.sentences.flatMap((sentence) => {
    const start = isArticle(view, sentence.first) ? sentence.first + 1 : sentence.first
    const source = sources.get(sentence.first) ?? sources.get(start)
    if (source === undefined) return []
    let last = source.last
    while (last < source.last + HEADLINE_NAME && view.tokens[last]?.tag === 'X' && !isEnd(view, last)) last++
    if (lowerAt(view, last) !== ':') return []
    const type = SOURCE_TYPES.find((known) => known === source.value) ?? 'other'
    const speaker = { first: sentence.first, last, type }
    return [
      {
        sentence: sentence.index,
        first: sentence.first,
        last: last + 1,
        speakers: [speaker],
        forward: true,
        goesOn: false,
      },
    ]
  })
