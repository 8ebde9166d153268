import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is } from '../words/view.ts'
import type { SentenceView } from './sentence-view.ts'

/** "…, a doctor said", "…, a doctor at a hospital in Lomeq told reporters": a verb of speech comes before anything else does. */
export const speaks = (s: SentenceView, phrase: NumberPhrase): boolean => {
  const { view } = s
  if (is(view, phrase.end, 'comma') && is(view, phrase.end + 1, 'say')) return true
  if (phrase.from !== 'singular' && phrase.from !== 'definite' && !(phrase.kind === 'person' && isOne(phrase)))
    return false
  return saysBehind(s, phrase.end)
}

/** Whether a verb of speech follows, with nothing but nouns and what belongs to them before it ("a source at a hospital said"). */
export const saysBehind = (s: SentenceView, from: number): boolean => {
  const { view } = s
  for (let i = from; i < s.last; i++) {
    if (is(view, i, 'say')) return true
    const tag = view.tokens[i]?.tag
    if (tag !== 'ADP' && tag !== 'DET' && tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'ADJ' && tag !== 'X')
      return false
    // "a child a monitor said": another noun begins, and it speaks
    if (tag === 'DET' && view.tokens[i - 1]?.tag !== 'ADP') return false
    if (s.triggerAt(i) !== undefined) return false
  }
  return false
}

export const isOne = ({ low, high }: NumberPhrase): boolean => low === 1 && high === 1
