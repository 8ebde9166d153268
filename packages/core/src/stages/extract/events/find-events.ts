import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { Context } from '../../../pipeline/stage.ts'
import type { ActorMention } from '../actors/actor-mention.ts'
import type { ClaimCore, DocumentFrame } from '../claim-core.ts'
import { isShared } from '../means/find-means.ts'
import { type Reading, readDocument } from '../reading.ts'
import { isTold, objectOf, partiesOf } from './change-of-hands.ts'
import { type Clause, clauseAround } from './clause.ts'
import { draftEvent } from './draft-event.ts'
import type { EventDraft } from './event-draft.ts'
import { type EventWord, eventLexicon } from './event-lexicon.ts'
import { mayTellEvents } from './may-tell.ts'

/** Attacks, changes of control and agreements that a document tells with no number of people, in its order. */
export const findEvents = (
  frame: DocumentFrame,
  cores: readonly ClaimCore[],
  lexicon: Lexicon,
  context: Context,
): readonly EventDraft[] => {
  const words = allPatterns(eventLexicon(lexicon), piecesOf(frame.text))
  return mayTellEvents(frame.text, words, lexicon) ? readEvents(readDocument(frame, cores, context), words) : []
}

/** The events that a document's event words tell. */
export const readEvents = (reading: Reading, words: readonly EventWord[]): readonly EventDraft[] => {
  const taken = new Set<string>()
  return words.flatMap((word) => {
    const clause = clauseAround(reading, word)
    const kind = kindOf(reading, clause, word, words)
    if (kind === null || taken.has(`${kind} ${clause.first}`)) return []
    taken.add(`${kind} ${clause.first}`)
    return [draftEvent(reading, clause, word, kind, words)]
  })
}

type EventKind = EventDraft['kind']

/** What a word tells in its clause; null where it is wished, denied, planned, or part of a claim about people. */
const kindOf = (reading: Reading, clause: Clause, word: EventWord, words: readonly EventWord[]): EventKind | null => {
  if (word.value === 'nation' || isUnreal(reading, clause, word)) return null
  if (word.value === 'enters') return isEntry(reading, clause, word, words) ? 'control' : null
  if (word.value === 'captured' || word.value === 'lost' || word.value === 'holds' || word.value === 'held')
    return isControl(reading, clause, word, words) ? 'control' : null
  if (isTold(word)) return partiesOf(reading, clause, word, words) === null ? null : 'control'
  if (word.value === 'hit' || word.value === 'happens' || word.value === 'conduct')
    return isAttack(reading, clause, word) ? 'attack' : null
  return isAgreement(clause, word, words) && !isSpokenOf(reading, word) ? 'agreement' : null
}

/** "to capture", "failed to hit", "could attack". */
const isUnreal = (reading: Reading, clause: Clause, word: EventWord): boolean => {
  for (let at = Math.max(clause.first, word.first - 3); at < word.first; at++) {
    const kind = reading.story.small.get(reading.layout.text.tokens[at]?.lower ?? '')
    if (kind === 'not' || (kind === 'modal' && word.value !== 'accord')) return true
  }
  const before = reading.layout.text.tokens[word.first - 1]
  return before?.tag === 'PART' && reading.story.words.get(before.index) === 'toward'
}

const isControl = (reading: Reading, clause: Clause, word: EventWord, words: readonly EventWord[]): boolean => {
  const subject = clause.actor !== null
  if (word.value === 'holds' && !isVerb(reading, clause, word)) return false
  const people = reading.story.cores.some((core) => core.first < clause.last && clause.first < core.last)
  if (word.value === 'held') return clause.passive && hasNoun(reading, clause.first, word.first)
  if (word.value === 'captured' && clause.passive) return !people && partiesOf(reading, clause, word, words) !== null
  if (!subject || people) return false
  if ((word.value === 'holds' || word.last - word.first > 1) && hasNoun(reading, word.last, clause.last)) return true
  return reading.places.some(({ place }) => place.first >= word.last && place.last <= clause.last)
}

/** "troops entered Lomeq": a town or a post; who enters a country or "the territory of" it has not taken it. */
const isEntry = (reading: Reading, clause: Clause, word: EventWord, words: readonly EventWord[]): boolean => {
  const kind = objectOf(reading, word)?.place.kind
  return (kind === 'settlement' || kind === 'facility') && isControl(reading, clause, word, words)
}

/** "controls" is a verb by its tag, after "which", or right after who holds. */
const isVerb = (reading: Reading, clause: Clause, word: EventWord): boolean => {
  const { tokens } = reading.layout.text
  const before = tokens[word.first - 1]?.lower ?? ''
  return (
    tokens[word.first]?.tag === 'VERB' ||
    reading.story.small.get(before) === 'who' ||
    (clause.actor?.last === word.first && !isGiven(reading, clause.actor))
  )
}

/** "it would give the rebels control of Lomeq": whoever stands behind a verb is its object. */
const isGiven = (reading: Reading, { first }: ActorMention): boolean => {
  const { tokens } = reading.layout.text
  let at = first - 1
  while (tokens[at]?.tag === 'DET' || tokens[at]?.tag === 'ADJ') at--
  return tokens[at]?.tag === 'VERB'
}

const hasNoun = (reading: Reading, first: number, last: number): boolean => {
  for (let at = first; at < last; at++) {
    const tag = reading.layout.text.tokens[at]?.tag
    if (tag === 'NOUN' || tag === 'PROPN') return true
  }
  return false
}

/** An attack in a clause that counts nobody: told by its doer, or by its place. */
const isAttack = (reading: Reading, clause: Clause, word: EventWord): boolean => {
  const { text } = reading.layout
  if (text.tokens[word.first]?.tag !== 'VERB') return false
  if (word.value === 'happens') return isHappening(reading, clause, word)
  const attacks = reading.means.filter((m) => !isShared(m) && m.first >= word.last && m.last <= clause.last)
  const counted = attacks.some((mention) => text.tokens[mention.first - 1]?.tag === 'NUM')
  if (!counted && reading.story.cores.some((core) => isToldWith(reading, core, clause))) return false
  if (word.value === 'hit') {
    if (!clause.passive && clause.actor !== null) return true
    return (clause.passive || clause.weapon) && hasPlace(reading, clause)
  }
  const named = [...reading.story.words].some(([at, kind]) => kind === 'attack' && at >= word.last && at < clause.last)
  return (attacks.length > 0 || named) && clause.actor !== null
}

/** "a car bomb went off in X", "clashes broke out in X": a weapon or a fight for its subject, a place, and nobody counted. */
const isHappening = (reading: Reading, clause: Clause, word: EventWord): boolean =>
  reading.means.some((m) => m.first >= clause.first && m.first < word.first && word.first - m.last <= ADVERBS) &&
  !reading.story.cores.some((core) => isToldWith(reading, core, clause)) &&
  hasPlace(reading, clause)

const hasPlace = (reading: Reading, clause: Clause): boolean =>
  reading.places.some(({ place }) => place.first >= clause.first && place.last <= clause.last)

/** Words that may stand between a subject and its verb ("has again"). */
const ADVERBS = 2

/** The number of people is told in the attack's own breath: in its sentence, with no speaker between. */
const isToldWith = (reading: Reading, core: ClaimCore, clause: Clause): boolean => {
  const { segmentOf } = reading.layout
  if (segmentOf[core.first] !== segmentOf[clause.first]) return false
  const [from, to] = core.first >= clause.last ? [clause.last, core.first] : [core.last, clause.first]
  return !reading.speeches.some((speech) => speech.cue.first >= from && speech.cue.last <= to)
}

/** A noun for an agreement, and a verb that makes it or puts it into effect, in one clause. */
const isAgreement = (clause: Clause, word: EventWord, words: readonly EventWord[]): boolean => {
  if (word.value !== 'accord') return false
  return words.some(
    (other) =>
      other !== word &&
      (other.value === 'accords' || other.value === 'effect') &&
      other.first >= clause.first &&
      other.last <= clause.end,
  )
}

/** "shelling has dropped since the ceasefire was declared", "under the truce": an agreement known before, by which something else is told. */
const isSpokenOf = (reading: Reading, { first }: EventWord): boolean => {
  const { tokens } = reading.layout.text
  const { small } = reading.story
  let at = first - 1
  while (tokens[at]?.tag === 'ADJ' || tokens[at]?.tag === 'NUM') at--
  return small.get(tokens[at]?.lower ?? '') === 'definite' && small.get(tokens[at - 1]?.lower ?? '') === 'frame'
}
