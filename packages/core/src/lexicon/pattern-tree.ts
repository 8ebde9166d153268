import { splitWord } from './pieces.ts'

/** Where patterns stand after some of their words. */
export interface Node<T> {
  readonly words: Map<string, Node<T>>
  readonly classes: Map<string, Node<T>>
  value: T | undefined
  /** One bit for the first letter of each of `words`: most words of a text go no further, and this says so. */
  initials: number
}

/** A node of no patterns yet. */
export const newNode = <T>(): Node<T> => ({ words: new Map(), classes: new Map(), value: undefined, initials: 0 })

/** Whether no pattern goes on from a node. */
export const isLeaf = <T>(node: Node<T>): boolean => node.initials === 0 && node.classes.size === 0

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

/** Adds a pattern (see `compilePatterns`) under a node; returns the nodes that it may end at. */
export const addPattern = <T>(root: Node<T>, pattern: string): readonly Node<T>[] => {
  let nodes: readonly Node<T>[] = [root]
  for (const part of parsePattern(pattern)) {
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

/** Gathers in one node all words and classes that follow others under a node. */
export const gatherInner = <T>({ words, classes }: Node<T>, inner: Node<T>): void => {
  for (const next of [...words.values(), ...classes.values()]) {
    for (const [word, node] of next.words) inner.words.set(word, node)
    for (const [name, node] of next.classes) inner.classes.set(name, node)
    inner.initials |= next.initials
    gatherInner(next, inner)
  }
}

/** One of 32 bits, by the first letter of a word; the same for a small one and its capital. */
const initialOf = (word: string): number => 1 << (word.charCodeAt(0) & 31)

/** Where a word in lower case leads. */
export const wordStep = <T>(node: Node<T>, word: string): Node<T> | undefined =>
  (node.initials & initialOf(word)) === 0 ? undefined : node.words.get(word)

/** Where a word with capitals leads as it is written, or, `bare`, as a possessive that lost its apostrophe ("Russias jets"). */
export const spelledStep = <T>(node: Node<T>, word: string, text: string, bare: boolean): Node<T> | undefined => {
  if ((node.initials & (initialOf(word) | initialOf(text))) === 0) return undefined
  const spelled = node.words.get(text)
  if (spelled !== undefined || !bare || word.length <= 4 || !word.endsWith('s')) return spelled
  return node.words.get(word.slice(0, -1)) ?? node.words.get(text.slice(0, -1))
}
