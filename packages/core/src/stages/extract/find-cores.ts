import type { Sentence } from '../../text/read-text.ts'
import type { ClaimCore } from './claim-core.ts'
import { groupsOfPhrase } from './groups/groups-of-phrase.ts'
import { subgroupsOf } from './groups/subgroups-of.ts'
import type { Link } from './linking/link.ts'
import { linkSentence } from './linking/link-sentence.ts'
import { type SentenceView, sentenceView } from './linking/sentence-view.ts'
import { isPerfect } from './scope/tense.ts'
import { statusOfLink } from './status/status-of-link.ts'
import { is, type View } from './words/view.ts'

/** The numbers of people tied to a harm that a text tells, in the order of the text. */
export const findCores = (view: View): readonly ClaimCore[] =>
  view.text.sentences.flatMap((sentence) => coresOf(view, sentence))

const coresOf = (view: View, sentence: Sentence): readonly ClaimCore[] => {
  const s = sentenceView(view, sentence)
  if (s === null) return []
  const links = linkSentence(s)
  return links.map((link) => coreOf(s, link, links))
}

const coreOf = (s: SentenceView, link: Link, links: readonly Link[]): ClaimCore => {
  const { phrase, trigger } = link
  const { view } = s
  const listed = link.rule.endsWith('-list')
  const first = listed ? phrase.first : Math.min(phrase.first, trigger.first)
  const last = listed ? phrase.last : Math.max(phrase.last, trigger.last)
  const subgroups = subgroupsOf(s, link, links)
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
      low: phrase.low,
      high: phrase.high,
      hedge: phrase.hedge,
      vague: phrase.vague,
      unit: phrase.unit,
      each: phrase.each || isEach(s, last),
    },
    status: statusOfLink(view, link, links, subgroups),
    groups: groupsOfPhrase(view, phrase, subgroups),
    denied: phrase.from === 'zero',
    crowd: phrase.crowd,
    perfect: isPerfect(view, trigger.first, s.first),
    partial: partialOf(s, link),
    lost: link.reading.frame === 'lose',
    custody: link.reading.frame === 'custody',
    more: phrase.more,
    also: hasAlso(s, first, last),
    sums: link.rule === 'toll' && isBrought(s, first),
    rule: link.rule,
    confidence: confidenceOf(link),
  }
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
