import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { ArabicView } from './arabic-view.ts'

/**
 * Whether a claim is of armed violence as far as words tell: its own sentence decides; where that tells nothing, an accident or a
 * disaster that the document speaks of with no word of violence anywhere.
 */
export const isOfViolence = (view: ArabicView): ((core: ClaimCore) => boolean) => {
  const kinds = new Map<number, Set<string>>()
  const whole = new Set<string>()
  for (const { first, value } of allPatterns(view.words.relevance, piecesOf(view.matched))) {
    const sentence = view.tokens[first]?.sentence ?? 0
    kinds.set(sentence, (kinds.get(sentence) ?? new Set()).add(value))
    whole.add(value)
  }
  return ({ sentence }) => {
    const own = kinds.get(sentence)
    if (own?.has('violence') === true) return true
    if (own?.has('other') === true) return false
    return !whole.has('other') || whole.has('violence')
  }
}
