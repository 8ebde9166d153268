import type { Sentence } from '../../../text/read-text.ts'
import { findAppositions, findSubgroups } from '../groups/find-subgroups.ts'
import type { Subgroup } from '../groups/subgroup.ts'
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
  /** The phrase that takes a token along behind its noun ("of the National Defence Forces"). */
  complementAt(token: number): NumberPhrase | undefined
  triggerAt(token: number): Trigger | undefined
  readonly subgroups: readonly Subgroup[]
  subgroupAt(token: number): Subgroup | undefined
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
  const complementOf = new Map<number, NumberPhrase>()
  for (const phrase of phrases) {
    for (let i = phrase.first; i < phrase.last; i++) phraseOf.set(i, phrase)
    for (let i = phrase.last; i < phrase.end; i++) complementOf.set(i, phrase)
  }
  const phraseAt = (token: number): NumberPhrase | undefined => phraseOf.get(token)
  const subgroups = [...findSubgroups(view, first, last, phraseAt), ...findAppositions(view, phrases)]
  const subgroupOf = new Map<number, Subgroup>()
  for (const subgroup of subgroups) for (let i = subgroup.first; i < subgroup.last; i++) subgroupOf.set(i, subgroup)
  const subgroupAt = (token: number): Subgroup | undefined => subgroupOf.get(token)
  const complementAt = (token: number): NumberPhrase | undefined => complementOf.get(token)
  return { view, sentence, first, last, phrases, triggers, triggerAt, phraseAt, complementAt, subgroups, subgroupAt }
}
