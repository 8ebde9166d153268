import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns, findPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { Layout } from '../layout.ts'
import { matchPhrase } from '../words/phrase-book.ts'
import { wordsOf } from '../words/words.ts'
import type { PhraseWords } from './noun-phrase.ts'
import { readCue, readGapped } from './read-cue.ts'
import { readHeadline } from './read-headline.ts'
import type { Speech } from './speech.ts'
import { type CueClass, speechLexicon } from './speech-lexicon.ts'
import type { Cue, Reader } from './speech-reader.ts'

/** All speech of a document, in its order. */
export const findSpeeches = (layout: Layout, lexicon: Lexicon): readonly Speech[] => {
  const speech = speechLexicon(lexicon)
  const pieces = piecesOf(layout.text)
  const typed = new Map(allPatterns(speech.sources, pieces).map((match) => [match.first, match]))
  const ends = new Set([...typed.values()].map((match) => match.last))
  const classOf = (lower: string): string | undefined => speech.words.get(lower)
  const inside = new Set<number>()
  for (const match of typed.values()) for (let at = match.first; at < match.last; at++) inside.add(at)
  const words: PhraseWords = {
    classOf,
    isHeadBefore: (token) => ends.has(token),
    isSource: (token) => inside.has(token),
  }
  const quotes = new Set(
    allPatterns(speech.cues, pieces).flatMap(({ value, first }) => (value === 'quote' ? [first] : [])),
  )
  const { people, harm } = wordsOf(lexicon)
  const { tokens } = layout.text
  const isHarm = (token: number): boolean =>
    matchPhrase(harm, tokens, token, token + 1)?.value.some(({ frame }) => frame === 'counted') === true
  const reader: Reader = { text: layout.text, layout, words, typed, quotes, people, isHarm }
  const speeches: Speech[] = []
  for (const segment of layout.segments) {
    const cues = findPatterns(speech.cues, pieces, segment.first, segment.last).filter((cue) => isCue(reader, cue))
    cues.forEach((_, i) => {
      const found = readCue(reader, segment, cues, i, speeches)
      if (found !== null) speeches.push(found)
      const other = found === null ? null : readGapped(reader, segment, found)
      if (other !== null) speeches.push(other)
    })
    if (cues.length === 0 && segment.headline) {
      const found = readHeadline(reader, segment)
      if (found !== null) speeches.push(found)
    }
  }
  return speeches
}

/** The tokens after which a verb of speech has just ended, whether or not the text says who spoke. */
export const speechEnds = (layout: Layout, lexicon: Lexicon): ReadonlySet<number> => {
  const { cues } = speechLexicon(lexicon)
  const verbs = allPatterns(cues, piecesOf(layout.text)).filter((cue) => SPEAKS.has(cue.value))
  return new Set(verbs.map((cue) => cue.last))
}

const SPEAKS: ReadonlySet<CueClass> = new Set(['say', 'tell', 'add'])

/** Leaves out what only looks like a cue: "a reported strike", "were reported". */
const isCue = ({ text, words }: Reader, cue: Cue): boolean => {
  if (cue.value === 'none' || cue.value === 'hearsay') return false
  if (cue.value !== 'say' && cue.value !== 'tell' && cue.value !== 'give') return true
  const before = text.tokens[cue.first - 1]
  const after = text.tokens[cue.last]
  if (before !== undefined && words.classOf(before.lower) === 'be') return false
  const isModifier = (before?.tag === 'DET' || before?.tag === 'ADJ') && (after?.tag === 'NOUN' || after?.tag === 'ADJ')
  return !isModifier
}
