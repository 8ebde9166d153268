import type { FoundPhrase } from '../words/phrase-book.ts'
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
 * clause names no weapon, no fighters and no deed of theirs is the cause of what its sentence tells next. `told` are the words
 * of relevance of each sentence.
 */
export const accidentsIn = (
  view: View,
  told: readonly (readonly FoundPhrase<RelevanceWord>[])[],
): readonly Accident[] => {
  const found: Accident[] = []
  for (const { index, first, last } of view.text.sentences) {
    const words = told[index] ?? []
    words.forEach(({ at, end, value }, k) => {
      if (value.kind !== 'accident') return
      const clause = clauseStart(view, at, first)
      if (words.some((other) => other.at >= clause && other.at < at && isDoer(other.value))) return
      const next = words.find((other, j) => j > k && isDoer(other.value))
      found.push({ at, until: Math.min(next?.at ?? last, closeOf(view, end, last)) })
    })
  }
  return found
}

/**
 * Which sentences, by their words of relevance, tell who or what does harm: a mere word for soldiers tells where somebody
 * served, not that anybody fought.
 */
export const doersIn = (told: readonly (readonly FoundPhrase<RelevanceWord>[])[]): readonly boolean[] =>
  told.map((words) => words.some(({ value }) => isDoer(value)))

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
