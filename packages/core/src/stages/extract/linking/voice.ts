import type { Trigger } from '../harm/find-triggers.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { statusOfPhrase } from '../status/status-of-phrase.ts'
import { is, type View } from '../words/view.ts'
import { isFiniteVerb } from './sentence-facts.ts'
import type { SentenceView } from './sentence-view.ts'
import { saysBehind, speaks } from './speaks.ts'
import { inVerbChain } from './verb-chain.ts'

/** Whether a verb's people stand before it (passive), after it (active), or either may be. */
export type Voice = 'active' | 'passive' | 'either'

/** How many words may stand between an auxiliary and its verb ("were later reportedly killed"). */
const REACH = 4

/** The voice of a past form or participle, by the auxiliary before it and by what stands beside it. */
export const voiceOfPast = (s: SentenceView, trigger: Trigger): Voice => {
  // "one of them killed himself": whoever does it to himself stands before the verb, and nobody did it to him
  if (is(s.view, trigger.last, 'reflexive')) return 'active'
  const auxiliary = auxiliaryBefore(s.view, linkingVerbBefore(s, trigger.first) ?? trigger.first, s.first)
  if (auxiliary === 'be' || auxiliary === 'get') return 'passive'
  if (auxiliary === 'have') return 'active'
  const beside = skipAdverbs(s, trigger.last)
  const behind = s.phraseAt(beside) ?? personBehindDay(s, beside)
  // "12 injured a source said"
  const right = behind !== undefined && speaks(s, behind) ? undefined : behind
  const left = s.phraseAt(trigger.first - 1)
  if (
    right === undefined &&
    left !== undefined &&
    (hasObject(s, trigger.last, left) || sharesObject(s, trigger.last, left))
  )
    return 'active'
  if (right === undefined || right.first < trigger.last) return left === undefined ? 'either' : 'passive'
  if (left === undefined || left.kind === 'thing') return 'active'
  // "three killed 12 injured" against "two gunmen killed 12 people": the second number has a harm word of its own.
  const next = s.triggerAt(right.last)
  return next === undefined || (left.from === 'singular' && hasNumber(s, next.last)) ? 'active' : 'passive'
}

/** "a sniper killed 11 farmers injured 17": the second verb has an object of its own. */
const hasNumber = (s: SentenceView, at: number): boolean => {
  const object = s.phraseAt(at)
  return object?.first === at && s.triggerAt(object.last) === undefined
}

/** "were left badly wounded": where the verb stands that links people to what was done to them; null where there is none. */
export const linkingVerbBefore = (s: SentenceView, at: number): number | null => {
  let i = at - 1
  while (i > s.first && s.view.tokens[i]?.tag === 'ADV') i--
  return is(s.view, i, 'left') && auxiliaryBefore(s.view, i, s.first) === 'be' ? i : null
}

/** "a guard shot dead on Wednesday a passenger": whom the verb harmed, behind the day. */
export const personBehindDay = (s: SentenceView, at: number): NumberPhrase | undefined => {
  const day = s.view.tokens[at]?.tag === 'ADP' ? at + 1 : at
  const phrase = is(s.view, day, 'day') ? s.phraseAt(day + 1) : undefined
  return phrase?.kind === 'person' ? phrase : undefined
}

/** The auxiliary that governs the verb at `at`, across adverbs. */
export const auxiliaryBefore = (view: View, at: number, first: number): 'be' | 'get' | 'have' | 'modal' | null => {
  let reach = at - REACH
  for (let i = at - 1; i >= Math.max(first, reach); i--) {
    if (is(view, i, 'be')) return 'be'
    if (is(view, i, 'get')) return 'get'
    if (is(view, i, 'have')) return 'have'
    if (is(view, i, 'modal')) return 'modal'
    const tag = view.tokens[i]?.tag
    // "were shot and killed": the auxiliary of the first verb is the second's too
    if (is(view, i, 'coordinator') && inVerbChain(view, i - 1)) {
      while (inVerbChain(view, i - 1) || (is(view, i - 1, 'coordinator') && inVerbChain(view, i - 2))) i--
      reach = i - REACH
      continue
    }
    if (tag !== 'ADV' && !is(view, i, 'negation') && !is(view, i, 'fear')) return null
  }
  return null
}

/** "gunmen killed the mayor", "rebels captured Arun Veld": what stands right after the verb is its object; "12 killed Monday" names a day. */
const hasObject = (s: SentenceView, at: number, left: NumberPhrase): boolean => {
  const { view } = s
  if (at >= s.last || is(view, at, 'relative') || is(view, at, 'day') || isLeftSo(s, left.first)) return false
  // "with five people killed the raid was the worst": whom a preposition leads to does nothing himself
  if (view.tokens[left.first - 1]?.tag === 'ADP' && !is(view, left.first - 1, 'coordinator')) return false
  if (is(view, at, 'definite') || is(view, at, 'possessive') || is(view, at, 'article')) return !saysBehind(s, at + 1)
  // "villagers burned down houses": a particle, and then what was burned
  if (is(view, at, 'particle') && view.tokens[at]?.tag === 'ADP' && OBJECT.has(view.tokens[at + 1]?.tag ?? ''))
    return true
  const mayAct = statusOfPhrase(view, left) === 'combatant' || left.from === 'singular'
  return mayAct && view.tokens[at]?.tag === 'PROPN' && view.tokens[at + 1]?.tag !== 'VERB'
}

/** "left two dead and eight injured the army said": those whom something left so are harmed, whatever stands behind. */
export const isLeftSo = (s: SentenceView, from: number): boolean => {
  for (let i = from - 1; i >= s.first; i--) {
    if (is(s.view, i, 'left')) return true
    if (isFiniteVerb(s, i)) return false
  }
  return false
}

/** "two gunmen killed and wounded 12 people": the object stands behind the second verb. */
const sharesObject = (s: SentenceView, at: number, left: NumberPhrase): boolean => {
  const next = is(s.view, at, 'coordinator') ? s.triggerAt(at + 1) : undefined
  if (next === undefined || statusOfPhrase(s.view, left) !== 'combatant' || isLeftSo(s, left.first)) return false
  return s.phraseAt(next.last)?.first === next.last && s.view.tokens[next.first]?.tag === 'VERB'
}

const OBJECT: ReadonlySet<string> = new Set(['NOUN', 'DET', 'ADJ'])

const skipAdverbs = (s: SentenceView, at: number): number => {
  let i = at
  while (i < s.last && s.view.tokens[i]?.tag === 'ADV' && s.phraseAt(i) === undefined) {
    // "65 wounded when two bombers …": what stands behind it is of another clause
    if (is(s.view, i, 'subordinator')) return i
    i++
  }
  return i
}
