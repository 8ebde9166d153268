import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { ReadText, Sentence } from '../text/read-text.ts'
import { isFacility, wordsOf } from './name-parts.ts'
import { isCapitalised, type NameRun } from './name-runs.ts'
import type { PlaceWords } from './place-words.ts'
import { isWellKnown } from './well-known.ts'

/** How many words a name found inside a headline's capitals may have. */
const LONGEST = 4

/**
 * Splits runs that hold more than one name. In a sentence that is all capitals, as headlines are, capitals tell nothing:
 * only the longest stretches that the gazetteer knows are kept. Elsewhere a first word that is a place's name with a lost
 * apostrophe ("Orvanes Teldo") is parted from the rest.
 */
export const splitRuns = (
  text: ReadText,
  sentence: Sentence,
  runs: readonly NameRun[],
  words: PlaceWords,
  gazetteer: Gazetteer,
): readonly NameRun[] => {
  if (runs.length === 0) return runs
  if (isHeadline(text, sentence)) return runs.flatMap((run) => knownWithin(text, run, words, gazetteer))
  return runs
    .flatMap((run) => partNation(text, run, words, gazetteer))
    .flatMap((run) => partOwner(text, run, words, gazetteer))
}

/** "Teldo Orvanian state media": behind a place that is known an adjective of a nation begins another phrase, whose comma is lost. */
const partNation = (text: ReadText, run: NameRun, words: PlaceWords, gazetteer: Gazetteer): readonly NameRun[] => {
  for (let i = run.first + 1; i < run.last; i++) {
    if (!words.demonyms.has(text.tokens[i]?.lower ?? '')) continue
    if (
      gazetteer.known(wordsOf(text, run.first, i)) === null ||
      gazetteer.known(wordsOf(text, run.first, run.last)) !== null
    )
      return [run]
    return [
      { ...run, last: i },
      { first: i, last: run.last, initial: false },
    ]
  }
  return [run]
}

/** Long words that a sentence must have to be judged by its capitals. */
const FEWEST = 7
/** … and those that are enough where every one of them has a capital, and a small word among them too. */
const FEW = 5

/** Most longer words have capitals: at least seven of them, and four in five. */
const isHeadline = (text: ReadText, sentence: Sentence): boolean => {
  if (!mayBeHeadline(text, sentence)) return false
  let long = 0
  let capital = 0
  /** A small word that has a capital inside the line. */
  let small = false
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = text.tokens[i]
    small ||= i > sentence.first && (token?.tag === 'ADP' || token?.tag === 'DET') && isCapitalised(token)
    if (token === undefined || token.text.length < 4 || !/^\p{L}+$/u.test(token.text)) continue
    long++
    if (isCapitalised(token)) capital++
  }
  return (long >= FEWEST && capital >= 0.8 * long) || (small && long >= FEW && capital === long)
}

/** Whether a sentence has enough capitals at all: a look at first letters, where the rest asks a pattern of every word. */
const mayBeHeadline = (text: ReadText, sentence: Sentence): boolean => {
  let capital = 0
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = text.tokens[i]
    if (token !== undefined && token.text.length >= 4 && isCapitalised(token)) capital++
  }
  return capital >= FEW
}

const knownWithin = (text: ReadText, run: NameRun, words: PlaceWords, gazetteer: Gazetteer): readonly NameRun[] => {
  const found: NameRun[] = []
  for (let i = run.first; i < run.last; ) {
    const last = facilityFrom(text, run, i, words, gazetteer) ?? longestKnown(text, run, i, gazetteer)
    if (last === null) i++
    else {
      // Its neighbours have capitals too, so that its own says as little as one at the start of a sentence.
      found.push({ first: i, last, initial: true })
      i = last
    }
  }
  return found
}

/** "Teldo Military Academy", "Teldos Military Academy": one past the noun of a facility that goes by a place that is known. */
const facilityFrom = (
  text: ReadText,
  run: NameRun,
  first: number,
  words: PlaceWords,
  gazetteer: Gazetteer,
): number | null => {
  const name = text.tokens[first]?.text ?? ''
  if (gazetteer.known(name) === null && !(name.endsWith('s') && isWellKnown(name.slice(0, -1), gazetteer))) return null
  for (let last = first + 2; last <= Math.min(run.last, first + LONGEST); last++)
    if (isFacility(text, first, last, words)) return last
  return null
}

const longestKnown = (text: ReadText, run: NameRun, first: number, gazetteer: Gazetteer): number | null => {
  for (let last = Math.min(run.last, first + LONGEST); last > first; last--)
    if (gazetteer.known(wordsOf(text, first, last)) !== null) return last
  return null
}

const partOwner = (text: ReadText, run: NameRun, words: PlaceWords, gazetteer: Gazetteer): readonly NameRun[] => {
  const owner = text.tokens[run.first]
  if (owner === undefined || run.last - run.first < 2 || !owner.text.endsWith('s')) return [run]
  if (gazetteer.known(wordsOf(text, run.first, run.last)) !== null || !isWellKnown(owner.text.slice(0, -1), gazetteer))
    return [run]
  return [
    { ...run, last: run.first + 1 },
    { first: run.first + 1, last: ownedTo(text, run, words, gazetteer), initial: false },
  ]
}

/** One past the name of what is owned: "Teldo" of "Orvanes Teldo Monitor", where whoever says so follows; all of "Teldo Hospital". */
const ownedTo = (text: ReadText, run: NameRun, words: PlaceWords, gazetteer: Gazetteer): number => {
  const last = longestKnown(text, run, run.first + 1, gazetteer)
  if (last === null) return run.last
  for (let i = last; i < run.last; i++) {
    const word = text.tokens[i]?.lower ?? ''
    if (words.types.has(word) || words.has('party', word)) return run.last
  }
  return last
}
