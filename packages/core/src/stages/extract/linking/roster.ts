import type { Trigger } from '../harm/find-triggers.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is, personNoun } from '../words/view.ts'
import type { SentenceView } from './sentence-view.ts'
import { auxiliaryBefore } from './voice.ts'

/** "the dead", "those killed", "among the dead": where it begins; null when the word is no such name for people. */
export const rosterStart = (s: SentenceView, trigger: Trigger): number | null => {
  if (auxiliaryBefore(s.view, trigger.first, s.first) !== null) return null
  for (let i = trigger.first - 1; i >= Math.max(s.first, trigger.first - 4); i--) {
    if (is(s.view, i, 'among')) return i
    if (s.phraseAt(i) !== undefined) return null
    // "among the civilians killed"
    if (i === trigger.first - 1 && personNoun(s.view, i)?.number === 'plural' && isAmongThose(s, i - 1)) return i - 2
    if (is(s.view, i, 'definite')) return is(s.view, i - 1, 'among') ? i - 1 : i
    if (!is(s.view, i, 'relative') && !is(s.view, i, 'be')) return null
  }
  return null
}

/** Right behind "were", or "were also". */
export const isThere = ({ view }: SentenceView, { first }: NumberPhrase): boolean =>
  is(view, first - 1, 'be') || (is(view, first - 1, 'also') && is(view, first - 2, 'be'))

const isAmongThose = ({ view }: SentenceView, at: number): boolean =>
  is(view, at, 'definite') && is(view, at - 1, 'among')
