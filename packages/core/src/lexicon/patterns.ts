import type { Form } from '../text/form.ts'
import { marksOf, newMark } from '../text/marks.ts'
import { type WordFact, wordFact } from '../text/word-fact.ts'
import { addPattern, gatherInner, isLeaf, type Node, newNode, spelledStep, wordStep } from './pattern-tree.ts'
import type { Pieces } from './pieces.ts'

/** A word's membership in a class, with what the class says of it ("tuesday" → weekday 2). */
export interface ClassWord {
  readonly name: string
  readonly value: string
}

/** Says which classes a word belongs to; `text` is the word as written. */
export type Classify = (word: string, text: string) => readonly ClassWord[] | undefined

/** A pattern that matched. `first`/`last` are half-open token indexes; `values` hold what the classes matched, in order. */
export interface PatternMatch<T> {
  readonly value: T
  readonly first: number
  readonly last: number
  readonly values: readonly ClassWord[]
}

/** Where a word leads: the node, and what its class says where it went by its class. */
interface Step<T> {
  readonly node: Node<T>
  readonly known: ClassWord | null
}

/** Many patterns compiled into one tree. */
export interface PatternSet<T> {
  /** Where a first word leads; nowhere for the most. */
  readonly begin: WordFact<readonly Step<T>[]>
  readonly classify: Classify
  /** The mark of words that this set's patterns may begin with, and that of words that they may go on with. */
  readonly begins: number
  readonly goesOn: number
}

/**
 * Compiles patterns. Syntax: words parted by blanks; `a|b` either; `a?` optional; `<name>` a word of that class.
 * Lower-case words match in any case; words with capitals match only so written. The first of two equal patterns wins.
 * Throws a RangeError on a pattern of nothing but optional parts.
 */
export const compilePatterns = <T>(
  patterns: Iterable<readonly [pattern: string, value: T]>,
  classify: Classify = () => undefined,
): PatternSet<T> => {
  const root = newNode<T>()
  for (const [pattern, value] of patterns) {
    const ends = addPattern(root, pattern)
    if (ends.includes(root)) throw new RangeError(`the pattern ${JSON.stringify(pattern)} matches nothing at all`)
    for (const end of ends) end.value ??= value
  }
  const inner = newNode<T>()
  gatherInner(root, inner)
  return {
    begin: wordFact((form) => stepsFrom(root, form, classify)),
    classify,
    begins: newMark(root.words.keys(), ofClasses(root, classify)),
    goesOn: newMark(inner.words.keys(), ofClasses(inner, classify)),
  }
}

/** Whether a word leads on from a node by a class; null for a node without any. */
const ofClasses = <T>({ classes }: Node<T>, classify: Classify): ((form: Form) => boolean) | null =>
  classes.size === 0 ? null : ({ lower, text }) => classify(lower, text)?.some(({ name }) => classes.has(name)) === true

/** All steps from a node: by the word, by its spelling or without the s of a lost apostrophe, by its classes. */
const stepsFrom = <T>(node: Node<T>, { lower: word, text }: Form, classify: Classify): readonly Step<T>[] => {
  const steps: Step<T>[] = []
  const plain = wordStep(node, word)
  if (plain !== undefined) steps.push({ node: plain, known: null })
  const other = text === word ? undefined : spelledStep(node, word, text, plain === undefined)
  if (other !== undefined) steps.push({ node: other, known: null })
  if (node.classes.size > 0)
    for (const known of classify(word, text) ?? NO_VALUES) {
      const next = node.classes.get(known.name)
      if (next !== undefined) steps.push({ node: next, known })
    }
  return steps
}

/** A text that is looked through for a set's patterns, up to the piece `stop`. */
interface Search<T> {
  readonly set: PatternSet<T>
  readonly pieces: Pieces
  readonly marks: Int32Array
  readonly stop: number
}

const searchIn = <T>(set: PatternSet<T>, pieces: Pieces, end: number): Search<T> => ({
  set,
  pieces,
  marks: marksOf(pieces.all),
  stop: pieces.from[end] ?? pieces.all.length,
})

/** All matches from left to right, the longest at each place; none overlaps the one before. */
export const findPatterns = <T>(
  set: PatternSet<T>,
  pieces: Pieces,
  first = 0,
  last: number = pieces.from.length - 1,
): PatternMatch<T>[] => {
  const found: PatternMatch<T>[] = []
  const search = searchIn(set, pieces, last)
  const { from } = pieces
  for (let token = first; token < last; token++) {
    const at = from[token] ?? 0
    if (((search.marks[at] ?? 0) & set.begins) === 0 || at === from[token + 1]) continue
    const match = longestAt(search, token)
    if (match === undefined) continue
    found.push(match)
    token = match.last - 1
  }
  return found
}

const kept = new WeakMap<Pieces, Map<unknown, readonly PatternMatch<unknown>[]>>()

/** All matches in a text, found once and kept as long as its pieces live. */
export const allPatterns = <T>(set: PatternSet<T>, pieces: Pieces): readonly PatternMatch<T>[] => {
  let ofText = kept.get(pieces)
  if (ofText === undefined) {
    ofText = new Map()
    kept.set(pieces, ofText)
  }
  const known = ofText.get(set)
  // the map's key is the set that made the matches, so they are of its type
  if (known !== undefined) return known as readonly PatternMatch<T>[]
  const found = findPatterns(set, pieces)
  ofText.set(set, found)
  return found
}

/** The longest match that starts at a token, or behind a hyphen that is one, and ends before the token `end`. */
export const matchAt = <T>(
  set: PatternSet<T>,
  pieces: Pieces,
  token: number,
  end: number = pieces.from.length - 1,
): PatternMatch<T> | undefined => {
  const search = searchIn(set, pieces, end)
  return ((search.marks[pieces.from[token] ?? 0] ?? 0) & set.begins) === 0 ? undefined : longestAt(search, token)
}

/** The end of a match and what it comes to. */
interface End<T> {
  readonly value: T
  readonly last: number
  readonly values: readonly ClassWord[]
}

const NO_VALUES: readonly ClassWord[] = []

const longestAt = <T>(search: Search<T>, token: number): PatternMatch<T> | undefined => {
  const at = search.pieces.from[token] ?? 0
  const piece = search.pieces.all[at]
  if (at >= search.stop || piece === undefined) return undefined
  let best: End<T> | undefined
  for (const step of search.set.begin(piece)) best = take(search, step, at + 1, NO_VALUES, best)
  return best === undefined ? undefined : { value: best.value, first: token, last: best.last, values: best.values }
}

const take = <T>(
  search: Search<T>,
  { node, known }: Step<T>,
  at: number,
  values: readonly ClassWord[],
  sofar: End<T> | undefined,
): End<T> | undefined => walk(search, node, at, known === null ? values : [...values, known], sofar)

/** The longer of the best end so far and what can be reached from a node; of two as long, the one found first. */
const walk = <T>(
  search: Search<T>,
  node: Node<T>,
  at: number,
  values: readonly ClassWord[],
  sofar: End<T> | undefined,
): End<T> | undefined => {
  const { set, pieces, marks, stop } = search
  let best = sofar
  if (node.value !== undefined && pieces.token[at] !== pieces.token[at - 1]) {
    const last = (pieces.token[at - 1] ?? 0) + 1
    if (best === undefined || last > best.last) best = { value: node.value, last, values }
  }
  if (at >= stop || ((marks[at] ?? 0) & set.goesOn) === 0 || isLeaf(node)) return best
  const piece = pieces.all[at]
  if (piece === undefined) return best
  if (node.classes.size > 0) {
    for (const step of stepsFrom(node, piece, set.classify)) best = take(search, step, at + 1, values, best)
    return best
  }
  const { lower: word, text } = piece
  const plain = wordStep(node, word)
  if (plain !== undefined) best = walk(search, plain, at + 1, values, best)
  const other = text === word ? undefined : spelledStep(node, word, text, plain === undefined)
  return other === undefined ? best : walk(search, other, at + 1, values, best)
}
