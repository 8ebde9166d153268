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
  const triggerAt = byToken(first, last, triggers)
  const phrases = readNumberPhrases(view, first, last, triggerAt)
  const phraseAt = byToken(first, last, phrases)
  const complementAt = byToken(
    first,
    last,
    phrases.map((phrase) => ({ first: phrase.last, last: phrase.end, value: phrase })),
  )
  const subgroups = [...findSubgroups(view, first, last, phraseAt), ...findAppositions(view, phrases)]
  const subgroupAt = byToken(first, last, subgroups)
  return {
    view,
    sentence,
    first,
    last,
    phrases,
    triggers,
    triggerAt,
    phraseAt,
    complementAt: (token) => complementAt(token)?.value,
    subgroups,
    subgroupAt,
  }
}

/** Looks up, by token, which of some stretches covers it; of two that overlap the later. */
const byToken = <T extends { readonly first: number; readonly last: number }>(
  first: number,
  last: number,
  stretches: readonly T[],
): ((token: number) => T | undefined) => {
  if (stretches.length === 0) return NOTHING
  const covering: (T | undefined)[] = new Array(last - first)
  for (const stretch of stretches)
    for (let i = Math.max(first, stretch.first); i < Math.min(last, stretch.last); i++) covering[i - first] = stretch
  return (token) => covering[token - first]
}

const NOTHING = (): undefined => undefined
