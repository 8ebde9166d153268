import type { Group, Groups, Status } from '../../../model/claim.ts'
import type { Bounds } from '../../../model/count.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { matchPhrase } from '../words/phrase-book.ts'
import { is, isOfGrammar, personNoun, type View } from '../words/view.ts'
import { groupsOfPhrase } from './groups-of-phrase.ts'
import type { Subgroup } from './subgroup.ts'

type PhraseAt = (token: number) => NumberPhrase | undefined

/** The subgroups of a token range: "including …", "among them …", "six of whom were …", "mostly …". */
export const findSubgroups = (view: View, first: number, last: number, phraseAt: PhraseAt): readonly Subgroup[] => {
  const found: Subgroup[] = []
  for (let i = first; i < last; i++) {
    // Every subgroup begins with a number or with a word of the grammar.
    if (!isOfGrammar(view, i) && phraseAt(i) === undefined) continue
    const postposed = readPostposed(view, i, phraseAt)
    if (postposed !== null) {
      found.push(postposed)
      i = postposed.last - 1
      continue
    }
    const leading = readLeading(view, i, last, phraseAt) ?? readShare(view, i, phraseAt)
    if (leading !== null) {
      found.push(leading)
      i = leading.last - 1
      continue
    }
    const start = listStart(view, i, last, phraseAt)
    const subgroup = start === null ? null : readMembers(view, i, start, last, phraseAt)
    if (subgroup === null) continue
    found.push(subgroup)
    i = subgroup.last - 1
  }
  return found
}

/**
 * "three civilians, two women and one child": a second number right after a comma that says who the first were. It must
 * name groups and come to the same number.
 */
export const findAppositions = (view: View, phrases: readonly NumberPhrase[]): readonly Subgroup[] =>
  phrases.flatMap((phrase, i) => {
    const before = phrases[i - 1]
    if (before === undefined || phrase.low !== before.low) return []
    const grouped = Object.keys(phrase.groups).length > 0
    const told = !grouped && phrase.kind === 'person' && phrase.noun?.status != null && before.noun?.status == null
    if (!grouped && !told) return []
    const comma = phrase.first - 1
    if (view.tokens[comma]?.tag !== 'PUNCT') return []
    if (is(view, comma, 'comma') && before.last !== comma && before.end !== comma) return []
    // "the two victims, both farmers, were killed": a comma closes what is set beside; "killed 12, injured 12" are two
    if (told && (before.kind !== 'person' || !is(view, phrase.last, 'comma'))) return []
    const status = told ? (phrase.noun?.status ?? null) : null
    return [{ first: comma, last: phrase.last, groups: phrase.groups, others: [], partial: false, status }]
  })

/** "five children among them", "with five children among the dead". */
const readPostposed = (view: View, at: number, phraseAt: PhraseAt): Subgroup | null => {
  const phrase = phraseAt(at)
  if (phrase === undefined || phrase.first !== at || !is(view, phrase.last, 'among')) return null
  const groups = namedGroups(view, phrase)
  const last = phrase.last + 2
  const named = is(view, phrase.last + 1, 'pronoun') || is(view, phrase.last + 1, 'definite')
  if (!named || Object.keys(groups).length === 0) return null
  return { first: at, last, groups, others: [], partial: false, status: phrase.noun?.status ?? null }
}

/** "two children among 14 dead", "six women were among the 22 killed": a group told before its number. */
const readLeading = (view: View, at: number, end: number, phraseAt: PhraseAt): Subgroup | null => {
  const phrase = phraseAt(at)
  if (phrase === undefined || phrase.first !== at || phrase.kind !== 'person' || phrase.inner !== null) return null
  const among = is(view, phrase.last, 'be') ? phrase.last + 1 : phrase.last
  if (!is(view, among, 'among')) return null
  const last = is(view, among + 1, 'definite') ? among + 2 : among + 1
  const groups = namedGroups(view, phrase)
  const whole = last < end ? phraseAt(last) : undefined
  if (whole === undefined || whole.first !== last || Object.keys(groups).length === 0) return null
  return { first: at, last, groups, others: [], partial: false, status: phrase.noun?.status ?? null }
}

/** "half of the 40 dead were children", "five of the twelve people killed were children": a share told before its number. */
const readShare = (view: View, at: number, phraseAt: PhraseAt): Subgroup | null => {
  const part = phraseAt(at)
  const counted = part !== undefined && part.first === at && part.kind === 'bare' && !part.partitive
  if (!counted && !is(view, at, 'fraction')) return null
  const of = counted ? part.last : at + 1
  if (!is(view, of, 'of') || !is(view, of + 1, 'definite')) return null
  const whole = phraseAt(of + 2)
  if (whole === undefined || whole.first !== of + 2) return null
  const be = [whole.last, whole.last + 1].find((i) => is(view, i, 'be'))
  const noun = be === undefined ? undefined : personNoun(view, be + 1)
  if (noun?.group == null) return null
  const share = counted ? { low: part.low, high: part.high } : UNCOUNTED
  return {
    first: at,
    last: whole.first,
    groups: { [noun.group]: share },
    others: [],
    partial: false,
    status: noun.status,
  }
}

/** The groups that a phrase's noun or the words around it name. */
const namedGroups = (view: View, phrase: NumberPhrase): Groups => groupsOfPhrase(view, phrase, [])

/** Where the members begin after a marker at `at`; null when there is no marker. */
const listStart = (view: View, at: number, end: number, phraseAt: PhraseAt): number | null => {
  const phrase = phraseAt(at)
  const whose = ofWhom(view, at, phraseAt)
  if (whose !== null) return is(view, whose.last, 'be') ? whose.last + 1 : whose.last
  if (phrase !== undefined && phrase.first === at && phrase.partitive && phrase.kind === 'bare') {
    const be = is(view, phrase.last, 'be') ? phrase.last + 1 : phrase.last
    return be < end ? be : null
  }
  const some = is(view, at, 'partial') && is(view, at + 1, 'of')
  if (some && !is(view, at + 2, 'pronoun') && !is(view, at + 2, 'relative')) return null
  if (!some && !is(view, at, 'subset')) return null
  let k = at + 1
  if (is(view, k, 'among')) k++
  while (
    k < end &&
    (is(view, k, 'pronoun') || is(view, k, 'relative') || is(view, k, 'be') || is(view, k, 'of') || isQuote(view, k))
  )
    k++
  return k
}

/** A mark of what somebody else said in these words. */
const isQuote = (view: View, at: number): boolean => /^["“”„'‘’]$/.test(view.tokens[at]?.text ?? '')

/** "of whom twelve": the number that stands behind the relative pronoun. */
const ofWhom = (view: View, at: number, phraseAt: PhraseAt): NumberPhrase | null => {
  if (!is(view, at, 'of') || !is(view, at + 1, 'relative')) return null
  const phrase = phraseAt(at + 2)
  return phrase !== undefined && phrase.first === at + 2 && phrase.kind === 'bare' ? phrase : null
}

const readMembers = (view: View, marker: number, start: number, end: number, phraseAt: PhraseAt): Subgroup | null => {
  const partitive = phraseAt(marker)
  const part =
    ofWhom(view, marker, phraseAt) ?? (partitive?.partitive === true && partitive.first === marker ? partitive : null)
  const share: Bounds | null = part === null ? null : { low: part.low, high: part.high }
  const groups: Partial<Record<Group, Bounds>> = {}
  const others: NumberPhrase[] = []
  let status: Status | null = null
  let last = start
  for (let k = start; k < end; ) {
    const member = readMember(view, k, phraseAt)
    if (member === null) {
      if (k > last + 1 || !(is(view, k, 'comma') || is(view, k, 'coordinator') || isModifier(view, k))) break
      k++
      continue
    }
    if (last > start && member.groups === null && member.phrase === null) break
    for (const [name, bounds] of Object.entries(member.groups ?? {})) {
      const group = name as Group
      groups[group] = share ?? addBounds(groups[group], bounds)
    }
    if (member.groups === null && member.phrase !== null) others.push(member.phrase)
    status = member.status ?? status
    last = member.last
    k = last
  }
  if (last === start) return null
  return { first: marker, last, groups, others, partial: share !== null, status }
}

/** "a doctor and two nurses" are three of one group. */
const addBounds = (known: Bounds | undefined, more: Bounds): Bounds =>
  known === undefined || known.low === null || more.low === null
    ? more
    : { low: known.low + more.low, high: known.high === null || more.high === null ? null : known.high + more.high }

interface Member {
  readonly last: number
  readonly groups: Groups | null
  readonly phrase: NumberPhrase | null
  readonly status: Status | null
}

const UNCOUNTED: Bounds = { low: null, high: null }

const readMember = (view: View, at: number, phraseAt: PhraseAt): Member | null => {
  const phrase = phraseAt(at)
  if (phrase !== undefined) {
    if (phrase.first !== at || phrase.kind !== 'person' || phrase.inner !== null) return null
    const groups = namedGroups(view, phrase)
    const named = Object.keys(groups).length > 0
    if (!named && phrase.noun?.status == null) return null
    return { last: phrase.last, groups: named ? groups : null, phrase, status: phrase.noun?.status ?? null }
  }
  const token = view.tokens[at]
  const noun = token === undefined || token.tag === 'VERB' ? undefined : personNoun(view, at)
  if (noun === undefined || (noun.group === null && noun.status === null)) return null
  const before = matchPhrase(view.words.peopleWords.groups, view.tokens, at - 1, at)
  const group = before?.value ?? noun.group
  return { last: at + 1, groups: group === null ? null : { [group]: UNCOUNTED }, phrase: null, status: noun.status }
}

const isModifier = (view: View, at: number): boolean => {
  const tag = view.tokens[at]?.tag
  return tag === 'ADJ' || tag === 'DET' || tag === 'ADV'
}
