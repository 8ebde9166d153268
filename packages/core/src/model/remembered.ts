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
  let young = new Map<unknown, { readonly answer: T }>()
  let old = young
  return (...question) => {
    const key = keyOf(...question)
    const known = young.get(key)
    if (known !== undefined) return known.answer
    const kept = old.get(key) ?? { answer: ask(...question) }
    if (young.size >= most) {
      old = young
      young = new Map()
    }
    young.set(key, kept)
    return kept.answer
  }
}
