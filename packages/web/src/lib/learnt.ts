/** A sentence that the server makes, and how it reads in another language; `$1` … are what stands in it. */
export type Phrase = readonly [english: RegExp, other: string]
/** What a refusal is called, by its code: what was wrong, and what to do. */
export type Refusals = Readonly<Record<string, readonly [what: string, mend: string]>>

/** The server's own words in the language shown. It writes English: for that there is nothing to learn. */
interface Learnt {
  readonly phrases: readonly Phrase[]
  readonly refusals: Refusals
}

const NOTHING: Learnt = { phrases: [], refusals: {} }
let known = NOTHING

export const learn = (learnt: Learnt = NOTHING): void => {
  known = learnt
}

/**
 * A reason, check or rule of the server's in the language shown. What has no counterpart stays as the server said it: nothing
 * is left out, and quotes of reports and names stay as they are.
 */
export const serverWords = (text: string): string => {
  const said = known.phrases.reduce((so, [english, other]) => so.replace(english, other), text)
  return said === text ? text : said.replace(LATIN, isolated)
}

/** Names left among words that run the other way: each is kept apart, or a number after one would be drawn before it. */
const LATIN = /[A-Za-z](?:[\w'’.\- ]*\w)?/g
const isolated = (name: string): string => `\u2068${name}\u2069`

/** What a refusal is called in the language shown; undefined where it has no words for it. */
export const refusalWords = (code: string): Refusals[string] | undefined => known.refusals[code]
