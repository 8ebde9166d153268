import type { Groups } from '../../../model/claim.ts'
import type { Bounds } from '../../../model/count.ts'
import { matchPhrase, type PhraseMatch } from '../words/phrase-book.ts'
import { is, personNoun, type View } from '../words/view.ts'
import { hedgedBounds, VAGUE_BOUNDS } from './bounds.ts'
import { complementEnd } from './complement.ts'
import type { NumberPhrase } from './number-phrase.ts'
import type { HedgeWord, NumberKind, NumberWord } from './number-words.ts'
import { type Numeral, readNumeral } from './numeral.ts'
import { type CountedNoun, countedNoun, readNoun } from './read-noun.ts'
import type { TriggerAt } from './trigger-at.ts'
import { isVetoed } from './vetoes.ts'

/** A number in words or digits, or a vague word, with its hedge and noun; null when none starts at the token. */
export const readCounted = (view: View, at: number, end: number, triggerAt: TriggerAt): NumberPhrase | null => {
  const hedged = matchPhrase(view.words.numbers.before, view.tokens, at, end)
  if (hedged === null) return readHedged(view, at, at, end, 'exact', triggerAt)
  // "brings up to seven the number of dead": the verb's own words, no bound
  if (is(view, at - 1, 'bring') && is(view, at + hedged.length - 1, 'to'))
    return readHedged(view, at + hedged.length, at + hedged.length, end, 'exact', triggerAt)
  // "a total of around 20"
  const from = at + hedged.length
  const second = matchPhrase(view.words.numbers.before, view.tokens, from, end)
  const twice =
    second === null
      ? null
      : readHedged(view, at, from + second.length, end, joined(hedged.value, second.value), triggerAt)
  return (
    twice ??
    readHedged(view, at, from, end, hedged.value, triggerAt) ??
    readHedged(view, at, at, end, 'exact', triggerAt)
  )
}

/** Of two hedges the bound, of two bounds the one next to the number ("perhaps more than 20", "a total of around 20"). */
const joined = (first: HedgeWord, second: HedgeWord): HedgeWord =>
  second === 'exact' || (second === 'about' && first !== 'exact') ? first : second

/** Reads a number at `from` under a hedge that starts at `first`. */
export const readHedged = (
  view: View,
  first: number,
  from: number,
  end: number,
  hedge: HedgeWord,
  triggerAt: TriggerAt,
): NumberPhrase | null => {
  const at = skipMore(view, from, end)
  const words = matchPhrase(view.words.numbers.phrases, view.tokens, at, end)
  const numeral = words === null ? readNumeral(view, at, end) : null
  if (words === null && numeral === null) return null
  if (words !== null && view.words.numbers.vetoes.before.has(view.tokens[at - 1]?.lower ?? '')) return null
  if (words?.value.kind === 'any' && !isDeniedBefore(view, at)) return null
  const numberEnd = numeral?.last ?? at + (words?.length ?? 0)
  if (words?.value.kind === 'vague-of' && !is(view, numberEnd, 'of') && !is(view, numberEnd, 'be')) return null
  const after = matchPhrase(view.words.numbers.after, view.tokens, numberEnd, end)
  const each = is(view, numberEnd, 'each')
  const nounAt = numberEnd + (after?.length ?? 0) + (each ? 1 : 0)
  if (isZero(words) && view.words.numbers.vetoes.degree.has(view.tokens[nounAt]?.lower ?? '')) return null
  // "the toll rises to 5 more dead told of": what it rises to is no number more
  const raised = is(view, first - 1, 'to') && is(view, first - 2, 'rise') && is(view, nounAt, 'more')
  const nounEnd = raised ? nounAt : end
  const counted =
    readPartitive(view, nounAt, nounEnd, triggerAt) ??
    readNoun(view, nounAt, nounEnd, triggerAt, isMany(words, numeral))
  if (numeral !== null && isVetoed(view, numeral, counted, triggerAt)) return null
  const last = Math.max(counted.last, nounAt)
  const eachAfter = is(view, last, 'each')
  if (counted.kind === 'bare' && isAgeLimit(view, first, hedge)) return null
  const late =
    after === null && hedge === 'exact' ? matchPhrase(view.words.numbers.after, view.tokens, last, end) : null
  const bounds = boundsOf(words, numeral, after?.value ?? late?.value ?? hedge)
  return {
    low: bounds.low,
    high: bounds.high,
    hedge: bounds.hedge,
    vague: isVague(words?.value.kind)
      ? view.text.content.slice(view.tokens[at]?.start, view.tokens[numberEnd - 1]?.end)
      : null,
    unit: counted.noun?.kind === 'family' ? 'family' : 'person',
    first,
    last: eachAfter ? last + 1 : last,
    end: complementEnd(view, eachAfter ? last + 1 : last, end),
    head: counted.head,
    noun: counted.noun,
    kind: counted.kind === 'bare' && isZero(words) && words?.value.alone !== true ? 'thing' : counted.kind,
    inner: counted.inner,
    partitive: counted.partitive,
    more: counted.more || at > from,
    each: each || eachAfter,
    from: words === null ? 'number' : isVague(words.value.kind) ? 'vague' : isZero(words) ? 'zero' : 'number',
    crowd: words?.value.crowd ?? false,
    groups: groupsOf(counted, bounds),
  }
}

/** "children under 12": a limit of age, not a number of people. */
const isAgeLimit = (view: View, first: number, hedge: HedgeWord): boolean =>
  (hedge === 'less_than' || hedge === 'more_than') && personNoun(view, first - 1) !== undefined

const isVague = (kind: NumberKind | undefined): boolean => kind === 'vague' || kind === 'vague-of'

const isMany = (words: PhraseMatch<NumberWord> | null, numeral: Numeral | null): boolean =>
  words !== null || (numeral !== null && numeral.high > 1)

const boundsOf = (words: PhraseMatch<NumberWord> | null, numeral: Numeral | null, hedge: HedgeWord) => {
  if (isVague(words?.value.kind)) return VAGUE_BOUNDS
  const low = words?.value.value ?? numeral?.low ?? 0
  return hedgedBounds(low, words?.value.value ?? numeral?.high ?? low, hedge)
}

/** The group that a noun of persons names, with the whole number. */
export const groupsOf = (counted: Pick<CountedNoun, 'noun'>, bounds: Bounds): Groups =>
  counted.noun?.group == null ? NO_GROUPS : { [counted.noun.group]: { low: bounds.low, high: bounds.high } }

const NO_GROUPS: Groups = {}

/** "another 12", "a further five". */
const skipMore = (view: View, at: number, end: number): number => {
  const k = is(view, at, 'article') && at + 1 < end ? at + 1 : at
  return is(view, k, 'more') ? k + 1 : at
}

/** "of them", "of the soldiers", "of civilians" after a number. */
export const readPartitive = (view: View, at: number, end: number, triggerAt: TriggerAt): CountedNoun | null => {
  if (!is(view, at, 'of') || at + 1 >= end) return null
  const definite = is(view, at + 1, 'definite') || is(view, at + 1, 'possessive')
  const harmed = definite ? triggerAt(at + 2) : undefined
  const numbered = definite ? readNumbered(view, at + 2, end, triggerAt) : null
  if (numbered !== null) return numbered
  // "five of the twelve killed were children": a share of a number that is told itself
  if (definite && readNumeral(view, at + 2, end) !== null) return null
  // "one million of Lomeq's four million people"
  const owned =
    view.tokens[at + 1]?.tag === 'PROPN' && is(view, at + 2, 'possessive')
      ? readNumbered(view, at + 3, end, triggerAt)
      : null
  if (owned !== null) return owned
  // "one of several rebels who had been wounded", "one of 12 people killed": the harm is told of them all
  if (!definite && isOfHarmed(view, at + 1, end, triggerAt)) return null
  const noun = readNoun(view, definite ? at + 2 : at + 1, end, triggerAt)
  if (harmed !== undefined && noun.kind === 'bare')
    return countedNoun('bare', null, null, harmed.last, harmed, false, true)
  if (noun.kind === 'bare' && (is(view, at + 1, 'pronoun') || is(view, at + 1, 'relative')))
    return countedNoun('bare', null, null, at + 2, null, false, true)
  return countedNoun(noun.kind, noun.head, noun.noun, noun.last, noun.inner, noun.more, definite)
}

/** "four of the 46 people": the larger number tells of whom, where no harm word is told of it itself ("four of the 46 killed"). */
const readNumbered = (view: View, at: number, end: number, triggerAt: TriggerAt): CountedNoun | null => {
  const whole = readNumeral(view, at, end)
  if (whole === null) return null
  const noun = readNoun(view, whole.last, end, triggerAt, true)
  if (noun.kind !== 'person' || noun.inner !== null || isToldOf(view, noun.last, triggerAt)) return null
  return countedNoun('person', noun.head, noun.noun, noun.last, null, false, true)
}

/** A number of people, and right behind it what was done to them. */
const isOfHarmed = (view: View, at: number, end: number, triggerAt: TriggerAt): boolean => {
  const vague = matchPhrase(view.words.numbers.phrases, view.tokens, at, end)
  const from = vague === null ? readNumeral(view, at, end)?.last : at + vague.length
  if (from === undefined) return false
  const noun = readNoun(view, from, end, triggerAt, true)
  return noun.kind === 'person' && noun.inner === null && isToldOf(view, noun.last, triggerAt)
}

/** "the twelve people killed", "the three reporters who have been abducted": harm told of the noun before it. */
const isToldOf = (view: View, at: number, triggerAt: TriggerAt): boolean => {
  if (isReduced(triggerAt(at))) return true
  if (!is(view, at, 'relative')) return false
  let k = at + 1
  while (is(view, k, 'be') || is(view, k, 'have') || is(view, k, 'get') || view.tokens[k]?.tag === 'ADV') k++
  return triggerAt(k) !== undefined
}

/** "the twelve people killed": a participle right after the noun, not "died". */
const isReduced = (trigger: ReturnType<TriggerAt>): boolean =>
  trigger?.readings.some(({ frame, form }) => frame.startsWith('object') && form !== 'base' && form !== 'third') ===
  true

const isZero = (words: PhraseMatch<NumberWord> | null): boolean =>
  words?.value.kind === 'zero' || words?.value.kind === 'any'

/** "denied that any civilians were killed", "did not kill any civilians": none, where it is said not to be. */
const isDeniedBefore = (view: View, at: number): boolean => {
  const sentence = view.tokens[at]?.sentence
  for (let i = at - 1; i >= at - DENIAL && view.tokens[i]?.sentence === sentence; i--)
    if (is(view, i, 'subordinator')) return false
    else if (is(view, i, 'negation') || (is(view, i, 'deny') && !isRefused(view, i))) return true
  return false
}

/** "to confirm or deny": nothing is denied. */
const isRefused = (view: View, at: number): boolean => is(view, at - 1, 'coordinator') && is(view, at - 3, 'to')

/** Tokens within which a denial stands before what it denies. */
const DENIAL = 8
