import { matchPhrase } from '../words/phrase-book.ts'
import { is, type View } from '../words/view.ts'
import type { RelevanceWord } from './relevance-words.ts'

/** A word for an accident, and the token up to which the harm told after it is its own. */
export interface Accident {
  readonly at: number
  readonly until: number
}

/** From this weight on a word of violence tells who or what did it, rather than where it was. */
const DOER = 2

/**
 * "an army truck crashed into a market, killing seven": what stands before the harm is what caused it. An accident whose own
 * clause names no weapon, no fighters and no deed of theirs is the cause of what its sentence tells next.
 */
export const accidentsIn = (view: View): readonly Accident[] =>
  view.text.sentences.flatMap(({ first, last }) => {
    const words = wordsIn(view, first, last)
    return words.flatMap(({ at, end, word }, k) => {
      if (word.kind !== 'accident') return []
      const clause = clauseStart(view, at, first)
      if (words.some((other) => other.at >= clause && other.at < at && isDoer(other.word))) return []
      const next = words.find((other, j) => j > k && isDoer(other.word))
      const until = Math.min(next?.at ?? last, closeOf(view, end, last))
      return [{ at, until }]
    })
  })

/**
 * Which sentences tell who or what does harm: a mere word for soldiers tells where somebody served, not that anybody
 * fought.
 */
export const doersIn = (view: View): readonly boolean[] =>
  view.text.sentences.map(({ first, last }) => wordsIn(view, first, last).some(({ word }) => isDoer(word)))

interface Placed {
  readonly at: number
  readonly end: number
  readonly word: RelevanceWord
}

const wordsIn = (view: View, first: number, last: number): readonly Placed[] => {
  const found: Placed[] = []
  for (let at = first; at < last; at++) {
    const match = matchPhrase(view.words.relevance, view.tokens, at, last)
    if (match === null) continue
    found.push({ at, end: at + match.length, word: match.value })
    at += match.length - 1
  }
  return found
}

const isDoer = ({ kind, weight }: RelevanceWord): boolean => kind === 'arms' || (kind === 'violence' && weight >= DOER)

const clauseStart = (view: View, at: number, first: number): number => {
  for (let i = at - 1; i >= first; i--) if (view.tokens[i]?.tag === 'PUNCT' || is(view, i, 'subordinator')) return i
  return first
}

/** Where another clause of its own begins ("…, while rebels killed five"). */
const closeOf = (view: View, from: number, last: number): number => {
  for (let i = from; i < last; i++) if (is(view, i, 'subordinator')) return i
  return last
}
