import type { PersonNoun } from '../words/people.ts'
import { is, isAcronym, personNoun, touchesNext, type View } from '../words/view.ts'
import type { TriggerAt } from './trigger-at.ts'

/** A name has no more words than this. */
export const LONGEST = 8

export interface Run {
  readonly last: number
  /** The noun that says who bears the name; null where there is none. */
  readonly noun: PersonNoun | null
}

/** A run of names, after a noun of a person or alone. */
export const nameRun = (view: View, at: number, end: number, triggerAt: TriggerAt): Run | null => {
  let last = at
  let head: number | null = null
  for (; last < end && last - at < LONGEST; last++) {
    const token = view.tokens[last]
    if (token === undefined || triggerAt(last) !== undefined) break
    if (token.tag !== 'PROPN' && token.tag !== 'NOUN' && token.tag !== 'ADJ' && !isHyphen(view, last)) break
    const known = personNoun(view, last)
    if (known?.number === 'singular' && known.kind !== 'family' && token.tag !== 'ADJ' && !isHyphen(view, last - 1))
      head = last
  }
  // "Arun Veld leader of the Red Front was killed": who bears the name is told behind it
  if (head !== null && head === last - 1 && head - at >= 2 && is(view, last, 'of') && isName(view, at, head))
    return { last: head, noun: null }
  const from = head === null ? at : head + 1
  if (last <= from || !isName(view, from, last)) return null
  return { last, noun: head === null ? null : (personNoun(view, head) ?? null) }
}

/** Names only, none of them in capitals as agencies and groups are ("NGO", "AFP"), and no day. */
const isName = (view: View, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) {
    if (view.tokens[i]?.tag !== 'PROPN' && !isHyphen(view, i) && !isParticle(view, i, last)) return false
    if (isAcronym(view.tokens, i) || is(view, i, 'day') || personNoun(view, i)?.number === 'plural') return false
  }
  return true
}

/** "al" of "al-Veld", which taggers take for a noun. */
const isParticle = (view: View, at: number, last: number): boolean =>
  at + 2 < last && view.tokens[at + 1]?.text === '-' && isHyphen(view, at + 1) && view.tokens[at + 2]?.tag === 'PROPN'

/** Where the word begins that a token ends, with what hyphens tie to it ("al-Veld"). */
export const wordStart = (view: View, at: number): number => {
  let first = at
  while (isHyphen(view, first - 1)) first -= 2
  return first
}

export const isHyphen = (view: View, at: number): boolean =>
  view.tokens[at]?.tag === 'PUNCT' && touchesNext(view, at - 1) && touchesNext(view, at)

/** "Twelve-year-old": where the name begins; null where no age stands. */
export const ageEnd = (view: View, at: number): number | null => {
  if (view.tokens[at]?.tag !== 'NUM' || !touchesNext(view, at) || !touchesNext(view, at + 1)) return null
  if (!view.words.numbers.vetoes.after.has(view.tokens[at + 2]?.lower ?? '')) return null
  let k = at + 3
  while (isHyphen(view, k)) k += 2
  return k
}

/** ", 71,", or "71" before a verb where a text has lost its commas: where the words after an age begin; null where none stands. */
export const ageAfter = (view: View, at: number): number | null => {
  if (view.tokens[at]?.tag === 'NUM') return is(view, at + 1, 'be') || is(view, at + 1, 'have') ? at + 1 : null
  return is(view, at, 'comma') && view.tokens[at + 1]?.tag === 'NUM' && is(view, at + 2, 'comma') ? at + 3 : null
}

interface Names {
  readonly last: number
  /** How many names follow the first. */
  readonly more: number
}

/** "Arun Veld, 71, Sami Dorvan and Lamis Tarq": the further names of a list that ends in "and"; null where there is none. */
export const namesAfter = (view: View, at: number, end: number, triggerAt: TriggerAt): Names | null => {
  let list: Names | null = null
  for (let last = at, more = 0; last < end; ) {
    const aged = is(view, last - 1, 'comma')
    const comma = is(view, last, 'comma')
    const and = is(view, comma ? last + 1 : last, 'coordinator')
    // "killed Arun Veld, and Sami Dorvan, who": a clause of its own
    if (and ? comma && more === 0 : !comma && !aged) return list
    const start = last + (comma ? 1 : 0) + (and ? 1 : 0)
    const run = nameRun(view, start, end, triggerAt)
    if (
      run === null ||
      run.last - start < 2 ||
      run.last - start > ONE_NAME ||
      DOES.has(view.tokens[run.last]?.tag ?? '')
    )
      return list
    last = ageAfter(view, run.last) ?? run.last
    more++
    if (and) list = { last, more }
  }
  return list
}

/** What is longer may be several names run together. */
export const ONE_NAME = 5

/** Whoever stands before such a word does something himself. */
const DOES: ReadonlySet<string> = new Set(['VERB', 'PART'])
