import type { Hedge } from '../../../model/count.ts'
import { type ArabicView, isAnd, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import { type Numeral, readNumeral } from './read-numeral.ts'

/** A number with its hedge; half-open token range, `from` where the number itself begins. */
export interface Amount {
  readonly first: number
  readonly from: number
  readonly last: number
  readonly low: number | null
  readonly high: number | null
  readonly hedge: Hedge
  readonly vague: string | null
  readonly crowd: boolean
}

const DASHES = new Set(['-', '\u2013', '\u2014'])
/** So many are a crowd. */
const CROWD = 200

/** The amount that begins at a token, or whose hedge does; null for none. */
export const readAmount = (view: ArabicView, at: number, end: number): Amount | null => {
  const range = readBetween(view, at, end)
  if (range !== null) return range
  const hedge = [...[view.hedges.get(at)].filter((one) => one?.value.side !== 'after')][0]
  if (hedge !== undefined) {
    const amount = readPlain(view, hedge.last, end)
    return amount === null ? null : { ...hedged(amount, hedge.value.hedge), first: at }
  }
  return readPlain(view, at, end)
}

const readPlain = (view: ArabicView, at: number, end: number): Amount | null => {
  const from = isArticle(view, at) && view.tokens[at + 1]?.tag === 'NUM' ? at + 1 : at
  const vague = readVague(view, from, end)
  if (vague !== null) return vague
  const numeral = readNumeral(view, from, end)
  if (numeral === null) return null
  return readSpan(view, at, numeral, end) ?? amountOf(at, numeral.last, numeral.value, numeral.value, 'exact')
}

const amountOf = (first: number, last: number, low: number | null, high: number | null, hedge: Hedge): Amount => ({
  first,
  from: first,
  last,
  low,
  high,
  hedge,
  vague: null,
  crowd: (low ?? high ?? 0) >= CROWD,
})

/** "بين 10 و12", "ما بين 10 إلى 12" */
const readBetween = (view: ArabicView, at: number, end: number): Amount | null => {
  if (!isSmall(view, at, 'between')) return null
  const low = readNumeral(view, at + 1, end)
  const link = low === null ? at : low.last
  if (low === null || !(isAnd(view, link) || isSmall(view, link, 'to'))) return null
  const high = readNumeral(view, link + 1, end)
  return high === null || high.value <= low.value ? null : amountOf(at, high.last, low.value, high.value, 'range')
}

/** "10-12", "10 إلى 12", "من 10 إلى 12", "عشرة أو اثنا عشر", "شخصين أو ثلاثة"; not "rose from 10 to 12". */
const readSpan = (view: ArabicView, at: number, low: Numeral, end: number): Amount | null => {
  const link = lowerAt(view, low.last)
  const isTo = isSmall(view, low.last, 'to')
  if (!DASHES.has(link) && !isTo && !isSmall(view, low.last, 'or')) return null
  if (isTo && rises(view, at)) return null
  const high = readNumeral(view, low.last + 1, end)
  if (high === null || high.value <= low.value) return null
  const first = isTo && isSmall(view, at - 1, 'of') ? at - 1 : at
  return amountOf(first, high.last, low.value, high.value, 'range')
}

/** Whether the sentence up to a token tells of a number that changes. */
const rises = (view: ArabicView, at: number): boolean => {
  const sentence = view.text.sentences[view.tokens[at]?.sentence ?? 0]
  for (let i = sentence?.first ?? at; i < at; i++) if (isSmall(view, i, 'rises', 'toll')) return true
  return false
}

const readVague = (view: ArabicView, at: number, end: number): Amount | null => {
  const from = isArticle(view, at) && view.numbers.get(at) === undefined ? at + 1 : at
  const found = view.numbers.get(from)
  if (found === undefined || found.last > end) return null
  if (found.value.kind !== 'vague' && found.value.kind !== 'multiples') return null
  const [a, b] = [view.tokens[at], view.tokens[found.last - 1]]
  const words = a === undefined || b === undefined ? '' : view.text.content.slice(a.start, b.end)
  return { ...amountOf(at, found.last, null, null, 'vague'), vague: words, crowd: found.value.value >= CROWD }
}

/** The bounds that a hedge in front gives. */
const hedged = (amount: Amount, hedge: string): Amount => {
  const { low, high } = amount
  if (amount.vague !== null || amount.hedge === 'range') return amount
  if (hedge === 'at_least') return { ...amount, high: null, hedge }
  if (hedge === 'more_than') return { ...amount, low: low === null ? null : low + 1, high: null, hedge }
  if (hedge === 'at_most') return { ...amount, low: 0, hedge }
  if (hedge === 'less_than') return { ...amount, low: 0, high: high === null ? null : high - 1, hedge: 'at_most' }
  if (hedge === 'almost') return { ...amount, low: null, hedge }
  return { ...amount, hedge: 'about' }
}
