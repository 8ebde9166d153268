import type { PatternMatch } from '../../../lexicon/patterns.ts'
import type { Token } from '../../../text/read-text.ts'
import type { AttackClass } from './actor-lexicon.ts'
import type { Role } from './actor-mention.ts'
import { beforePhrase, isHyphen, isPossessive, isTime, type Phrase, type Reader, tokenAt } from './actor-reader.ts'

/** "rebels shelled the town", "the army has killed", not "troops were killed", "soldiers killed in", "strikes on rebels and the army killed". */
export const asSubject = (reader: Reader, phrase: Phrase, lead: Phrase): Role | null => {
  if (followsPreposition(reader, phrase) || (lead !== phrase && followsPreposition(reader, lead))) return null
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
    if (word === 'not' || word === 'modal' || word === 'he') return null
    const relative = at === phrase.last ? relativeEnd(reader, at, segment) : at
    if (relative > at) {
      at = relative - 1
      continue
    }
    const beyond = Math.max(aside(reader, at), ownWords(reader, at))
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
  if (reader.lexicon.words.get(token?.lower ?? '') === 'that' || isWhence(reader, token)) return false
  return token?.tag === 'ADP' && reader.layout.segmentOf[token.index] === reader.layout.segmentOf[phrase.first]
}

/** "a suicide bomber from the Front killed": whoever sent the attacker. */
const isWhence = (reader: Reader, token: Token | undefined): boolean =>
  token !== undefined &&
  reader.lexicon.words.get(token.lower) === 'owner' &&
  reader.nouns.get(token.index - 1)?.value === 'sent'

/** The token before a country's or government's name and the nouns that it stands beside ("in Zarimand's capital Orvane"). */
const beforeNouns = (reader: Reader, phrase: Phrase): number => {
  let at = phrase.first - 1
  for (; at >= 0; at--) {
    const token = tokenAt(reader, at)
    const word = reader.lexicon.words.get(token?.lower ?? '')
    const passes = isPossessive(token) || NOMINAL.has(token?.tag ?? '') || (token?.tag === 'ADV' && word === undefined)
    if (token === undefined || !passes || isTime(reader, at)) return at
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

/** "the army said on Monday that it killed": where the pronoun ends that stands for the speaker; the same token for none. */
const ownWords = (reader: Reader, at: number): number => {
  if (tokenAt(reader, at)?.tag !== 'VERB' || reader.verbs.has(at)) return at
  let i = at + 1
  while (i < at + SAID && (isTime(reader, i) || tokenAt(reader, i)?.tag === 'ADP')) i++
  // "said in a statement posted online that it"
  if (tokenAt(reader, i)?.tag === 'DET') while (i < at + STATED && isOfStatement(reader, i)) i++
  if (reader.lexicon.words.get(tokenAt(reader, i)?.lower ?? '') === 'that') i++
  return STANDS_FOR.has(reader.lexicon.words.get(tokenAt(reader, i)?.lower ?? '') ?? '') ? i + 1 : at
}

/** Tokens from a word for saying to the pronoun, the day of the statement between them. */
const SAID = 5
/** Tokens that a statement may be told by between the two. */
const STATED = 10
const OF_STATEMENT: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'ADP', 'ADV', 'VERB', 'PROPN'])

const isOfStatement = (reader: Reader, at: number): boolean =>
  OF_STATEMENT.has(tokenAt(reader, at)?.tag ?? '') &&
  reader.lexicon.words.get(tokenAt(reader, at)?.lower ?? '') !== 'that'
const STANDS_FOR: ReadonlySet<string> = new Set(['it', 'they'])

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

/** Commas, dashes and relative words between a subject and its verb. */
const isAside = (token: Token, distance: number): boolean =>
  distance < 3 && (token.text === ',' || /^[-–—]$/.test(token.text) || token.tag === 'PRON' || token.tag === 'PART')

const subjectOf = (reader: Reader, phrase: Phrase, verb: PatternMatch<AttackClass>, be: boolean): Role | null => {
  const agent: Role = { role: 'agent', anchor: verb.first, tie: 'subject' }
  if (verb.value === 'blame' || verb.value === 'plan' || verb.value === 'member') return null
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
  const counts = before?.tag === 'NUM' && !isTime(reader, before.index)
  if (counts && reader.layout.segmentOf[before.index] === reader.layout.segmentOf[phrase.first]) return true
  const next = tokenAt(reader, verb.last)
  if (next === undefined || reader.layout.segmentOf[verb.last] !== reader.layout.segmentOf[verb.first]) return true
  // "forced at least 300 out of their homes", "carried out near-daily raids"
  if (reader.counts.has(verb.last) || (next.tag === 'ADP' && isHyphen(tokenAt(reader, verb.last + 1)))) return false
  if (hasObjectBehind(reader, verb.last) || hasObjectBehindDay(reader, verb.last)) return false
  return next.tag === 'ADP' || next.tag === 'SCONJ' || next.tag === 'PUNCT' || next.tag === 'AUX' || next.tag === 'VERB'
}

/** "targeted with mortar shells the city": an object behind the weapons that stand before it. */
const hasObjectBehind = (reader: Reader, from: number): boolean => {
  if (reader.lexicon.words.get(tokenAt(reader, from)?.lower ?? '') !== 'owner') return false
  let noun = false
  for (let at = from + 1; at < from + WEAPONS; at++) {
    const tag = tokenAt(reader, at)?.tag
    if (noun && (tag === 'DET' || tag === 'ADJ')) return true
    if (tag === 'NOUN') noun = true
    else if (tag !== 'ADJ' && tag !== 'NUM' && tag !== 'DET') return false
  }
  return false
}

/** "targeted on Wednesday morning the town": an object behind the day. */
const hasObjectBehindDay = (reader: Reader, from: number): boolean => {
  let at = tokenAt(reader, from)?.tag === 'ADP' ? from + 1 : from
  if (!isTime(reader, at)) return false
  while (isTime(reader, at)) at++
  return OBJECT.has(tokenAt(reader, at)?.tag ?? '')
}

const OBJECT: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN'])

/** Tokens that name weapons between a verb and its object. */
const WEAPONS = 6
