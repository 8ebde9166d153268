/** A line as the tagger should see it, with the place of each of its characters in the line as it stands. */
export interface FoldedLine {
  readonly text: string
  /** The offset in the line of a character of `text`. */
  at(index: number): number
}

/** Characters that are not seen: soft hyphens, zero-width and direction marks, byte-order marks. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
const ODD = /[^\u0020-\u007e]/
const LONGEST_RUN = 256
const LONG_RUN = /\S{257,}/g
const ODD_SPACE = /[^\S ]/g
const APOSTROPHE = /(?<=\p{L})[\u2018\u2019\u02bc\uff07](?=\p{L})/gu
const APOSTROPHES = /[\u2018\u2019\u02bc\uff07]/g
const PLAIN = /^[\u0020-\u007e]*$/

/**
 * Leaves out unseen characters, makes every kind of space a plain one and typographic apostrophes within words plain,
 * and blanks runs of more than 256 characters without a space (a tagger's time grows with their square).
 */
export const foldLine = (line: string): FoldedLine => {
  if (!ODD.test(line) && !hasLongRun(line)) return { text: line, at: (index) => index }
  const places: number[] = []
  let seen = line
  if (line.search(UNSEEN) >= 0) {
    seen = line.replace(UNSEEN, '')
    for (let i = 0; i < line.length; i++) if (line.charAt(i).search(UNSEEN) < 0) places.push(i)
  }
  const text = seen
    .replace(LONG_RUN, (run) => ' '.repeat(run.length))
    .replace(ODD_SPACE, ' ')
    .replace(APOSTROPHE, "'")
  return { text, at: (index) => (places.length === 0 ? index : (places[index] ?? line.length)) }
}

/** Whether a line of plain characters has a run that is too long: a pattern would look at every word from each of its letters. */
const hasLongRun = (line: string): boolean => {
  let from = 0
  while (line.length - from > LONGEST_RUN) {
    const space = line.lastIndexOf(' ', from + LONGEST_RUN)
    if (space < from) return true
    from = space + 1
  }
  return false
}

/** A word as rules compare it: lower case, nothing unseen in it, plain apostrophes. */
export const foldWord = (word: string): string => {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return lower
  const seen = lower.replace(UNSEEN, '')
  return seen.length > 1 ? seen.replace(APOSTROPHES, "'") : seen
}
