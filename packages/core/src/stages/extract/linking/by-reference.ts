import type { Group, Status } from '../../../model/claim.ts'
import type { Sentence } from '../../../text/read-text.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { readCounted } from '../numbers/read-counted.ts'
import { is, personNoun, type View } from '../words/view.ts'

/** A sentence that speaks of the harm of the one before and has no harm word of its own has no more tokens than this. */
const LONGEST = 12

/**
 * Claims of a sentence without a harm word that go on with the one before: "Five of them were children", "Three nurses were,
 * too", "It later rose to 82", "Medics said 14". `last` is the last claim of that sentence.
 */
export const coresByReference = (view: View, sentence: Sentence, last: ClaimCore): readonly ClaimCore[] => {
  if (sentence.last - sentence.first > LONGEST || last.denied) return []
  const own =
    ofThem(view, sentence, last) ??
    too(view, sentence, last) ??
    newToll(view, sentence, last) ??
    otherCount(view, sentence, last)
  return own === null ? [] : [own]
}

/** "All of them were civilians": who those of the sentence before were; null when nothing is said. */
export const statusToldAfter = (view: View, sentence: Sentence): Status | null => {
  const { first } = sentence
  const those = is(view, first, 'all') && is(view, first + 1, 'of') && is(view, first + 2, 'pronoun') ? first + 3 : null
  if (those === null || !is(view, those, 'be') || !ends(view, those + 2, sentence)) return null
  return personNoun(view, those + 1)?.status ?? null
}

/** "Five of them were children." */
const ofThem = (view: View, sentence: Sentence, last: ClaimCore): ClaimCore | null => {
  const phrase = countedAt(view, sentence.first, sentence)
  if (phrase?.partitive !== true || phrase.kind !== 'bare' || !is(view, phrase.last - 1, 'pronoun')) return null
  if (!is(view, phrase.last, 'be') || !ends(view, phrase.last + 2, sentence)) return null
  const noun = personNoun(view, phrase.last + 1)
  if (noun === undefined) return null
  return { ...coreOf(view, sentence, phrase, last, phrase.last + 2, noun), partial: 'subset' }
}

/** "Three nurses were, too." */
const too = (view: View, sentence: Sentence, last: ClaimCore): ClaimCore | null => {
  const phrase = countedAt(view, sentence.first, sentence)
  if (phrase?.kind !== 'person' || !is(view, phrase.last, 'be')) return null
  const at = is(view, phrase.last + 1, 'comma') ? phrase.last + 2 : phrase.last + 1
  if (!is(view, at, 'also') || !ends(view, at + 1, sentence)) return null
  return { ...coreOf(view, sentence, phrase, last, phrase.last, phrase.noun), also: true }
}

/** "It later rose to 82.", "The number was then raised to 82 on Sunday.": the toll of the sentence before, anew. */
const newToll = (view: View, sentence: Sentence, last: ClaimCore): ClaimCore | null => {
  const { first } = sentence
  const named = is(view, first, 'definite') && is(view, first + 1, 'tally') && !is(view, first + 2, 'of')
  const meant = view.tokens[first]?.tag === 'PRON' && last.rule.startsWith('toll')
  if (!named && !meant) return null
  let at = named ? first + 2 : first + 1
  while (!is(view, at, 'rise') && (is(view, at, 'be') || is(view, at, 'have') || view.tokens[at]?.tag === 'ADV')) at++
  if (!is(view, at, 'rise')) return null
  const phrase = countedAt(view, is(view, at + 1, 'to') ? at + 2 : at + 1, sentence)
  if (phrase?.kind !== 'bare' || phrase.partitive) return null
  const next = view.tokens[phrase.last]?.tag
  const told = ends(view, phrase.last, sentence) || next === 'ADP' || next === 'PUNCT'
  return told ? coreOf(view, sentence, phrase, last, phrase.last, phrase.noun) : null
}

/** "Medics said 14.": another count of the same, by somebody else. */
const otherCount = (view: View, sentence: Sentence, last: ClaimCore): ClaimCore | null => {
  for (let at = sentence.first + 1; at < sentence.last; at++) {
    if (!is(view, at - 1, 'say')) continue
    const phrase = countedAt(view, at, sentence)
    const isCount = phrase?.kind === 'bare' && phrase.from === 'number' && !phrase.partitive
    return isCount && ends(view, phrase.last, sentence)
      ? coreOf(view, sentence, phrase, last, phrase.last, phrase.noun)
      : null
  }
  return null
}

/** "Rebels put the number at 12" goes on with the harm of the sentence before; alone it may count anything. */
export const isReferring = (view: View, core: ClaimCore): boolean =>
  core.rule === 'toll' && is(view, core.trigger, 'put') && !isTold(view, core)

/** "put the number of dead at 12": what is counted is told. */
const isTold = (view: View, core: ClaimCore): boolean => is(view, core.number.first - 2, 'of')

const countedAt = (view: View, at: number, sentence: Sentence): NumberPhrase | null =>
  readCounted(view, at, sentence.last, () => undefined)

/** Whether a sentence ends at a token, its full stop apart. */
const ends = (view: View, at: number, sentence: Sentence): boolean =>
  at === sentence.last || (at === sentence.last - 1 && view.tokens[at]?.tag === 'PUNCT')

interface Who {
  readonly group: Group | null
  readonly status: Status | null
}

const coreOf = (
  view: View,
  sentence: Sentence,
  phrase: NumberPhrase,
  last: ClaimCore,
  end: number,
  who: Who | null,
): ClaimCore => ({
  ...last,
  start: view.tokens[phrase.first]?.start ?? 0,
  end: view.tokens[end - 1]?.end ?? 0,
  first: phrase.first,
  last: end,
  sentence: sentence.index,
  trigger: phrase.first,
  number: { first: phrase.first, last: phrase.last },
  count: {
    low: phrase.low,
    high: phrase.high,
    hedge: phrase.hedge,
    vague: phrase.vague,
    unit: phrase.unit,
    each: phrase.each,
  },
  status: who?.status ?? (phrase.kind === 'bare' ? last.status : 'unknown'),
  groups: who?.group == null ? {} : { [who.group]: { low: phrase.low, high: phrase.high } },
  crowd: phrase.crowd,
  more: phrase.more,
  also: false,
  sums: false,
  partial: null,
  rule: 'reference',
  confidence: 0.7,
})
