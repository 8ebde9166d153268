import type { Role } from './actor-mention.ts'
import {
  beforePhrase,
  CLAUSE,
  isHyphen,
  isPossessive,
  isPossessor,
  isTime,
  type Phrase,
  type Reader,
  tokenAt,
} from './actor-reader.ts'
import { asSubject } from './as-subject.ts'

const NO_ROLE: Role = { role: 'none', anchor: -1, tie: 'none' }

/** The part that a phrase plays; `lead` is the first of those that "and" joins to it. */
export const roleOf = (reader: Reader, phrase: Phrase, lead: Phrase): Role => {
  if (isHalf(reader, phrase)) return NO_ROLE
  const role = readRole(reader, phrase, lead)
  return isOpen(reader, phrase) || isThwarted(reader, role) ? NO_ROLE : role
}

/** "the UK-based monitor": what a hyphen joins to another word is no actor by itself. */
const isHalf = (reader: Reader, { first, last }: Phrase): boolean => {
  const hyphen = tokenAt(reader, last)
  return (
    last - first === 1 &&
    isHyphen(hyphen) &&
    hyphen?.start === tokenAt(reader, last - 1)?.end &&
    hyphen?.end === tokenAt(reader, last + 1)?.start
  )
}

/** "could not say whether X or Y did it". */
const isOpen = (reader: Reader, phrase: Phrase): boolean => {
  const segment = reader.layout.segmentOf[phrase.first]
  for (let at = phrase.first - 1; at >= phrase.first - CLAUSE && reader.layout.segmentOf[at] === segment; at--)
    if (reader.lexicon.words.get(tokenAt(reader, at)?.lower ?? '') === 'whether') return true
  return false
}

/** "thwarted an attack by X", "fears of an X attack": what another ended, or what is only planned or feared, did no harm. */
const isThwarted = (reader: Reader, { tie, anchor }: Role): boolean => {
  if (tie !== 'by' && tie !== 'modifier') return false
  const segment = reader.layout.segmentOf[anchor]
  for (let at = anchor - 1; at >= anchor - CLAUSE && reader.layout.segmentOf[at] === segment; at--) {
    const verb = reader.verbs.get(at)
    if (verb !== undefined) return verb.value === 'thwart' || verb.value === 'plan'
    if (tokenAt(reader, at)?.tag === 'VERB' || tokenAt(reader, at)?.tag === 'CCONJ') return false
  }
  return false
}

const readRole = (reader: Reader, phrase: Phrase, lead: Phrase): Role =>
  (phrase.describes && !isPossessive(tokenAt(reader, phrase.last)) ? null : beforeNoun(reader, phrase)) ??
  (phrase.bare
    ? null
    : (afterBlame(reader, phrase) ??
      afterBy(reader, phrase) ??
      (lead === phrase ? null : afterBy(reader, lead)) ??
      asSubject(reader, phrase, lead) ??
      asOwner(reader, phrase, lead))) ??
  NO_ROLE

/** "Russian air strikes", "rebel rocket fire", "the coalition's overnight raid". */
const beforeNoun = (reader: Reader, phrase: Phrase): Role | null => {
  const segment = reader.layout.segmentOf[phrase.first]
  for (let at = phrase.last; at < phrase.last + 5; at++) {
    const token = tokenAt(reader, at)
    if (token === undefined || reader.layout.segmentOf[at] !== segment) return null
    if (reader.verbs.get(at)?.value === 'thwart') return null
    const noun = reader.nouns.get(at)
    if (noun?.value === 'noun' && (token.tag !== 'VERB' || isGoverned(reader, phrase, at) || isNamed(reader, at)))
      return { role: 'agent', anchor: at, tie: 'modifier' }
    const passes =
      token.tag === 'ADJ' || token.tag === 'ADV' || isPossessive(token) || isHyphen(token) || isTime(reader, at)
    if (!passes && !AERIAL.has(token.tag)) return null
    if (AERIAL.has(token.tag) && !reader.nouns.has(at + 1)) return null
  }
  return null
}

/** "the army stepped up its air raids", "rebels whose assault": whose attacks they are, a verb alone between. */
const asOwner = (reader: Reader, phrase: Phrase, lead: Phrase): Role | null => {
  if (tokenAt(reader, beforePhrase(reader, lead))?.tag === 'ADP') return null
  const segment = reader.layout.segmentOf[phrase.first]
  let at = phrase.last
  while (at < phrase.last + CLAUSE && VERBAL.has(tokenAt(reader, at)?.tag ?? '')) at++
  const owned = at === phrase.last ? isWhose(reader, at) : isPossessor(reader, at)
  if (!owned || reader.layout.segmentOf[at] !== segment) return null
  for (let noun = at + 1; noun <= at + OWNED; noun++) {
    if (reader.nouns.get(noun)?.value === 'noun') return { role: 'agent', anchor: noun, tie: 'modifier' }
    if (!DESCRIBING.has(tokenAt(reader, noun)?.tag ?? '')) return null
  }
  return null
}

/** A relative pronoun right before a noun phrase: of a subject's own deed a verb would follow. */
const isWhose = (reader: Reader, at: number): boolean =>
  reader.lexicon.words.get(tokenAt(reader, at)?.lower ?? '') === 'who' &&
  DESCRIBING.has(tokenAt(reader, at + 1)?.tag ?? '')

/** Tokens from "its" to the attack's noun. */
const OWNED = 5
const VERBAL: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADV', 'ADP', 'PART'])
const DESCRIBING: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'PUNCT'])

/** "killed in army shelling": after a preposition a form that may be a verb is a noun, where it has no object. */
const isGoverned = (reader: Reader, phrase: Phrase, at: number): boolean => {
  const tag = tokenAt(reader, at + 1)?.tag
  return (
    tokenAt(reader, phrase.first - 1)?.tag === 'ADP' &&
    (tag === undefined || tag === 'PUNCT' || tag === 'ADP' || tag === 'CCONJ')
  )
}

/** "opposition shelling on the town killed": a form that may be a verb is a noun where a preposition or another verb follows. */
const isNamed = (reader: Reader, at: number): boolean => {
  const tag = tokenAt(reader, at + 1)?.tag
  return (
    reader.verbs.get(at)?.value === 'ing' &&
    !reader.active.has(at) &&
    (tag === 'ADP' || tag === 'VERB' || tag === 'AUX')
  )
}

/** A noun may stand between an actor and an attack's noun ("Israeli air raids"), one at most. */
const AERIAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN'])

const afterBlame = (reader: Reader, phrase: Phrase): Role | null => {
  const at = beforePhrase(reader, phrase)
  const match = reader.verbEnds.get(at + 1)
  if (match === undefined) return amongFighters(reader, at)
  if (match.value === 'blame') return { role: 'blamed', anchor: match.first, tie: 'blame' }
  // "gunmen belonging to the Front", not "houses belonging to the Front".
  if (match.value === 'member' && reader.armed.has(match.first))
    return { role: 'blamed', anchor: match.first, tie: 'blame' }
  if (match.value === 'claim') return { role: 'agent', anchor: match.first, tie: 'by' }
  if (match.value === 'between') return { role: 'clash', anchor: match.first, tie: 'between' }
  return match.value === 'clash' ? { role: 'clash', anchor: match.first, tie: 'clash' } : null
}

/** "clashes near the town between rebels and troops": one of two sides, behind the place of their fight. */
const amongFighters = (reader: Reader, at: number): Role | null => {
  if (reader.lexicon.words.get(tokenAt(reader, at)?.lower ?? '') !== 'between') return null
  const segment = reader.layout.segmentOf[at]
  for (let noun = at - 1; noun > at - WHERE && reader.layout.segmentOf[noun] === segment; noun--) {
    if (reader.nouns.get(noun)?.value === 'fight') return { role: 'clash', anchor: noun, tie: 'between' }
    if (tokenAt(reader, noun)?.tag === 'VERB') return null
  }
  return null
}

/** Tokens that tell where and when a fight was, before those who fought. */
const WHERE = 9

/** "shelled by the army", "an attack by gunmen", not "held by", "backed by". */
const afterBy = (reader: Reader, phrase: Phrase): Role | null => {
  const by = beforePhrase(reader, phrase)
  const token = tokenAt(reader, by)
  if (token === undefined) return null
  const word = reader.lexicon.words.get(token.lower)
  // "bombs dropped from government helicopters": whoever's machines they came from.
  const whence = word === 'owner' && phrase.machine && reader.verbs.get(by - 1)?.value === 'past'
  if (word !== 'by' && !whence) return null
  const segment = reader.layout.segmentOf[by]
  for (let at = by - 1; at > by - 14 && reader.layout.segmentOf[at] === segment; at--) {
    const verb = reader.verbs.get(at)
    const noun = reader.nouns.get(at)?.value
    if ((verb !== undefined && verb.value !== 'plan') || (noun !== undefined && noun !== 'fight'))
      return { role: 'agent', anchor: at, tie: 'by' }
    if (tokenAt(reader, at)?.tag === 'VERB') return null
  }
  return null
}
