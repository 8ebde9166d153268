import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns, type PatternMatch } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { Token } from '../../../text/read-text.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { Layout } from '../layout.ts'
import {
  type ActorClass,
  type ActorLexicon,
  type ActorWord,
  type AttackClass,
  actorLexicon,
  type Side,
} from './actor-lexicon.ts'

/** What a named actor does in its sentence: attacks, is held responsible, is one side of a fight, or none of these. */
export type ActorRole = 'agent' | 'blamed' | 'clash' | 'none'

/** Words that name an armed actor, with the part it plays. */
export interface ActorMention {
  /** Half-open token range. */
  readonly first: number
  readonly last: number
  readonly segment: number
  readonly role: ActorRole
  /** Token of the attack word that gave the role. */
  readonly anchor: number
  /** Actors joined by "and" share a number. */
  readonly group: number
  /** Told of what happens often or again and again: no attack of its own. */
  readonly habit: boolean
  /** What tied it: as the subject, after "by", before an attack's noun, by blame. */
  readonly tie: 'subject' | 'by' | 'modifier' | 'blame' | 'clash' | 'none'
  readonly side: Side
}

interface Reader {
  readonly layout: Layout
  readonly lexicon: ActorLexicon
  readonly verbs: ReadonlyMap<number, PatternMatch<AttackClass>>
  readonly nouns: ReadonlyMap<number, PatternMatch<AttackClass>>
  /** The attack word that ends before each token. */
  readonly verbEnds: ReadonlyMap<number, PatternMatch<AttackClass>>
  /** Tokens of the harm words of claims: whether the victims stand after them ("killed 12"). */
  readonly active: ReadonlyMap<number, boolean>
  /** Where the actor phrase ends that starts at a token. */
  readonly actorAt: Map<number, number>
}

interface Phrase {
  readonly first: number
  readonly last: number
  /** Named by an adjective or modifier alone ("Russian", "rebel"): an actor only before an attack's noun. */
  readonly bare: boolean
  /** Says where or of what kind an attack was when it stands before its noun ("the Syria raid", "military operation"). */
  readonly describes: boolean
  readonly side: Side
}

/** All armed actors that a text names, in its order, with the part each plays. */
export const findActors = (layout: Layout, cores: readonly ClaimCore[], lexicon: Lexicon): readonly ActorMention[] => {
  const words = actorLexicon(lexicon)
  const pieces = piecesOf(layout.text)
  const verbs = allPatterns(words.verbs, pieces)
  const reader: Reader = {
    layout,
    lexicon: words,
    verbs: new Map(verbs.map((match) => [match.first, match])),
    nouns: new Map(allPatterns(words.nouns, pieces).map((match) => [match.first, match])),
    verbEnds: new Map(verbs.map((match) => [match.last, match])),
    active: new Map(cores.map((core) => [core.trigger, core.trigger < core.number.first])),
    actorAt: new Map(),
  }
  const phrases = phrasesOf(reader, allPatterns(words.actors, pieces))
  for (const phrase of phrases) reader.actorAt.set(phrase.first, phrase.last)
  return withRoles(reader, phrases)
}

const tokenAt = (reader: Reader, at: number): Token | undefined => reader.layout.text.tokens[at]
const isHyphen = (token: Token | undefined): boolean => token !== undefined && /^[-‐‑–]$/.test(token.text)
const isPossessive = (token: Token | undefined): boolean => token?.tag === 'PART' && /^['’]/.test(token.text)

interface Open {
  readonly first: number
  last: number
  readonly words: ActorWord[]
}

/** Joins neighbouring actor words, and the names before a head, into phrases. */
const phrasesOf = (reader: Reader, words: readonly PatternMatch<ActorWord>[]): readonly Phrase[] => {
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
    open ??= { first: word.first, last: word.last, words: [] }
    open.last = word.last
    open.words.push(word.value)
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

const finished = (reader: Reader, open: Open): Phrase | null => {
  const kinds = open.words.map((word) => word.kind)
  const final = kinds[kinds.length - 1]
  const has = (...wanted: ActorClass[]): boolean => kinds.some((kind) => wanted.includes(kind))
  if (!has('head', 'quality', 'name', 'state', 'nation', 'country', 'mod')) return null
  if (final === 'bind' && kinds.length < 2) return null
  let first = open.first
  if (final === 'head') while (isNamePart(reader, first - 1)) first--
  return {
    first,
    last: tokenAt(reader, open.last)?.text === ')' ? open.last + 1 : open.last,
    bare: final === 'bind' || !has('head', 'quality', 'vehicle', 'name', 'state', 'country'),
    describes: kinds.every((kind) => DESCRIBES.has(kind)) && !isInitials(tokenAt(reader, open.last - 1)),
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

const isTime = (reader: Reader, at: number): boolean => reader.layout.timeAt[at] === 1

const isLink = (reader: Reader, token: Token | undefined): boolean => {
  const kind = reader.lexicon.words.get(token?.lower ?? '')
  return kind === 'link' || kind === 'owner'
}

const withRoles = (reader: Reader, phrases: readonly Phrase[]): readonly ActorMention[] => {
  const mentions: ActorMention[] = []
  let group = 0
  phrases.forEach((phrase, i) => {
    const before = phrases[i - 1]
    if (before === undefined || !coordinated(reader, before, phrase)) group++
    const segment = reader.layout.segmentOf[phrase.first] ?? 0
    const { first, last, side } = phrase
    const { role, anchor, tie } = roleOf(reader, phrase)
    const habit = tellsHabit(reader, phrase, segment)
    mentions.push({ first, last, segment, role, anchor, group, tie, side, habit })
  })
  return shareRoles(mentions)
}

/** "have often been hit by X", "X, which regularly shells the town": a word for how often within the clause. */
const tellsHabit = (reader: Reader, phrase: Phrase, segment: number): boolean => {
  for (let at = phrase.first - CLAUSE; at < phrase.last + CLAUSE; at++) {
    const token = reader.layout.segmentOf[at] === segment ? tokenAt(reader, at) : undefined
    if (token !== undefined && reader.lexicon.isHabit(token.form)) return true
  }
  return false
}
/** Tokens around an actor that are surely of its clause. */
const CLAUSE = 6

const coordinated = (reader: Reader, a: Phrase, b: Phrase): boolean => {
  if (b.first - a.last > 3 || reader.layout.segmentOf[a.first] !== reader.layout.segmentOf[b.first]) return false
  let joined = false
  for (let at = a.last; at < b.first; at++) {
    const token = tokenAt(reader, at)
    if (token?.tag === 'CCONJ' || token?.text === ',' || token?.text === '/') joined = true
    else if (token?.tag !== 'DET' && token?.tag !== 'ADP' && !isPossessive(token)) return false
  }
  return joined
}

/** Actors joined by "and" play the part that any of them was found to play. */
const shareRoles = (mentions: readonly ActorMention[]): readonly ActorMention[] => {
  const best = new Map<number, ActorMention>()
  for (const mention of mentions)
    if (mention.role !== 'none' && !best.has(mention.group)) best.set(mention.group, mention)
  return mentions.map((mention) => {
    const shared = best.get(mention.group)
    return mention.role !== 'none' || shared === undefined
      ? mention
      : { ...mention, role: shared.role, anchor: shared.anchor, tie: shared.tie }
  })
}

type Role = Pick<ActorMention, 'role' | 'anchor' | 'tie'>
const NO_ROLE: Role = { role: 'none', anchor: -1, tie: 'none' }

const roleOf = (reader: Reader, phrase: Phrase): Role => {
  const role = readRole(reader, phrase)
  return isOpen(reader, phrase) || isThwarted(reader, role) ? NO_ROLE : role
}

/** "could not say whether X or Y did it". */
const isOpen = (reader: Reader, phrase: Phrase): boolean => {
  const segment = reader.layout.segmentOf[phrase.first]
  for (let at = phrase.first - 1; at >= phrase.first - CLAUSE && reader.layout.segmentOf[at] === segment; at--)
    if (reader.lexicon.words.get(tokenAt(reader, at)?.lower ?? '') === 'whether') return true
  return false
}

/** "thwarted an attack by X": an attack that another ended did no harm. */
const isThwarted = (reader: Reader, { tie, anchor }: Role): boolean => {
  if (tie !== 'by' && tie !== 'modifier') return false
  const segment = reader.layout.segmentOf[anchor]
  for (let at = anchor - 1; at >= anchor - CLAUSE && reader.layout.segmentOf[at] === segment; at--) {
    const verb = reader.verbs.get(at)
    if (verb !== undefined) return verb.value === 'thwart'
    if (tokenAt(reader, at)?.tag === 'VERB' || tokenAt(reader, at)?.tag === 'CCONJ') return false
  }
  return false
}

const readRole = (reader: Reader, phrase: Phrase): Role =>
  (phrase.describes && !isPossessive(tokenAt(reader, phrase.last)) ? null : beforeNoun(reader, phrase)) ??
  (phrase.bare ? null : (afterBlame(reader, phrase) ?? afterBy(reader, phrase) ?? asSubject(reader, phrase))) ??
  NO_ROLE

/** The token before a phrase, its article left out. */
const beforePhrase = (reader: Reader, phrase: Phrase): number => {
  let at = phrase.first - 1
  while (tokenAt(reader, at)?.tag === 'DET' || tokenAt(reader, at)?.tag === 'ADJ') at--
  return at
}

/** "Russian air strikes", "rebel rocket fire", "the coalition's overnight raid". */
const beforeNoun = (reader: Reader, phrase: Phrase): Role | null => {
  const segment = reader.layout.segmentOf[phrase.first]
  for (let at = phrase.last; at < phrase.last + 5; at++) {
    const token = tokenAt(reader, at)
    if (token === undefined || reader.layout.segmentOf[at] !== segment) return null
    if (reader.verbs.get(at)?.value === 'thwart') return null
    const noun = reader.nouns.get(at)
    if (noun !== undefined && (token.tag !== 'VERB' || isGoverned(reader, phrase, at)))
      return { role: 'agent', anchor: at, tie: 'modifier' }
    const passes =
      token.tag === 'ADJ' || token.tag === 'ADV' || isPossessive(token) || isHyphen(token) || isTime(reader, at)
    if (!passes && !AERIAL.has(token.tag)) return null
    if (AERIAL.has(token.tag) && !reader.nouns.has(at + 1)) return null
  }
  return null
}
/** "killed in army shelling": after a preposition a form that may be a verb is a noun, where it has no object. */
const isGoverned = (reader: Reader, phrase: Phrase, at: number): boolean => {
  const tag = tokenAt(reader, at + 1)?.tag
  return (
    tokenAt(reader, phrase.first - 1)?.tag === 'ADP' &&
    (tag === undefined || tag === 'PUNCT' || tag === 'ADP' || tag === 'CCONJ')
  )
}

/** A noun may stand between an actor and an attack's noun ("Israeli air raids"), one at most. */
const AERIAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN'])

const afterBlame = (reader: Reader, phrase: Phrase): Role | null => {
  const at = beforePhrase(reader, phrase)
  const match = reader.verbEnds.get(at + 1)
  if (match === undefined) return null
  if (match.value === 'blame') return { role: 'blamed', anchor: match.first, tie: 'blame' }
  if (match.value === 'claim') return { role: 'agent', anchor: match.first, tie: 'by' }
  return match.value === 'clash' ? { role: 'clash', anchor: match.first, tie: 'clash' } : null
}

/** "shelled by the army", "an attack by gunmen", not "held by", "backed by". */
const afterBy = (reader: Reader, phrase: Phrase): Role | null => {
  const by = beforePhrase(reader, phrase)
  const token = tokenAt(reader, by)
  if (token === undefined || reader.lexicon.words.get(token.lower) !== 'by') return null
  const segment = reader.layout.segmentOf[by]
  for (let at = by - 1; at > by - 14 && reader.layout.segmentOf[at] === segment; at--) {
    if (reader.verbs.has(at) || reader.nouns.has(at)) return { role: 'agent', anchor: at, tie: 'by' }
    if (tokenAt(reader, at)?.tag === 'VERB') return null
  }
  return null
}

/** "rebels shelled the town", "the army has killed", not "troops were killed", "soldiers killed in". */
const asSubject = (reader: Reader, phrase: Phrase): Role | null => {
  if (followsPreposition(reader, phrase)) return null
  const segment = reader.layout.segmentOf[phrase.first]
  let be = false
  let depth = 0
  for (let at = phrase.last; at < phrase.last + 14; at++) {
    const token = tokenAt(reader, at)
    if (token === undefined || reader.layout.segmentOf[at] !== segment) return null
    if (token.text === '(') depth++
    if (token.text === ')') {
      depth--
      continue
    }
    if (depth > 0) continue
    const word = reader.lexicon.words.get(token.lower)
    if (word === 'not' || word === 'modal') return null
    const relative = at === phrase.last ? relativeEnd(reader, at, segment) : at
    if (relative > at) {
      at = relative - 1
      continue
    }
    const beyond = aside(reader, at)
    if (beyond > at) {
      at = beyond - 1
      continue
    }
    if (word === 'be') {
      be = true
      continue
    }
    const verb = reader.verbs.get(at)
    if (verb !== undefined) return subjectOf(reader, phrase, verb, be)
    const passes = token.tag === 'ADV' || token.tag === 'AUX' || word === 'have' || isTime(reader, at)
    if (!passes && !isAside(token, at - phrase.last)) return null
  }
  return null
}

/** "strikes on rebels killed": what a preposition governs is no subject. */
const followsPreposition = (reader: Reader, phrase: Phrase): boolean => {
  const token = tokenAt(reader, phrase.describes ? beforeNouns(reader, phrase) : beforePhrase(reader, phrase))
  if (reader.lexicon.words.get(token?.lower ?? '') === 'that') return false
  return token?.tag === 'ADP' && reader.layout.segmentOf[token.index] === reader.layout.segmentOf[phrase.first]
}

/** The token before a country's or government's name and the nouns that it stands beside ("in Zarimand's capital Orvane"). */
const beforeNouns = (reader: Reader, phrase: Phrase): number => {
  let at = phrase.first - 1
  for (; at >= 0; at--) {
    const token = tokenAt(reader, at)
    if (token === undefined || (!isPossessive(token) && !NOMINAL.has(token.tag))) return at
  }
  return at
}
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'DET', 'ADJ'])

/** "backed by Russian jets", "affiliated to it": where a participle beside a subject ends; the same token for none. */
const aside = (reader: Reader, at: number): number => {
  const token = tokenAt(reader, at)
  const next = tokenAt(reader, at + 1)
  if (token?.tag !== 'VERB' || next?.tag !== 'ADP' || reader.verbs.has(at)) return at
  for (let i = at + 2; i < at + 6; i++) {
    const end = reader.actorAt.get(i)
    if (end !== undefined) return skipJoined(reader, end)
    const tag = tokenAt(reader, i)?.tag
    if (tag === 'PRON') return i + 1
    if (tag !== 'DET' && tag !== 'ADJ') break
  }
  return nextVerb(reader, at + 2)
}

/** "positioned in the eastern suburbs fired": the attack's verb after it, when no other verb comes first; −1 for none. */
const nextVerb = (reader: Reader, from: number): number => {
  for (let at = from; at < from + 16; at++) {
    if (reader.verbs.has(at)) return at
    const tag = tokenAt(reader, at)?.tag
    if (tag === undefined || tag === 'VERB' || tag === 'AUX' || tag === 'PRON' || tag === 'SCONJ') return -1
  }
  return -1
}

/** "the army, which a neighbour supports, killed": one past the comma that closes a relative clause; the same token for none. */
const relativeEnd = (reader: Reader, at: number, segment: number | undefined): number => {
  if (tokenAt(reader, at)?.text !== ',' || reader.lexicon.words.get(tokenAt(reader, at + 1)?.lower ?? '') !== 'who')
    return at
  for (let i = at + 2; i < at + LONGEST_CLAUSE && reader.layout.segmentOf[i] === segment; i++)
    if (tokenAt(reader, i)?.text === ',') return i + 1
  return at
}
/** A relative clause between a subject and its verb has no more tokens than this. */
const LONGEST_CLAUSE = 20

/** After "and" and another actor. */
const skipJoined = (reader: Reader, end: number): number => {
  if (tokenAt(reader, end)?.tag !== 'CCONJ') return end
  return reader.actorAt.get(end + 1) ?? reader.actorAt.get(end + 2) ?? end
}

/** Commas and relative words between a subject and its verb. */
const isAside = (token: Token, distance: number): boolean =>
  distance < 3 && (token.text === ',' || token.tag === 'PRON' || token.tag === 'PART')

const subjectOf = (reader: Reader, phrase: Phrase, verb: PatternMatch<AttackClass>, be: boolean): Role | null => {
  const agent: Role = { role: 'agent', anchor: verb.first, tie: 'subject' }
  if (verb.value === 'blame') return null
  if (verb.value === 'verb' && !isVerb(reader, verb)) return null
  if (verb.value === 'clash') return agent
  // "the Zarimand bombing": a noun that a country stands before.
  if (verb.value === 'ing' && phrase.describes && tokenAt(reader, verb.first)?.tag !== 'VERB') return null
  if (verb.value === 'ing' || verb.value === 'claim') return agent
  if (be) return null
  if (verb.value === 'thwart') return agent
  if (verb.value === 'past' && isPassive(reader, phrase, verb)) return null
  return agent
}

/** A form that is a noun as well ("targets", "attacks") is a verb only where the tagger says so, or in a headline. */
const isVerb = (reader: Reader, verb: PatternMatch<AttackClass>): boolean => {
  const tag = tokenAt(reader, verb.first)?.tag
  const segment = reader.layout.segments[reader.layout.segmentOf[verb.first] ?? 0]
  return (
    tag === 'VERB' ||
    tag === 'AUX' ||
    verb.last - verb.first > 1 ||
    (segment?.headline === true && !reader.nouns.has(verb.first))
  )
}

const isPassive = (reader: Reader, phrase: Phrase, verb: PatternMatch<AttackClass>): boolean => {
  const active = reader.active.get(verb.first)
  if (active !== undefined) return !active
  const before = tokenAt(reader, phrase.first - 1)
  if (before?.tag === 'NUM' && reader.layout.segmentOf[before.index] === reader.layout.segmentOf[phrase.first])
    return true
  const next = tokenAt(reader, verb.last)
  if (next === undefined || reader.layout.segmentOf[verb.last] !== reader.layout.segmentOf[verb.first]) return true
  return next.tag === 'ADP' || next.tag === 'SCONJ' || next.tag === 'PUNCT' || next.tag === 'AUX' || next.tag === 'VERB'
}
