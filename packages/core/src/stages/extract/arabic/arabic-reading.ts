import type { Gazetteer } from '../../../gazetteer/gazetteer.ts'
import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { matchLexicon, matchText } from '../../../text/arabic/match-lexicon.ts'
import type { ReadText } from '../../../text/read-text.ts'
import { recogniseArabicPlaces } from '../../../toponyms/arabic/recognise-arabic-places.ts'
import type { Toponym } from '../../../toponyms/toponym.ts'
import type { DocumentFrame } from '../claim-core.ts'
import { type Layout, layOut } from '../layout.ts'
import { findMeans, type MeansMention } from '../means/find-means.ts'
import type { ArabicView } from './arabic-view.ts'
import { type ActorMention, findArabicActors } from './find-arabic-actors.ts'
import { type ArabicSpeech, findArabicSpeeches } from './find-arabic-speeches.ts'

/** All that the slots of an Arabic document read, made once a document. */
export interface ArabicReading {
  readonly view: ArabicView
  readonly layout: Layout
  readonly means: readonly MeansMention[]
  readonly places: readonly Toponym[]
  readonly speeches: readonly ArabicSpeech[]
  readonly actors: readonly ActorMention[]
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
  return {
    view,
    layout,
    means: findMeans(text, matched),
    places: recogniseArabicPlaces(frame.text, lexicon, gazetteer),
    speeches,
    actors: findArabicActors(view, speeches),
  }
}
