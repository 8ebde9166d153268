import type { PatternMatch } from '../../../lexicon/patterns.ts'
import type { Token } from '../../../text/read-text.ts'
import type { ActorClass, ActorWord } from './actor-lexicon.ts'
import { isHyphen, isPossessive, isPossessor, isTime, type Phrase, type Reader, tokenAt } from './actor-reader.ts'

interface Open {
  readonly first: number
  last: number
  readonly words: ActorWord[]
  /** One past the last token of each word. */
  readonly ends: number[]
}

/** Joins neighbouring actor words, and the names before a head, into phrases. */
export const actorPhrases = (reader: Reader, words: readonly PatternMatch<ActorWord>[]): readonly Phrase[] => {
  const phrases: Phrase[] = []
  let open: Open | null = null
  const close = (): void => {
    const phrase = open === null ? null : finished(reader, open)
    if (phrase !== null) phrases.push(phrase)
    open = null
  }
  for (const word of words) {
    if (open !== null && (word.value.kind === 'not' || !joins(reader, open, word))) close()
    if (word.value.kind === 'not') continue
    open ??= { first: word.first, last: word.last, words: [], ends: [] }
    open.last = word.last
    open.words.push(word.value)
    open.ends.push(word.last)
  }
  close()
  return phrases
}

/** Whether two actor words are one phrase: nothing between them, a hyphen, a possessive, or "of" before a name. */
const joins = (reader: Reader, open: Open, next: PatternMatch<ActorWord>): boolean => {
  if (reader.layout.segmentOf[open.last - 1] !== reader.layout.segmentOf[next.first]) return false
  const named = next.value.kind === 'name' || next.value.kind === 'head'
  const last = open.words[open.words.length - 1]?.kind
  if (next.value.kind === 'bind' && !isHyphen(tokenAt(reader, next.first - 1))) return false
  const afterHead = last === 'head'
  if ((afterHead || last === 'vehicle') && next.first === open.last && !AFTER_HEAD.has(next.value.kind)) return false
  for (let at = open.last; at < next.first; at++) {
    const token = tokenAt(reader, at)
    const links = named && afterHead && isOfName(reader, open.last, next.first, token)
    if (!isHyphen(token) && !isPossessive(token) && !links && !(token?.text === '(' && at === next.first - 1))
      return false
  }
  return true
}

/** "fighters of the Tirmaq Front": "of", an article, and the words of a name. */
const isOfName = (reader: Reader, from: number, to: number, token: Token | undefined): boolean => {
  if (isLink(reader, token) || token?.tag === 'DET') return to - from <= OF_NAME
  return (
    to - from <= OF_NAME && isLink(reader, tokenAt(reader, from)) && token !== undefined && /^\p{Lu}/u.test(token.text)
  )
}

/** Tokens between a head and the last word of a name that follows "of". */
const OF_NAME = 4

/** What may follow a head within one phrase ("regime forces", "army units"). */
const AFTER_HEAD: ReadonlySet<ActorClass> = new Set(['head', 'vehicle', 'bind', 'name'])

const DESCRIBES: ReadonlySet<ActorClass> = new Set(['country', 'state', 'quality', 'soft'])

/** "Russian air" before "raids": what only stands before a head names nobody at the end. */
const trimEnd = (open: Open): void => {
  while (open.words.length > 1 && open.words[open.words.length - 1]?.kind === 'soft') {
    open.words.pop()
    open.ends.pop()
    open.last = open.ends[open.ends.length - 1] ?? open.last
  }
}

const finished = (reader: Reader, open: Open): Phrase | null => {
  const next = tokenAt(reader, open.last)?.tag
  if (next !== 'VERB' && next !== 'AUX') trimEnd(open)
  const kinds = open.words.map((word) => word.kind)
  const final = kinds[kinds.length - 1]
  const has = (...wanted: ActorClass[]): boolean => kinds.some((kind) => wanted.includes(kind))
  const owned = has('vehicle') && isPossessor(reader, open.first - 1)
  if (!owned && !has('head', 'quality', 'name', 'state', 'ruler', 'nation', 'country', 'mod')) return null
  if (final === 'bind' && kinds.length < 2) return null
  let first = open.first
  if (final === 'head') {
    while (isNamePart(reader, first - 1)) first--
    first = personStart(reader, first)
  }
  return {
    first,
    last: tokenAt(reader, open.last)?.text === ')' ? open.last + 1 : open.last,
    bare: final === 'bind' || !has('head', 'quality', 'vehicle', 'name', 'state', 'ruler', 'country'),
    describes: kinds.every((kind) => DESCRIBES.has(kind)) && !isInitials(tokenAt(reader, open.last - 1)),
    machine: final === 'vehicle',
    side: open.words.findLast((word) => word.side !== '')?.side ?? '',
  }
}

/** "US", "UK", "U.S.": initials of a country have no adjective, and serve as one ("US strikes"). */
const isInitials = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:\p{Lu}\.?){2,3}$/u.test(token.text)

/** A capitalised word before a head belongs to its name ("Desert Hawks brigade"), unless it starts the sentence. */
const isNamePart = (reader: Reader, at: number): boolean => {
  const token = tokenAt(reader, at)
  if (token === undefined || token.tag !== 'PROPN' || !/^\p{Lu}/u.test(token.text)) return false
  const segment = reader.layout.segments[reader.layout.segmentOf[at] ?? 0]
  return segment !== undefined && !segment.headline && at > segment.first && !isTime(reader, at)
}

/** "President Rafiq al-Dorvani's forces": where the name of the one begins whose forces they are. */
const personStart = (reader: Reader, first: number): number => {
  const segment = reader.layout.segmentOf[first]
  const of = (at: number): boolean => reader.layout.segmentOf[at] === segment && !isTime(reader, at)
  const owned = isPossessive(tokenAt(reader, first - 1))
  let at = owned ? first - 2 : first - 1
  if (owned ? !of(at) || tokenAt(reader, at)?.tag !== 'PROPN' : !joinsName(reader, at)) return first
  while (
    at > first - NAME &&
    of(at) &&
    (isCapital(tokenAt(reader, at)) || joinsName(reader, at) || joinsName(reader, at + 1))
  )
    at--
  return at + 1
}

/** Tokens that a person's name and title may have. */
const NAME = 8

/** The hyphen in "al-Dorvani"; not a dash between words. */
const joinsName = (reader: Reader, at: number): boolean => {
  const [before, token, next] = [tokenAt(reader, at - 1), tokenAt(reader, at), tokenAt(reader, at + 1)]
  return isHyphen(token) && before?.end === token?.start && token?.end === next?.start
}

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'PROPN' || token.tag === 'NOUN') && /^\p{Lu}/u.test(token.text)

const isLink = (reader: Reader, token: Token | undefined): boolean => {
  const kind = reader.lexicon.words.get(token?.lower ?? '')
  return kind === 'link' || kind === 'owner'
}
