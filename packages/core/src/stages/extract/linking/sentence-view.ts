import type { Sentence } from '../../../text/read-text.ts'
import { findTriggers, type Trigger } from '../harm/find-triggers.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { readNumberPhrases } from '../numbers/read-number-phrases.ts'
import type { View } from '../words/view.ts'

/** A sentence with its number phrases and harm words, by token. */
export interface SentenceView {
  readonly view: View
  readonly sentence: Sentence
  readonly first: number
  readonly last: number
  readonly phrases: readonly NumberPhrase[]
  readonly triggers: readonly Trigger[]
  /** The phrase that starts at, or covers, a token. */
  phraseAt(token: number): NumberPhrase | undefined
  triggerAt(token: number): Trigger | undefined
}

/** Reads a sentence; null when it holds no harm word. */
export const sentenceView = (view: View, sentence: Sentence): SentenceView | null => {
  const { first, last } = sentence
  const triggers = findTriggers(view, first, last)
  if (triggers.length === 0) return null
  const triggerOf = new Map<number, Trigger>()
  for (const trigger of triggers) for (let i = trigger.first; i < trigger.last; i++) triggerOf.set(i, trigger)
  const triggerAt = (token: number): Trigger | undefined => triggerOf.get(token)
  const phrases = readNumberPhrases(view, first, last, triggerAt)
  const phraseOf = new Map<number, NumberPhrase>()
  for (const phrase of phrases) for (let i = phrase.first; i < phrase.last; i++) phraseOf.set(i, phrase)
  return { view, sentence, first, last, phrases, triggers, triggerAt, phraseAt: (token) => phraseOf.get(token) }
}
