import type { Status } from '../../model/claim.ts'
import type { ClaimCore } from './claim-core.ts'
import { type Link, linkSentence } from './linking/link-sentence.ts'
import { sentenceView } from './linking/sentence-view.ts'
import type { View } from './words/view.ts'

/** The numbers of people tied to a harm that a text tells, in the order of the text. */
export const findCores = (view: View): readonly ClaimCore[] => {
  return view.text.sentences.flatMap((sentence) => {
    const seen = sentenceView(view, sentence)
    return seen === null ? [] : linkSentence(seen).map((link) => coreOf(view, sentence.index, link))
  })
}

const coreOf = (view: View, sentence: number, link: Link): ClaimCore => {
  const { phrase, trigger } = link
  const listed = link.rule.endsWith('-list')
  const first = listed ? phrase.first : Math.min(phrase.first, trigger.first)
  const last = listed ? phrase.last : Math.max(phrase.last, trigger.last)
  const status: Status = phrase.noun?.status ?? 'unknown'
  return {
    start: view.tokens[first]?.start ?? 0,
    end: view.tokens[last - 1]?.end ?? 0,
    first,
    last,
    sentence,
    trigger: trigger.first,
    number: { first: phrase.first, last: phrase.last },
    metric: link.metric,
    count: {
      low: phrase.low,
      high: phrase.high,
      hedge: phrase.hedge,
      vague: phrase.vague,
      unit: phrase.unit,
      each: false,
    },
    status,
    groups: {},
    denied: phrase.from === 'zero',
    listOf: null,
    rule: link.rule,
    confidence: confidenceOf(link),
  }
}

/** The dearer the tie between number and harm word, the less sure. */
const confidenceOf = (link: Link): number => Math.max(0.4, Math.min(0.98, 0.98 - 0.07 * link.cost))
