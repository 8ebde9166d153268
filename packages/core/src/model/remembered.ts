import { recentMap } from './recent-map.ts'

/**
 * The same question answered once: remembers answers until there are `most` of them, and then forgets those that nobody asked
 * for again since about as many came. At most twice as many are held. `ask` must be pure; questions with one key (by itself
 * the first argument) must have one answer.
 */
export const remembered = <A extends unknown[], T>(
  most: number,
  ask: (...question: A) => T,
  keyOf: (...question: A) => unknown = (...[first]) => first,
): ((...question: A) => T) => {
  const answers = recentMap<unknown, { readonly answer: T }>(most)
  return (...question) => {
    const key = keyOf(...question)
    const known = answers.get(key)
    if (known !== undefined) return known.answer
    const answer = ask(...question)
    answers.set(key, { answer })
    return answer
  }
}
