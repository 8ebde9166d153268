import type { Gazetteer } from '../../../gazetteer/gazetteer.ts'
import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { matchLexicon, matchText } from '../../../text/arabic/match-lexicon.ts'
import type { ReadText } from '../../../text/read-text.ts'
import { recogniseArabicPlaces } from '../../../toponyms/arabic/recognise-arabic-places.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { DocumentFrame } from '../claim-core.ts'
import type { TimeExpression } from '../dates/find-times.ts'
import { type Layout, layOut } from '../layout.ts'
import { findMeans, type MeansMention } from '../means/find-means.ts'
import type { ArabicView } from './arabic-view.ts'
import { bySentence } from './by-sentence.ts'
import { type ActorMention, findArabicActors } from './find-arabic-actors.ts'
import { type ArabicSpeech, findArabicSpeeches } from './find-arabic-speeches.ts'

/** All that the slots of an Arabic document read, made once a document; words and names by their sentence. */
export interface ArabicReading {
  readonly view: ArabicView
  readonly layout: Layout
  readonly timesIn: (sentence: number) => readonly TimeExpression[]
  /** The last day or two told before a sentence, and the first behind it. */
  readonly daysAround: (sentence: number) => readonly TimeExpression[]
  readonly meansIn: (sentence: number) => readonly MeansMention[]
  /** Without those that speakers are named by. */
  readonly placesIn: (sentence: number) => readonly Toponym[]
  readonly speechesIn: (sentence: number) => readonly ArabicSpeech[]
  readonly actorsIn: (sentence: number) => readonly ActorMention[]
}

/**
 * No tagger says of Arabic which word ties a date to its sentence: any word before it does, so that only a date at the head of
 * a line or behind a label is the day of writing.
 */
const tied = (text: ReadText): ReadText => ({
  ...text,
  tokens: text.tokens.map((token) => (token.tag === 'X' ? { ...token, tag: 'ADV' } : token)),
})

/** Reads a document for its slots. */
export const readForSlots = (
  frame: DocumentFrame,
  view: ArabicView,
  lexicon: Lexicon,
  gazetteer: Gazetteer,
): ArabicReading => {
  const matched = matchLexicon(lexicon)
  const text = matchText(frame.text, lexicon)
  const layout = layOut({ ...frame, text: tied(text) }, matched)
  const speeches = findArabicSpeeches(view, layout)
  const speechesIn = bySentence(speeches, ({ sentence }) => sentence)
  const places = recogniseArabicPlaces(frame.text, lexicon, gazetteer).filter(
    (place) =>
      !speechesIn(place.sentence).some(({ speakers }) =>
        speakers.some(({ first, last }) => first <= place.first && place.first < last),
      ),
  )
  return {
    view,
    layout,
    timesIn: bySentence(layout.times, ({ sentence }) => sentence),
    daysAround: daysAround(layout.times, text.sentences.length),
    meansIn: bySentence(findMeans(text, matched), ({ first }) => text.tokens[first]?.sentence ?? 0),
    placesIn: bySentence(places, ({ sentence }) => sentence),
    speechesIn,
    actorsIn: bySentence(findArabicActors(view, speechesIn), ({ sentence }) => sentence),
  }
}

/** Days that span more than this date no single attack. */
const POINT_DAYS = 2

const daysAround = (
  times: readonly TimeExpression[],
  sentences: number,
): ((sentence: number) => readonly TimeExpression[]) => {
  const points = times.filter(
    ({ role, vague, days }) => role === 'at' && !vague && days.from !== null && days.to - days.from <= POINT_DAYS,
  )
  const before: (TimeExpression | undefined)[] = new Array(sentences)
  const behind: (TimeExpression | undefined)[] = new Array(sentences)
  let next = 0
  for (let sentence = 0; sentence < sentences; sentence++) {
    while ((points[next]?.sentence ?? sentences) < sentence) next++
    before[sentence] = points[next - 1]
    let after = next
    while (points[after]?.sentence === sentence) after++
    behind[sentence] = points[after]
  }
  return (sentence) => [before[sentence], behind[sentence]].filter((time) => time !== undefined)
}
