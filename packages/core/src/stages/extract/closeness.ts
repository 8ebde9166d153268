import type { TokenRange } from './attribution/noun-phrase.ts'
import type { Speech } from './attribution/speech.ts'
import type { ClaimCore } from './claim-core.ts'
import type { Story } from './story.ts'

/** Where a slot's words tend to stand: nowhere rather, before the harm's verb as its subject, or after it. */
export type Side = 'either' | 'subject' | 'after'

const TOKEN = 1 / 12
const OTHER_CLAIM = 2
/** What words cost more that stand in a clause with a subject and verb of its own. */
const OTHER_CLAUSE = 2
const OTHERS_WORDS = 4
const NOT_SAID = 6
const WRONG_SIDE = 1.2
/** What words cost more between which and the claim the account turns to what came before. */
const BACKGROUND = 6

/**
 * How far words of a claim's own segment are from it: tokens between, joints of clauses, other claims that stand between
 * or hold the words, and whether both are part of what somebody says. 0 = they touch.
 */
export const closeness = (core: ClaimCore, words: TokenRange, story: Story, side: Side = 'either'): number => {
  if (words.first < core.last && core.first < words.last) return 0
  const after = words.first >= core.last
  const [from, to] = after ? [core.last, words.first] : [words.last, core.first]
  if (side === 'after' && !after && isLabel(story, words, to))
    return saidTogether(core, words, story) ? TOKEN : NOT_SAID
  let cost = (to - from) * TOKEN + joints(story, from, to)
  if (side === 'subject' && !after && opensClause(story, from, to)) cost += OTHER_CLAUSE
  for (const other of story.cores) {
    if (other === core) continue
    if (other.first < words.last && words.first < other.last) cost += OTHERS_WORDS
    else if (other.first >= from && other.last <= to) cost += OTHER_CLAIM
  }
  const active = core.trigger < core.number.first
  if (side === 'subject' && active === after) cost += WRONG_SIDE
  if (side === 'after' && !after) cost += WRONG_SIDE
  return cost + (saidTogether(core, words, story) ? 0 : NOT_SAID)
}

/** "X: 11 killed", "X (nine dead)", "in X, nine were killed": one mark alone between a place and what is told of it, where the place ends nobody else's account. */
const isLabel = (story: Story, { first, last }: TokenRange, to: number): boolean => {
  const isMark = (at: number): boolean => story.layout.text.tokens[at]?.tag === 'PUNCT'
  if (to - last !== 1 || !isMark(last)) return false
  for (let at = first - 1; at >= first - LEAD; at--) {
    if (isMark(at)) return true
    if (story.cores.some((other) => other.first <= at && at < other.last)) return false
  }
  return true
}

/** Tokens before a place within which the account that it ends would stand. */
const LEAD = 8

/** "fighting spread and bombs killed nine": a verb, a conjunction and the subject of another verb between words and a claim. */
const opensClause = ({ layout }: Story, from: number, to: number): boolean => {
  const { tokens } = layout.text
  let verb = false
  for (let at = from; at < to; at++) {
    const tag = tokens[at]?.tag
    if (tag === 'VERB') verb = true
    if (tag === 'CCONJ' && verb && SUBJECT.has(tokens[at + 1]?.tag ?? '')) return true
  }
  return false
}

const SUBJECT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'DET', 'ADJ', 'PRON'])

const joints = (story: Story, from: number, to: number): number => {
  let cost = 0
  for (let at = from; at < to; at++) {
    const token = story.layout.text.tokens[at]
    if (token === undefined) break
    if (story.words.get(at) === 'background') cost += BACKGROUND
    else if (token.tag === 'CCONJ') cost += 0.5
    else if (token.tag === 'SCONJ') cost += 0.4
    else if (token.text === ';' || token.text === ':') cost += 1
  }
  return cost
}

/** Both within what one speaker says, in one breath or in two ("… he said, adding that …"), or both outside of it. */
const saidTogether = (core: ClaimCore, words: TokenRange, story: Story): boolean => {
  const segment = story.layout.segmentOf[core.first]
  const own = story.speeches.find((speech) => speech.segment === segment && holds(speech, core.number.first))
  if (own === undefined) return true
  return story.speeches.some(
    (speech) => speech.segment === segment && holds(speech, words.first) && sameSpeaker(speech, own),
  )
}

const holds = (speech: Speech, token: number): boolean =>
  speech.content.some((range) => range.first <= token && token < range.last)

const sameSpeaker = (a: Speech, b: Speech): boolean => a === b || a.speakers[0]?.first === b.speakers[0]?.first
