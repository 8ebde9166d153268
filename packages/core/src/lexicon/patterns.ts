import type { Form } from '../text/form.ts'
import { marksOfText, newMark } from '../text/marks.ts'
import { type WordFact, wordFact } from '../text/word-fact.ts'
import { type Pieces, piecesOfForm, splitWord } from './pieces.ts'

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

interface Node<T> {
  readonly words: Map<string, Node<T>>
  readonly classes: Map<string, Node<T>>
  value: T | undefined
  /** One bit for the first letter of each of `words`: most words of a text go no further, and this says so. */
  initials: number
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
  /** The mark of words that this set's patterns may begin with. */
  readonly mark: number
}

const newNode = <T>(): Node<T> => ({ words: new Map(), classes: new Map(), value: undefined, initials: 0 })

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
    const ends = addParts([root], parsePattern(pattern))
    if (ends.includes(root)) throw new RangeError(`the pattern ${JSON.stringify(pattern)} matches nothing at all`)
    for (const end of ends) end.value ??= value
  }
  const begin = wordFact((form) => stepsFrom(root, form, classify))
  const mark = newMark((form) => {
    const [piece] = piecesOfForm(form)
    return piece !== undefined && stepsFrom(root, piece, classify).length > 0
  })
  return { begin, classify, mark }
}

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

/** One of 32 bits, by the first letter of a word; the same for a small one and its capital. */
const initialOf = (word: string): number => 1 << (word.charCodeAt(0) & 31)

const wordStep = <T>(node: Node<T>, word: string): Node<T> | undefined =>
  (node.initials & initialOf(word)) === 0 ? undefined : node.words.get(word)

/** Where a word with capitals leads as it is written, or, `bare`, as a possessive that lost its apostrophe ("Russias jets"). */
const spelledStep = <T>(node: Node<T>, word: string, text: string, bare: boolean): Node<T> | undefined => {
  if ((node.initials & (initialOf(word) | initialOf(text))) === 0) return undefined
  const spelled = node.words.get(text)
  if (spelled !== undefined || !bare || word.length <= 4 || !word.endsWith('s')) return spelled
  return node.words.get(word.slice(0, -1)) ?? node.words.get(text.slice(0, -1))
}

interface Part {
  readonly choices: readonly (readonly string[])[]
  readonly optional: boolean
}

const parsePattern = (pattern: string): readonly Part[] =>
  pattern
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const optional = part.endsWith('?') && part.length > 1
      const body = optional ? part.slice(0, -1) : part
      return {
        optional,
        choices: body.split('|').map((choice) => (choice.startsWith('<') ? [choice] : splitWord(choice))),
      }
    })

const addParts = <T>(from: readonly Node<T>[], parts: readonly Part[]): readonly Node<T>[] => {
  let nodes = from
  for (const part of parts) {
    const next = new Set<Node<T>>(part.optional ? nodes : [])
    for (const node of nodes) for (const choice of part.choices) next.add(addChoice(node, choice))
    nodes = [...next]
  }
  return nodes
}

const addChoice = <T>(from: Node<T>, words: readonly string[]): Node<T> => {
  let node = from
  for (const word of words) {
    const isClass = word.startsWith('<')
    const edges = isClass ? node.classes : node.words
    const key = isClass ? word.slice(1, -1) : word
    if (!isClass) node.initials |= initialOf(word)
    const known = edges.get(key) ?? newNode<T>()
    edges.set(key, known)
    node = known
  }
  return node
}

/** All matches from left to right, the longest at each place; none overlaps the one before. */
export const findPatterns = <T>(
  set: PatternSet<T>,
  pieces: Pieces,
  first = 0,
  last: number = pieces.from.length - 1,
): PatternMatch<T>[] => {
  const found: PatternMatch<T>[] = []
  const marks = marksOfText(pieces.text)
  for (let token = first; token < last; token++) {
    if (((marks[token] ?? 0) & set.mark) === 0) continue
    const match = longestAt(set, pieces, token, last)
    if (match === undefined) continue
    found.push(match)
    token = match.last - 1
  }
  return found
}

const kept = new WeakMap<Pieces, Map<unknown, readonly PatternMatch<unknown>[]>>()

/** All matches in a text, found once and kept as long as its pieces live. */
export const allPatterns = <T>(set: PatternSet<T>, pieces: Pieces): readonly PatternMatch<T>[] => {
  const ofText = kept.get(pieces) ?? new Map<unknown, readonly PatternMatch<unknown>[]>()
  kept.set(pieces, ofText)
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
  const isHyphen = pieces.from[token] === pieces.from[token + 1]
  return isHyphen || ((marksOfText(pieces.text)[token] ?? 0) & set.mark) !== 0
    ? longestAt(set, pieces, token, end)
    : undefined
}

/** The end of a match and what it comes to. */
interface End<T> {
  readonly value: T
  readonly last: number
  readonly values: readonly ClassWord[]
}

const NO_VALUES: readonly ClassWord[] = []

const longestAt = <T>(set: PatternSet<T>, pieces: Pieces, token: number, end: number): PatternMatch<T> | undefined => {
  const stop = pieces.from[end] ?? pieces.all.length
  const at = pieces.from[token] ?? 0
  const piece = pieces.all[at]
  if (at >= stop || piece === undefined) return undefined
  let best: End<T> | undefined
  for (const step of set.begin(piece)) best = take(set, pieces, stop, step, at + 1, NO_VALUES, best)
  return best === undefined ? undefined : { value: best.value, first: token, last: best.last, values: best.values }
}

const take = <T>(
  set: PatternSet<T>,
  pieces: Pieces,
  stop: number,
  { node, known }: Step<T>,
  at: number,
  values: readonly ClassWord[],
  sofar: End<T> | undefined,
): End<T> | undefined => walk(set, pieces, stop, node, at, known === null ? values : [...values, known], sofar)

/** The longer of the best end so far and what can be reached from a node; of two as long, the one found first. */
const walk = <T>(
  set: PatternSet<T>,
  pieces: Pieces,
  stop: number,
  node: Node<T>,
  at: number,
  values: readonly ClassWord[],
  sofar: End<T> | undefined,
): End<T> | undefined => {
  let best = sofar
  if (node.value !== undefined && pieces.token[at] !== pieces.token[at - 1]) {
    const last = (pieces.token[at - 1] ?? 0) + 1
    if (best === undefined || last > best.last) best = { value: node.value, last, values }
  }
  const piece = pieces.all[at]
  if (at >= stop || piece === undefined) return best
  if (node.classes.size > 0) {
    for (const step of stepsFrom(node, piece, set.classify)) best = take(set, pieces, stop, step, at + 1, values, best)
    return best
  }
  if (node.initials === 0) return best
  const { lower: word, text } = piece
  const plain = wordStep(node, word)
  if (plain !== undefined) best = walk(set, pieces, stop, plain, at + 1, values, best)
  const other = text === word ? undefined : spelledStep(node, word, text, plain === undefined)
  return other === undefined ? best : walk(set, pieces, stop, other, at + 1, values, best)
}
