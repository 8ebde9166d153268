import type { Form } from './form.ts'

/** What a rule knows of a word. */
export type WordFact<T> = (form: Form) => T

let facts = 0

/**
 * A fact of words: worked out of the word alone, once for each written word, and kept on its form. Asking for it again costs
 * a look at an array, where a map would have to find the word first. A fact is never undefined.
 */
export const wordFact = <T extends NonNullable<unknown> | null>(workOut: (form: Form) => T): WordFact<T> => {
  const place = facts++
  return (form) => {
    const known = form.facts[place]
    // the place is this fact's own, so that what stands there is of its type
    if (known !== undefined) return known as T
    const fact = workOut(form)
    while (form.facts.length < place) form.facts.push(undefined)
    form.facts[place] = fact
    return fact
  }
}
