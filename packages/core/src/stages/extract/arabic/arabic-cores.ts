import type { Groups, Status } from '../../../model/claim.ts'
import type { Sentence } from '../../../text/read-text.ts'
import type { ClaimCore } from '../claim-core.ts'
import { type ArabicView, isArticle, isSmall } from './arabic-view.ts'
import type { Link } from './link.ts'
import { linkSentence } from './link-sentence.ts'

/** The numbers of people tied to a harm that an Arabic text tells, in its order. */
export const arabicCores = (view: ArabicView): readonly ClaimCore[] =>
  view.text.sentences.flatMap((sentence) => coresOf(view, sentence))

const coresOf = (view: ArabicView, sentence: Sentence): readonly ClaimCore[] => {
  const links = linkSentence(view, sentence.first, sentence.last)
  return links.map((link, i) => coreOf(view, link, links, i, sentence))
}

const coreOf = (view: ArabicView, link: Link, links: readonly Link[], index: number, sentence: Sentence): ClaimCore => {
  const { phrase, trigger } = link
  const first = withArticle(view, link.listed ? phrase.first : Math.min(phrase.first, trigger.first))
  const last = link.listed ? phrase.last : Math.max(phrase.last, trigger.last)
  return {
    start: view.tokens[first]?.start ?? 0,
    end: view.tokens[last - 1]?.end ?? 0,
    first,
    last,
    sentence: sentence.index,
    trigger: trigger.first,
    number: { first: phrase.from, last: phrase.last },
    metric: link.metric,
    count: {
      low: phrase.low,
      high: phrase.high,
      hedge: phrase.hedge,
      vague: phrase.vague,
      unit: phrase.unit,
      each: isEach(view, phrase.last),
    },
    status: statusOf(links, index),
    groups: { ...phrase.groups, ...link.groups },
    denied: link.denied,
    crowd: phrase.crowd,
    perfect: false,
    partial: link.partial,
    lost: false,
    custody: link.custody,
    more: phrase.more,
    also: hasAlso(view, first, last, sentence),
    rule: link.rule,
    confidence: Math.max(0.4, Math.min(0.95, 0.95 - 0.05 * link.cost)),
  }
}

/** A passage begins with the article of its first word. */
const withArticle = (view: ArabicView, first: number): number =>
  isArticle(view, first - 1) && view.tokens[first - 1]?.end === view.tokens[first]?.start ? first - 1 : first

/** "شخصان في كل من سرموق وواشيرة" */
const isEach = (view: ArabicView, last: number): boolean => {
  for (let at = last; at <= last + 2; at++) if (view.phrases.get(at)?.value === 'each') return true
  return false
}

const hasAlso = (view: ArabicView, first: number, last: number, sentence: Sentence): boolean => {
  for (let at = Math.max(sentence.first, first - 2); at <= Math.min(sentence.last - 1, last + 1); at++)
    if (isSmall(view, at, 'also')) return true
  return false
}

/** The status that words of the sentence give: the noun's own, a marker's, women's and children's share; for "others" the one counted before. */
const statusOf = (links: readonly Link[], index: number): Status => {
  const link = links[index]
  if (link === undefined) return 'unknown'
  const { phrase } = link
  if (link.status !== null) return link.status === 'mixed' || phrase.status === null ? link.status : phrase.status
  if (phrase.status !== null) return phrase.status
  if (isCivilianShare(phrase.low, link.groups)) return 'civilian'
  const before = links[index - 1]
  if ((phrase.more || phrase.kind === 'bare') && before !== undefined && before.partial === null)
    return statusOf(links, index - 1)
  return 'unknown'
}

const isCivilianShare = (low: number | null, groups: Groups): boolean => {
  if (groups.women !== undefined && groups.children !== undefined) return true
  const counted = Object.values(groups).reduce((sum, bounds) => sum + (bounds.low ?? 0), 0)
  return low !== null && low > 0 && counted * 2 >= low
}
