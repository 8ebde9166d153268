import type { ArabicView } from './arabic-view.ts'
import { NOBODY, withNoun } from './counted-noun.ts'
import { withTail } from './noun-tail.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { readAmount } from './read-amount.ts'
import { readUncounted } from './read-uncounted.ts'
import { sumOfPersons } from './sum-of-persons.ts'

/** The people that a stretch of tokens counts, in its order. */
export const readPeople = (view: ArabicView, first: number, last: number): readonly PeoplePhrase[] => {
  const found: PeoplePhrase[] = []
  for (let at = first; at < last; ) {
    const phrase = readPhrase(view, at, last)
    if (phrase === null) at++
    else {
      found.push(phrase)
      at = Math.max(phrase.last, at + 1)
    }
  }
  return sumOfPersons(view, found)
}

const readPhrase = (view: ArabicView, at: number, end: number): PeoplePhrase | null =>
  readCounted(view, at, end) ?? readUncounted(view, at, end)

/** A number, and the noun that it counts. */
const readCounted = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  const amount = readAmount(view, at, end)
  if (amount === null) return null
  const before = { ...NOBODY, ...amount, kind: 'bare' as const }
  return withTail(view, withNoun(view, before, end), end)
}
