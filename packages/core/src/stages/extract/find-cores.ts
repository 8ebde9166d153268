import type { Groups } from '../../model/claim.ts'
import type { ClaimCore } from './claim-core.ts'
import { groupsOfPhrase } from './groups/groups-of-phrase.ts'
import type { Subgroup } from './groups/subgroup.ts'
import { subgroupsOf } from './groups/subgroups-of.ts'
import { coresByReference, isReferring, statusToldAfter } from './linking/by-reference.ts'
import type { Link } from './linking/link.ts'
import { linkSentence } from './linking/link-sentence.ts'
import { type SentenceView, sentenceView } from './linking/sentence-view.ts'
import { type HedgedBounds, hedgedBounds } from './numbers/bounds.ts'
import { isPerfect, isPerfectBefore } from './scope/tense.ts'
import { statusOfLink } from './status/status-of-link.ts'
import type { PersonNoun } from './words/people.ts'
import { matchPhrase } from './words/phrase-book.ts'
import { is, personNoun, type View } from './words/view.ts'

/** The numbers of people tied to a harm that a text tells, in the order of the text. */
export const findCores = (view: View): readonly ClaimCore[] => {
  const found: ClaimCore[] = []
  let before: readonly ClaimCore[] = []
  for (const sentence of view.text.sentences) {
    const s = sentenceView(view, sentence)
    const last = before.at(-1)
    if (s === null && last !== undefined) {
      const status = statusToldAfter(view, sentence)
      if (status !== null && last.status === 'unknown') found[found.length - 1] = { ...last, status }
      before = coresByReference(view, sentence, last)
    } else
      before =
        s === null
          ? []
          : coresOf(s).filter((core, _, all) => all.length > 1 || last !== undefined || !isReferring(view, core))
    found.push(...before)
  }
  return found
}

const coresOf = (s: SentenceView): readonly ClaimCore[] => {
  const links = linkSentence(s)
  return links.map((link) => coreOf(s, link, links))
}

const coreOf = (s: SentenceView, link: Link, links: readonly Link[]): ClaimCore => {
  const { phrase, trigger } = link
  const { view } = s
  const listed = link.rule.endsWith('-list') || link.rule === 'share'
  const first = listed ? phrase.first : Math.min(phrase.first, trigger.first)
  const last = listed ? phrase.last : Math.max(phrase.last, trigger.last)
  const subgroups = subgroupsOf(s, link, links)
  const { low, high, hedge } = lateHedged(s, phrase, last)
  return {
    start: view.tokens[first]?.start ?? 0,
    end: view.tokens[last - 1]?.end ?? 0,
    first,
    last,
    sentence: s.sentence.index,
    trigger: trigger.first,
    number: { first: phrase.first, last: phrase.last },
    metric: link.metric,
    count: {
      low,
      high,
      hedge,
      vague: phrase.vague,
      unit: phrase.unit,
      each: phrase.each || isEach(s, last),
    },
    status: statusOfLink(view, link, links, subgroups),
    groups: groupsOf(s, link, subgroups),
    denied: phrase.from === 'zero',
    crowd: phrase.crowd,
    perfect: isTold(s, link) || isPerfectBefore(view, trigger.first, s.first),
    partial: partialOf(s, link),
    lost: link.reading.frame === 'lose' && !phrase.each,
    shot: link.reading.frame === 'shot',
    custody: link.reading.frame === 'custody',
    byItself: link.reading.byItself,
    more: phrase.more,
    also: hasAlso(s, first, last),
    sums: link.rule === 'toll' && isBrought(s, first),
    rule: link.rule,
    confidence: confidenceOf(link),
  }
}

/** Told in the present perfect: by its harm's verb, or by the one that its number is the object of ("has left 40 dead", "has claimed 46 lives"). */
const isTold = ({ view, first }: SentenceView, { phrase, trigger, rule }: Link): boolean => {
  if (isPerfect(view, trigger.first, first)) return true
  if (rule === 'event') return isPerfect(view, verbBefore(view, trigger.first), first)
  const verb = phrase.first - 1
  const leaves =
    (rule === 'state' || rule === 'inner') && view.tokens[verb]?.tag === 'VERB' && phrase.first <= trigger.first
  return leaves && isPerfect(view, verb, first)
}

/** "documented the deaths of 300": the verb whose object begins before a noun of harm, articles and adjectives between. */
const verbBefore = (view: View, noun: number): number => {
  let at = noun - 1
  while (DESCRIBING.has(view.tokens[at]?.tag ?? '')) at--
  return view.tokens[at]?.tag === 'VERB' ? at : noun
}

const DESCRIBING: ReadonlySet<string> = new Set(['DET', 'ADJ'])

/** The groups of a number; of "three of whom" the group told before it, of "the number of journalists killed" that of the noun. */
const groupsOf = (s: SentenceView, link: Link, subgroups: readonly Subgroup[]): Groups => {
  const { phrase } = link
  const own = groupsOfPhrase(s.view, phrase, subgroups)
  const group =
    Object.keys(own).length > 0 ? null : (antecedentOf(s, link)?.group ?? tollNounOf(s, link)?.group ?? null)
  return group === null ? own : { [group]: { low: phrase.low, high: phrase.high } }
}

/** "forty doctors, three of whom": who is told before the comma. */
const antecedentOf = (s: SentenceView, { phrase }: Link): PersonNoun | null => {
  if (!phrase.partitive || !is(s.view, phrase.last - 1, 'relative')) return null
  const comma = is(s.view, phrase.first - 1, 'comma') ? phrase.first - 1 : phrase.first
  return s.phraseAt(comma - 1)?.noun ?? null
}

/** "the number of journalists killed", "brings to 40 the number of journalists killed": whom a toll counts. */
const tollNounOf = ({ view }: SentenceView, { rule, phrase, trigger }: Link): PersonNoun | null => {
  if (rule !== 'toll' || phrase.kind !== 'bare') return null
  const noun = personNoun(view, trigger.first - 1)
  return noun?.number === 'plural' && is(view, trigger.first - 2, 'of') ? noun : null
}

/** "12 people dead, at least.": a hedge after a comma that ends the sentence. */
const lateHedged = ({ view, ...s }: SentenceView, phrase: Link['phrase'], last: number): HedgedBounds => {
  const late = is(view, last, 'comma') ? matchPhrase(view.words.numbers.before, view.tokens, last + 1, s.last) : null
  const ends = late !== null && view.tokens[last + 1 + late.length]?.tag === 'PUNCT'
  if (!ends || phrase.hedge !== 'exact' || phrase.low === null || phrase.high === null) return phrase
  return hedgedBounds(phrase.low, phrase.high, late.value)
}

/** The dearer the tie between number and harm word, the less sure. */
const confidenceOf = (link: Link): number => Math.max(0.4, Math.min(0.98, 0.98 - 0.07 * link.cost))

/** "including 29 people in one street" is an addend; "the dead included six women", "six of them" are a share. */
const partialOf = (s: SentenceView, { phrase, rule }: Link): ClaimCore['partial'] => {
  if (rule === 'share') return 'part'
  if (rule.startsWith('roster') || phrase.partitive) return 'subset'
  const before = phrase.first - 1
  if (is(s.view, before, 'among')) return null
  if (!is(s.view, before, 'subset') && !(is(s.view, before, 'pronoun') && is(s.view, before - 1, 'subset'))) return null
  return is(s.view, before, 'roster') ? 'subset' : 'part'
}

const hasAlso = (s: SentenceView, first: number, last: number): boolean => {
  for (let i = first - 1; i < last; i++) if (is(s.view, i, 'also')) return true
  return false
}

/** "bringing the toll to 30", "it brought to 30 the number of dead" */
const isBrought = (s: SentenceView, first: number): boolean => {
  for (let at = first - 1; at >= Math.max(s.first, first - TOLD_BEFORE); at--) if (is(s.view, at, 'bring')) return true
  return false
}

/** Tokens that may stand between "bringing" and the toll ("the total number of members of the force"). */
const TOLD_BEFORE = 10

/** "two people were killed each in A and B", "in each of the villages": the number holds for every place. */
const isEach = (s: SentenceView, last: number): boolean => {
  const at = is(s.view, last, 'each') ? last : last + 1
  return is(s.view, at, 'each') && (s.view.tokens[at + 1]?.tag === 'ADP' || is(s.view, at + 1, 'of'))
}
