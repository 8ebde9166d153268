import type { Bounds, Hedge } from '../../../model/count.ts'
import type { Trigger } from '../harm/find-triggers.ts'
import { matchPhrase } from '../words/phrase-book.ts'
import { is, type View } from '../words/view.ts'
import type { NumberPhrase } from './number-phrase.ts'
import type { HedgeWord } from './number-words.ts'
import { readNumeral } from './numeral.ts'
import { type CountedNoun, readNoun } from './read-noun.ts'
import { isVetoed } from './vetoes.ts'

type TriggerAt = (token: number) => Trigger | undefined

/** The number phrases of a token range, in order; none overlaps another. */
export const readNumberPhrases = (
  view: View,
  first: number,
  last: number,
  triggerAt: TriggerAt,
): readonly NumberPhrase[] => {
  const found: NumberPhrase[] = []
  for (let i = first; i < last; ) {
    const phrase = readAt(view, i, last, triggerAt)
    if (phrase !== null) found.push(phrase)
    i = phrase === null ? i + 1 : Math.max(i + 1, phrase.last)
  }
  return found
}

const readAt = (view: View, at: number, end: number, triggerAt: TriggerAt): NumberPhrase | null => {
  const hedged = matchPhrase(view.words.numbers.before, view.tokens, at, end)
  if (hedged !== null) {
    const phrase = readCounted(view, at, at + hedged.length, end, hedged.value, triggerAt)
    if (phrase !== null) return phrase
  }
  return readCounted(view, at, at, end, 'exact', triggerAt) ?? readSingular(view, at, end, triggerAt)
}

/** A number in words or digits, or a vague word, with its noun. */
const readCounted = (
  view: View,
  first: number,
  from: number,
  end: number,
  hedge: HedgeWord,
  triggerAt: TriggerAt,
): NumberPhrase | null => {
  const at = skipMore(view, from, end)
  const phrase = matchPhrase(view.words.numbers.phrases, view.tokens, at, end)
  const numeral = phrase === null ? readNumeral(view, at, end) : null
  if (phrase === null && numeral === null) return null
  const numberEnd = phrase === null ? (numeral?.last ?? at) : at + phrase.length
  const after = matchPhrase(view.words.numbers.after, view.tokens, numberEnd, end)
  const nounAt = numberEnd + (after?.length ?? 0)
  const counted = readPartitive(view, nounAt, end, triggerAt) ?? {
    ...readNoun(view, nounAt, end, triggerAt),
    partitive: false,
  }
  if (numeral !== null && isVetoed(view, numeral, counted)) return null
  const bounds =
    phrase?.value.kind === 'vague'
      ? VAGUE
      : bound(
          phrase?.value.value ?? numeral?.low ?? 0,
          phrase?.value.value ?? numeral?.high ?? 0,
          after?.value ?? hedge,
        )
  return {
    ...bounds,
    vague:
      phrase?.value.kind === 'vague'
        ? view.text.content.slice(view.tokens[at]?.start, view.tokens[numberEnd - 1]?.end)
        : null,
    unit: counted.noun?.kind === 'family' ? 'family' : 'person',
    first,
    last: Math.max(counted.last, nounAt),
    end: complementEnd(view, Math.max(counted.last, nounAt), end),
    head: counted.head,
    noun: counted.noun,
    kind: counted.kind,
    inner: counted.inner,
    partitive: counted.partitive,
    more: counted.more || at > from,
    from: phrase?.value.kind === 'vague' ? 'vague' : phrase?.value.kind === 'zero' ? 'zero' : 'number',
  }
}

/** "another 12", "a further five". */
const skipMore = (view: View, at: number, end: number): number => {
  const k = is(view, at, 'article') && at + 1 < end ? at + 1 : at
  return is(view, k, 'more') ? k + 1 : at
}

/** "of them", "of the soldiers", "of civilians" after a number. */
const readPartitive = (
  view: View,
  at: number,
  end: number,
  triggerAt: TriggerAt,
): (CountedNoun & { readonly partitive: boolean }) | null => {
  if (!is(view, at, 'of') || at + 1 >= end) return null
  if (is(view, at + 1, 'pronoun') || is(view, at + 1, 'relative'))
    return { kind: 'bare', head: null, noun: null, last: at + 2, inner: null, more: false, partitive: true }
  const definite = is(view, at + 1, 'definite') || is(view, at + 1, 'possessive')
  return { ...readNoun(view, definite ? at + 2 : at + 1, end, triggerAt), partitive: definite }
}

/** "a man", "another child", "his mother": one. */
const readSingular = (view: View, at: number, end: number, triggerAt: TriggerAt): NumberPhrase | null => {
  const kin = is(view, at, 'possessive')
  const another = is(view, at, 'one-more')
  if (!kin && !another && !is(view, at, 'article')) return null
  const noun = readNoun(view, at + 1, end, triggerAt)
  const family = noun.noun?.kind === 'family' ? readFamilySize(view, at, noun, end, triggerAt) : null
  if (family !== null) return family
  const bareAnother = another && noun.kind === 'bare'
  if (!bareAnother && (noun.kind !== 'person' || noun.noun?.number !== 'singular')) return null
  if (kin && noun.noun?.kind !== 'kin') return null
  const last = Math.max(noun.last, at + 1)
  return {
    ...bound(1, 1, 'exact'),
    vague: null,
    unit: noun.noun?.kind === 'family' ? 'family' : 'person',
    first: at,
    last,
    end: complementEnd(view, last, end),
    head: noun.head,
    noun: noun.noun,
    kind: bareAnother ? 'bare' : 'person',
    inner: noun.inner,
    partitive: false,
    more: another || noun.more,
    from: kin ? 'kin' : 'singular',
  }
}

/** "a family of eight", "an entire family of six displaced people": so many persons. */
const readFamilySize = (
  view: View,
  first: number,
  family: CountedNoun,
  end: number,
  triggerAt: TriggerAt,
): NumberPhrase | null => {
  if (!is(view, family.last, 'of')) return null
  const size = readCounted(view, first, family.last + 1, end, 'exact', triggerAt)
  return size === null
    ? null
    : {
        ...size,
        kind: 'person',
        unit: 'person',
        noun: size.noun ?? { number: 'plural', kind: 'person', status: 'civilian', group: null },
      }
}

const VAGUE: Bounds & { readonly hedge: Hedge } = { low: null, high: null, hedge: 'vague' }

const bound = (low: number, high: number, hedge: HedgeWord): Bounds & { readonly hedge: Hedge } => {
  switch (hedge) {
    case 'at_least':
      return { low, high: null, hedge }
    case 'more_than':
      return { low: low + 1, high: null, hedge }
    case 'at_most':
      return { low: 0, high, hedge }
    case 'less_than':
      return { low: 0, high: Math.max(0, high - 1), hedge: 'at_most' }
    case 'almost':
      return { low: null, high, hedge }
    case 'vague':
    case 'exact':
    case 'about':
    case 'range':
      return { low, high, hedge: low === high ? hedge : 'range' }
  }
}

/** The end of what a noun takes along: "of the National Defence Forces", "from one family". */
const complementEnd = (view: View, at: number, end: number): number => {
  if (!is(view, at, 'of') && !is(view, at, 'from')) return at
  let k = at + 1
  while (k < end && k - at < 12) {
    const tag = view.tokens[k]?.tag
    if (
      tag !== 'NOUN' &&
      tag !== 'PROPN' &&
      tag !== 'ADJ' &&
      tag !== 'DET' &&
      tag !== 'NUM' &&
      !(tag === 'PUNCT' && !is(view, k, 'comma'))
    )
      break
    k++
  }
  return k
}
