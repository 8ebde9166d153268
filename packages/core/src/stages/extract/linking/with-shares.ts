import type { Subgroup } from '../groups/subgroup.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is, personNoun } from '../words/view.ts'
import type { Link } from './link.ts'
import type { SentenceView } from './sentence-view.ts'

/**
 * A share of a number that is told by status, not by group, is a claim of its own: "22 people, six of them civilians",
 * "12 people, including two militants", "six civilians were among 22 people killed".
 */
export const withShares = (s: SentenceView, links: readonly Link[]): readonly Link[] => {
  const shares = [
    ...s.subgroups.flatMap((subgroup) => sharesOf(s, subgroup, links)),
    ...amongShares(s, links),
    ...invertedShares(s, links),
    ...includedShares(s, links),
    ...openingShares(s, links),
    ...bracketedShares(s, links),
  ]
  const fresh = shares.filter((share) => !links.some((link) => link.phrase.first === share.phrase.first))
  return fresh.length === 0 ? links : [...links, ...fresh].sort((a, b) => a.phrase.first - b.phrase.first)
}

const sharesOf = (s: SentenceView, subgroup: Subgroup, links: readonly Link[]): readonly Link[] => {
  const whole = links.findLast((link) => link.phrase.first < subgroup.first)
  if (isOfAnother(s, subgroup.first, links)) return []
  if (whole === undefined || subgroup.status === null || whole.phrase.noun?.status === subgroup.status) return []
  const partitive = s.phraseAt(subgroup.first)
  const counted =
    partitive?.partitive === true && Object.keys(subgroup.groups).length === 0
      ? [{ ...partitive, noun: { ...PEOPLE, status: subgroup.status } }]
      : []
  return [...counted, ...subgroup.others]
    .filter((phrase) => phrase.low !== null)
    .map((phrase) => shareOf(phrase, whole))
}

/** "the loss of 60, 300 survivors including three guards": who stands right before is not harmed, and no more is a share of those. */
const isOfAnother = (s: SentenceView, at: number, links: readonly Link[]): boolean =>
  s.phrases.some((phrase) => phrase.last === at && !links.some((link) => link.phrase === phrase)) ||
  isOfOtherHarm(s, at, links)

/** "two were killed, and the workers nearby injured, including a guard": the harm told last is the share's, and its number is not known. */
const isOfOtherHarm = (s: SentenceView, at: number, links: readonly Link[]): boolean => {
  const last = s.triggers.findLast(({ first }) => first < at)
  const whole = links.findLast(({ phrase }) => phrase.first < at)
  if (last === undefined || whole === undefined || last.first <= whole.trigger.first) return false
  return last.first > whole.phrase.first && !last.readings.some(({ metric }) => metric === whole.metric)
}

/** The noun of "six of them" where the words after it say who they were. */
const PEOPLE = { number: 'plural', kind: 'person', group: null } as const

/** "six civilians were among 22 people killed" */
const amongShares = (s: SentenceView, links: readonly Link[]): readonly Link[] =>
  links.flatMap((whole) => {
    const among = whole.phrase.first - 1
    if (!is(s.view, among, 'among')) return []
    const end = is(s.view, among - 1, 'be') ? among - 1 : among
    const share = s.phrases.find((phrase) => phrase.last === end)
    return share === undefined || share.kind !== 'person' || s.subgroupAt(share.first) !== undefined
      ? []
      : [shareOf(share, whole)]
  })

/** "among the 22 people killed were six civilians" */
const invertedShares = (s: SentenceView, links: readonly Link[]): readonly Link[] =>
  links.flatMap((whole) => {
    const before = whole.phrase.first - 1
    const among = is(s.view, before, 'definite') ? before - 1 : before
    if (!is(s.view, among, 'among')) return []
    const share = s.phrases.find(({ first, kind }) => first > whole.trigger.first && kind === 'person')
    if (share === undefined || !is(s.view, share.first - 1, 'be') || s.subgroupAt(share.first) !== undefined) return []
    return [shareOf(share, whole)]
  })

/** "of the 22 people killed, six were civilians": the whole opens the sentence. */
const openingShares = (s: SentenceView, links: readonly Link[]): readonly Link[] =>
  links.flatMap((whole) => {
    const before = whole.phrase.first - 1
    if (before !== s.first + 1 || !is(s.view, before, 'definite') || !is(s.view, s.first, 'of')) return []
    const share = s.phrases.find(({ first }) => first > whole.trigger.first)
    if (share?.kind !== 'bare' || !is(s.view, share.last, 'be')) return []
    const noun = personNoun(s.view, share.last + 1)
    const status = noun?.group == null ? (noun?.status ?? null) : null
    return status === null ? [] : [shareOf({ ...share, noun: { ...PEOPLE, status } }, whole)]
  })

/** "dozens were killed, including at least 29 people in one street" */
const includedShares = (s: SentenceView, links: readonly Link[]): readonly Link[] =>
  s.phrases.flatMap((phrase) => {
    if (phrase.kind !== 'person' || phrase.from !== 'number' || !is(s.view, phrase.first - 1, 'subset')) return []
    const whole = links.findLast((link) => link.phrase.first < phrase.first)
    if (isOfAnother(s, phrase.first - 1, links)) return []
    return whole === undefined || s.subgroupAt(phrase.first) !== undefined ? [] : [shareOf(phrase, whole)]
  })

/** "twelve people (five in Sarmuq) were killed" */
const bracketedShares = (s: SentenceView, links: readonly Link[]): readonly Link[] =>
  s.phrases.flatMap((phrase) => {
    if (phrase.kind !== 'bare' || phrase.low === null || !is(s.view, phrase.first - 1, 'open')) return []
    const whole = links.find((link) => link.phrase.last === phrase.first - 1)
    const placed = s.view.tokens[phrase.last]?.tag === 'ADP' && s.view.tokens[phrase.last + 1]?.tag === 'PROPN'
    return whole?.phrase.low == null || !placed || phrase.low >= whole.phrase.low ? [] : [shareOf(phrase, whole)]
  })

const shareOf = (phrase: NumberPhrase, whole: Link): Link => ({ ...whole, phrase, cost: 1.5, rule: 'share' })
