/** Line breaks, tabs and control characters that a report or a file name could use to write over a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
/** Marks that turn the direction of what follows; a stray one would turn the rest of the line. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g

/** Text of others, safe to print on one line: no control characters, no stray marks of direction. */
export const printable = (text: string): string => text.replace(UNSAFE, ' ').replace(DIRECTION, '')

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Keeps a right-to-left text from turning its neighbours around, by Unicode's isolates (which take up no room). */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text)
