import type { Status } from '../../../model/claim.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { matchPhrase } from '../words/phrase-book.ts'
import type { View } from '../words/view.ts'

/** The status that a number phrase's own words give its people: the noun, else what stands beside it, else null. */
export const statusOfPhrase = (view: View, phrase: NumberPhrase): Status | null => {
  if (phrase.noun?.status != null) return phrase.noun.status
  for (let i = phrase.first; i < phrase.end; i++) {
    const match = matchPhrase(view.words.peopleWords.status, view.tokens, i, phrase.end)
    if (match !== null) return match.value
  }
  return Object.keys(phrase.groups).some((group) => group !== 'men') ? 'civilian' : null
}
