import { dayNumber } from '../../../model/time-range.ts'
import type { DocumentFrame } from '../claim-core.ts'
import type { Draft } from '../draft.ts'
import { matchPhrase } from '../words/phrase-book.ts'
import type { View } from '../words/view.ts'
import type { RelevanceKind } from './relevance-words.ts'

/** Whether a claim is one of armed violence: `unsure` is kept, with less confidence, for a person to look at. */
export type Relevance = 'yes' | 'unsure' | 'no'

/** How strongly the words of each sentence speak for each kind. */
export type Weights = Readonly<Record<RelevanceKind, number>>

const NOTHING: Weights = { violence: 0, other: 0, statistic: 0, law: 0 }
/** A death told this long after it happened is history. */
const HISTORY_DAYS = 3 * 365

/** The words of a text that tell what it is about, summed by sentence. */
export const weighSentences = (view: View): readonly Weights[] =>
  view.text.sentences.map((sentence) => {
    let weights = NOTHING
    for (let i = sentence.first; i < sentence.last; i++) {
      const match = matchPhrase(view.words.relevance, view.tokens, i, sentence.last)
      if (match === null) continue
      const { kind, weight } = match.value
      weights = { ...weights, [kind]: weights[kind] + weight }
      i += match.length - 1
    }
    return weights
  })

/**
 * Judges a claim by its own sentence first, then by the sentences around it, then by the whole document. Where nothing
 * speaks for anything it is kept.
 */
export const judgeRelevance = (
  draft: Draft,
  frame: DocumentFrame,
  sentences: readonly Weights[],
  whole: Weights,
): Relevance => {
  if (isHistory(draft, frame)) return 'no'
  const at = draft.core.sentence
  const own = sentences[at] ?? NOTHING
  if (own.statistic > 0 && own.violence < own.statistic) return 'no'
  if (
    draft.core.custody &&
    isCase(own, add(own, add(sentences[at - 1] ?? NOTHING, sentences[at + 1] ?? NOTHING)), whole)
  )
    return 'no'
  if (whole.violence === 0 && sentences.length >= TELLING) return 'no'
  if (draft.slots.means !== null && draft.slots.means !== 'other' && own.violence >= own.other) return 'yes'
  const near = add(sentences[at - 1] ?? NOTHING, sentences[at + 1] ?? NOTHING)
  const balance = 3 * lean(own) + lean(near) + (2 * lean(whole)) / Math.max(1, sentences.length / 8)
  if (balance >= 0 || own.violence > own.other)
    return own.violence > 0 || whole.violence >= whole.other ? 'yes' : 'unsure'
  return balance <= -CLEAR ? 'no' : 'unsure'
}

/** A text of so many sentences that speaks of violence at all has said so somewhere. */
const TELLING = 5

/** An arrest is a case of police and courts unless the words around it speak of war more than of law. */
const isCase = (own: Weights, near: Weights, whole: Weights): boolean =>
  own.violence < own.law || near.violence < near.law || whole.violence < whole.law

/** From here on the words speak clearly against violence. */
const CLEAR = 4

const lean = (weights: Weights): number => weights.violence - weights.other

export const add = (a: Weights, b: Weights): Weights => ({
  violence: a.violence + b.violence,
  other: a.other + b.other,
  statistic: a.statistic + b.statistic,
  law: a.law + b.law,
})

const isHistory = (draft: Draft, frame: DocumentFrame): boolean => {
  const { latest } = draft.slots.time
  return latest !== null && frame.published !== null && dayNumber(frame.published) - dayNumber(latest) > HISTORY_DAYS
}

/** The weights of a whole document. */
export const weighWhole = (sentences: readonly Weights[]): Weights => sentences.reduce(add, NOTHING)
