import type { PersonNoun } from '../words/people.ts'
import { is, isOfGrammar, touchesNext, type View } from '../words/view.ts'
import { hedgedBounds } from './bounds.ts'
import { complementEnd } from './complement.ts'
import type { NumberPhrase } from './number-phrase.ts'
import { readNumeral } from './numeral.ts'
import { groupsOf, readHedged, readPartitive } from './read-counted.ts'
import { type CountedNoun, readNoun } from './read-noun.ts'
import type { TriggerAt } from './trigger-at.ts'

/** "a man", "another child", "his mother", and in headlines "child" alone: one. */
export const readSingular = (
  view: View,
  at: number,
  first: number,
  end: number,
  triggerAt: TriggerAt,
): NumberPhrase | null => {
  if (!isOfGrammar(view, at)) return readBareSingular(view, at, first, end, triggerAt)
  const kin = is(view, at, 'possessive')
  const another = is(view, at, 'one-more')
  const article = is(view, at, 'article') || is(view, at, 'definite')
  if (is(view, at, 'definite') && !isNearTrigger(at, triggerAt)) return null
  if (!kin && !another && !article) return readBareSingular(view, at, first, end, triggerAt)
  const ranked = is(view, at, 'definite') ? readRanked(view, at, end, triggerAt) : null
  if (ranked !== null) return ranked
  const other = article ? readOrdinal(view, at, triggerAt) : null
  if (other !== null) return phraseOf(view, at, other, end, 'singular')
  const sized = article ? readSized(view, at, end, triggerAt) : null
  if (sized !== null) return sized
  // "a third soldier"
  const start = skipAge(view, is(view, at, 'article') && is(view, at + 1, 'ordinal') ? at + 2 : at + 1)
  const noun = readNoun(view, start, end, triggerAt)
  const holds = noun.noun?.kind === 'group' || (noun.noun?.kind === 'family' && !is(view, at, 'definite'))
  const family = holds ? readFamilySize(view, at, noun, end, triggerAt) : null
  if (family !== null) return family
  if (noun.noun?.kind === 'group') return null
  // "another body was found"
  if (another && noun.kind === 'counted' && noun.inner?.readings[0]?.frame === 'bodies')
    return phraseOf(view, at, { ...noun, more: true }, end, 'singular')
  if (another && noun.kind === 'bare') return phraseOf(view, at, { ...noun, last: at + 1, more: true }, end, 'singular')
  if (noun.kind !== 'person' || noun.noun?.number !== 'singular') return null
  if (
    kin &&
    noun.noun.kind !== 'kin' &&
    noun.noun.group !== 'children' &&
    !(noun.noun.kind === 'person' && isRetainer(view, at, triggerAt))
  )
    return null
  const from = kin ? 'kin' : is(view, at, 'definite') ? 'definite' : 'singular'
  return phraseOf(view, at, { ...noun, last: skipOfNumber(view, noun.last), more: noun.more || another }, end, from)
}

/** "kidnapped his assistant", "the governor and his driver": who is told by whom he belongs to, right after a harm word or another person. */
const isRetainer = (view: View, at: number, triggerAt: TriggerAt): boolean =>
  triggerAt(at - 1) !== undefined || is(view, at - 1, 'coordinator') || is(view, at - 1, 'comma')

/** "the second of the two soldiers": one of those. */
const readRanked = (view: View, at: number, end: number, triggerAt: TriggerAt): NumberPhrase | null => {
  if (!is(view, at + 1, 'ordinal')) return null
  const those = readPartitive(view, at + 2, end, triggerAt)
  return those?.kind === 'person' && those.partitive ? phraseOf(view, at, those, end, 'singular') : null
}

/** "two were killed and a third was wounded", "a second wounded": one more; "a third were hurt" is a share. */
const readOrdinal = (view: View, at: number, triggerAt: TriggerAt): CountedNoun | null => {
  if (!is(view, at, 'article') || !is(view, at + 1, 'ordinal')) return null
  const verb = is(view, at + 2, 'be') || is(view, at + 2, 'have') ? at + 3 : at + 2
  const harmed = triggerAt(verb)?.readings.some(({ form }) => form === 'past' || form === 'participle')
  if (is(view, at + 2, 'plural-be') || harmed !== true) return null
  if (verb === at + 2 && is(view, at + 1, 'fraction')) return null
  return { kind: 'bare', head: null, noun: null, last: at + 2, inner: null, more: true, partitive: false }
}

/** "the commander" counts only right beside its harm word. */
const isNearTrigger = (at: number, triggerAt: TriggerAt): boolean => {
  for (let k = at - 1; k < at + 10; k++) if (triggerAt(k) !== undefined) return true
  return false
}

/** "a boy of 12", "a mother of three": an age or children, no count. */
const skipOfNumber = (view: View, at: number): number =>
  is(view, at, 'of') && view.tokens[at + 1]?.tag === 'NUM' && view.tokens[at + 2]?.tag !== 'NOUN' ? at + 2 : at

const phraseOf = (
  view: View,
  first: number,
  noun: CountedNoun,
  end: number,
  from: NumberPhrase['from'],
): NumberPhrase => {
  const bounds = hedgedBounds(1, 1, 'exact')
  return {
    ...bounds,
    vague: null,
    unit: noun.noun?.kind === 'family' ? 'family' : 'person',
    first,
    last: noun.last,
    end: complementEnd(view, noun.last, end),
    head: noun.head,
    noun: noun.noun,
    kind: noun.kind,
    inner: noun.inner,
    partitive: false,
    more: noun.more,
    each: false,
    from,
    crowd: false,
    groups: groupsOf(noun, bounds),
  }
}

/** "a 10-year-old girl", "a 10 year old girl": skips what is glued together by hyphens to a number, or its unit and adjective. */
const skipAge = (view: View, at: number): number => {
  if (view.tokens[at]?.tag !== 'NUM') return at
  let k = at + 1
  if (view.words.numbers.vetoes.after.has(view.tokens[k]?.lower ?? '')) k++
  while (view.tokens[k]?.tag === 'PUNCT' && view.tokens[k]?.start === view.tokens[k - 1]?.end) k += 2
  if (k === at + 2 && view.tokens[k]?.tag === 'ADJ') k++
  return k === at + 1 ? at : k
}

/** Headlines drop the article: "Child killed", "Army kills soldier". Only beside a harm word, and at the head of its clause. */
const readBareSingular = (
  view: View,
  at: number,
  first: number,
  end: number,
  triggerAt: TriggerAt,
): NumberPhrase | null => {
  const before = view.tokens[at - 1]?.tag
  const opens =
    first <= at &&
    (at === first || before === 'NUM' || before === 'PUNCT' || before === 'CCONJ' || is(view, at - 1, 'left'))
  const harm = triggerAt(at - 1)
  if (!opens && harm === undefined) return null
  const follows = harm?.readings.some(
    (r) => r.frame === 'object' && (r.form === 'third' || (r.form === 'base' && before === 'VERB')),
  )
  if (
    (!opens && follows !== true) ||
    triggerAt(at) !== undefined ||
    !(follows === true || isNearTrigger(at + 1, triggerAt))
  )
    return null
  const noun = readNoun(view, at, end, triggerAt)
  if (noun.kind !== 'person' || noun.noun?.number !== 'singular' || noun.inner !== null) return null
  // "eliminate extremist, criminal and militia groups": one of several words for what follows
  if (follows === true && is(view, noun.last, 'comma') && view.tokens[noun.last + 1]?.tag === 'ADJ') return null
  const next = triggerAt(noun.last)
  // "Shelling leaves child dead"
  const found = (frame: string, form: string) =>
    (frame === 'object' && form === 'past') || (frame === 'state' && is(view, at - 1, 'left'))
  if (follows !== true && !next?.readings.some((r) => found(r.frame, r.form))) return null
  return phraseOf(view, at, noun, end, 'singular')
}

/** A further singular of a list that its article serves too: "a man, woman and child", "his father and younger brother". */
export const readListedSingular = (view: View, at: number, end: number, triggerAt: TriggerAt): NumberPhrase | null => {
  const noun = readNoun(view, at, end, triggerAt)
  if (noun.kind !== 'person' || noun.noun?.number !== 'singular' || noun.inner !== null) return null
  return noun.noun.kind === 'kin' || noun.noun.group !== null ? phraseOf(view, at, noun, end, 'singular') : null
}

/** "a five-member family", "a 12-man patrol": so many persons. */
const readSized = (view: View, at: number, end: number, triggerAt: TriggerAt): NumberPhrase | null => {
  if (!is(view, at + 3, 'sized') || !touchesNext(view, at + 1) || !touchesNext(view, at + 2)) return null
  const size = readNumeral(view, at + 1, at + 2)
  const group = readNoun(view, at + 4, end, triggerAt)
  if (size === null || group.head === null || group.inner !== null) return null
  const status = group.noun?.kind === 'family' ? 'civilian' : (group.noun?.status ?? null)
  const noun = { number: 'plural', kind: 'person', status, group: null } as const
  const one = phraseOf(view, at, { ...group, kind: 'person', noun }, end, 'singular')
  return { ...one, ...hedgedBounds(size.low, size.high, 'exact'), from: 'number', unit: 'person', groups: {} }
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
  const size = readHedged(view, first, family.last + 1, end, 'exact', triggerAt)
  if (size === null || size.from !== 'number') return null
  if (family.noun?.kind === 'group')
    return size.kind === 'person' ? size : { ...size, kind: 'person', noun: members(family) }
  const noun = { number: 'plural', kind: 'person', status: 'civilian', group: null } as const
  return { ...size, kind: 'person', unit: 'person', noun, inner: null }
}

/** Those of whom a group is made up. */
const members = ({ noun }: CountedNoun): PersonNoun => ({
  number: 'plural',
  kind: 'person',
  status: noun?.status ?? null,
  group: null,
})
