import type { Trigger } from '../harm/find-triggers.ts'
import type { HarmWord } from '../harm/harm-words.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is, type View } from '../words/view.ts'
import { DEAREST, type Offer } from './offer.ts'
import { isBesidePersons, isFiniteVerb } from './sentence-facts.ts'
import type { SentenceView } from './sentence-view.ts'
import { isOne, speaks } from './speaks.ts'

/**
 * What a harm word expects to its right: an object · the people of "the killing of" · the number of a toll · more of a
 * list · who is on the roster ("those killed included").
 */
export type Right = 'object' | 'of' | 'toll' | 'list' | 'roster'

/** Items of a list are taken only where no verb of their own bids for them. */
const LIST_COST = 4

/** Looks for the people after a harm word. */
export const walkRight = (
  s: SentenceView,
  trigger: Trigger,
  reading: HarmWord,
  kind: Right,
  rule: string,
): readonly Offer[] => {
  const offers: Offer[] = []
  let cost = kind === 'list' ? LIST_COST : 0
  /** "according to Arun Veld, a doctor": one person told after the words for whose word it is is the speaker. */
  let cited = false
  /** "a clash between guards and 30 protesters": the two whom "between" pairs. */
  let paired = false
  for (let i = trigger.last; i < s.last && cost <= DEAREST; i++) {
    const subgroup = s.subgroupAt(i)
    // "injuries among 12 residents", "the dead were 12 residents": who is led to is no share of anybody
    const ledTo = offers.length === 0 && (kind === 'roster' || (kind === 'of' && subgroup?.first === trigger.last))
    if (subgroup !== undefined && !ledTo) {
      i = subgroup.last - 1
      continue
    }
    const phrase = s.phraseAt(i)
    if (phrase !== undefined) {
      const listed = offers.length > 0 || kind === 'list'
      if (
        takes(s, trigger, phrase, kind, listed) &&
        !(cited && phrase.from === 'singular') &&
        !(paired && kind === 'list')
      ) {
        offers.push({ phrase, trigger, reading, cost, rule: listed ? `${rule}-list` : rule })
        if (kind === 'toll') {
          const other = tollItemAfter(s, phrase)
          if (other !== undefined)
            offers.push({ phrase: other, trigger, reading, cost: LIST_COST, rule: `${rule}-list` })
          break
        }
        cost = LIST_COST
      } else cost += 0.5
      i = phrase.last - 1
      continue
    }
    if (ends(s, i, kind, offers.length > 0)) break
    cited ||= is(s.view, i, 'cite')
    paired ||= is(s.view, i, 'range-open') && !is(s.view, i, 'from')
    cost += stepCost(s, i, kind, offers.length > 0)
  }
  return offers
}

/** Whether the phrase at this place can be what is looked for. */
const takes = (s: SentenceView, trigger: Trigger, phrase: NumberPhrase, kind: Right, listed: boolean): boolean => {
  const before = phrase.first - 1
  const { view } = s
  if (kind === 'toll') return isTollNumber(s, trigger, phrase)
  // "caused the deaths a doctor said", "six martyrs 22 injured"
  if (kind === 'of' && (speaks(s, phrase) || s.phraseAt(trigger.first) !== undefined)) return is(view, before, 'of')
  if (phrase.first === trigger.last) return kind !== 'list' && !(kind === 'object' && isHarmedBehind(s, phrase))
  if (listed) return isListItem(s, phrase)
  // "captured by the army a monitor said": who speaks
  if (kind === 'object' && (speaks(s, phrase) || isHarmedBehind(s, phrase))) return false
  // "the bodies of the six nurses"
  const lead = is(view, before, 'definite') ? before - 1 : before
  if (kind === 'of') return is(view, lead, 'of') || isDoneTo(s, trigger, lead)
  if (kind === 'roster') return is(view, before, 'roster') || is(view, before, 'vary') || isAllOfThem(s, phrase)
  return view.tokens[before]?.tag !== 'ADP'
}

/** "injuries to 12 people", "cases of asphyxiation among 12 people" */
const isDoneTo = ({ view }: SentenceView, { readings, last }: Trigger, lead: number): boolean =>
  lead === last &&
  (is(view, lead, 'to') || is(view, lead, 'among')) &&
  readings.some(({ metric }) => metric === 'injured')

/** "as well as those killed 160 people were injured": a clause of its own begins with its number. */
const isHarmedBehind = (s: SentenceView, { end }: NumberPhrase): boolean => {
  if (!is(s.view, end, 'be')) return false
  const verb = s.view.tokens[end + 1]?.tag === 'ADV' ? end + 2 : end + 1
  return s.triggerAt(verb) !== undefined
}

/** "the dead were not soldiers: all 12 were farmers" */
const isAllOfThem = (s: SentenceView, { first, last }: NumberPhrase): boolean =>
  (is(s.view, first, 'all') || is(s.view, first - 1, 'all')) &&
  (is(s.view, first - 1, 'colon') || is(s.view, first - 2, 'colon')) &&
  is(s.view, last, 'be')

/** After "and" or a comma, with no verb or clause of its own; a bare number must be placed or end the phrase ("six in Lomeq"). */
const isListItem = (s: SentenceView, phrase: NumberPhrase): boolean => {
  const { view } = s
  const before = phrase.first - 1
  const next = view.tokens[phrase.end]
  const listed = is(view, before, 'coordinator') || is(view, before, 'comma') || is(view, before, 'colon')
  if (!listed && !isBesidePersons(s, phrase) && !isBesidePlace(s, phrase)) return false
  // "injured hundreds, most of them guests": who those were
  if (is(view, before, 'comma') && phrase.partitive && phrase.vague !== null) return false
  // "the loss of 60, 300 survivors including three guards were rescued"
  if (is(view, phrase.end, 'subset') && hasOwnVerb(s, phrase.end)) return false
  // "killed Arun Veld, one of the leaders": who he was
  if (is(view, before, 'comma') && isOneOf(view, phrase)) return false
  if (is(view, phrase.last - 1, 'relative') || is(view, phrase.last, 'relative')) return false
  // "twelve were killed, Lamis Dorvan, a doctor, said": who speaks, not one more
  if (speaks(s, phrase)) return false
  if (isFiniteVerb(s, phrase.end) || is(view, phrase.end, 'subordinator')) return false
  if (phrase.kind !== 'bare' || phrase.end >= s.last || next?.tag !== 'ADP') return true
  const place = view.tokens[phrase.end + 1]
  return place?.tag === 'PROPN' || place?.tag === 'DET'
}

/** "nine died in Lomeq six in Vashira": a number right behind a place, and led to one of its own. */
const isBesidePlace = (s: SentenceView, { kind, first, end, from }: NumberPhrase): boolean => {
  const { tokens } = s.view
  const tag = tokens[first - 1]?.tag
  const behind = tag === 'PROPN' || tag === 'NOUN' || s.phraseAt(first - 1)?.kind === 'person'
  const led = tokens[end + 1]?.tag
  const placed =
    tokens[end]?.tag === 'ADP' &&
    !is(s.view, end, 'of') &&
    !is(s.view, end, 'under') &&
    (led === 'PROPN' || (led === 'DET' && tag === 'NOUN'))
  return kind === 'bare' && from === 'number' && behind && placed
}

/** A finite verb within the clause, before any comma or harm word. */
const hasOwnVerb = (s: SentenceView, from: number): boolean => {
  for (let i = from; i < s.last && s.view.tokens[i]?.tag !== 'PUNCT'; i++) {
    if (s.triggerAt(i) !== undefined) return false
    if (is(s.view, i, 'be')) return true
  }
  return false
}

/** "one of the leaders", "one of top five leaders" */
const isOneOf = (view: View, phrase: NumberPhrase): boolean =>
  isOne(phrase) && (phrase.partitive || is(view, phrase.first + 1, 'of'))

/** "to 12", "at 12", "of 12", "reached 130 people", "runs into the hundreds". */
const isTollNumber = (s: SentenceView, trigger: Trigger, phrase: NumberPhrase): boolean => {
  let at = phrase.first - 1
  if (phrase.from === 'vague' && is(s.view, at, 'definite')) return s.view.tokens[at - 1]?.tag === 'ADP'
  while (s.view.tokens[at]?.tag === 'ADV') at--
  const before = s.view.tokens[at]
  return (
    isVerblessToll(s, trigger, phrase) ||
    is(s.view, at, 'to') ||
    is(s.view, at, 'of') ||
    is(s.view, at, 'rise') ||
    before?.tag === 'VERB' ||
    before?.tag === 'AUX' ||
    s.view.tokens[phrase.first]?.tag === 'VERB'
  )
}

/** "the toll was six villagers and three attackers": who else is told in the same breath. */
const tollItemAfter = (s: SentenceView, { end, kind }: NumberPhrase): NumberPhrase | undefined => {
  if (kind !== 'person' || !is(s.view, end, 'coordinator')) return undefined
  const item = s.phraseAt(is(s.view, end + 1, 'definite') ? end + 2 : end + 1)
  return item?.kind === 'person' && s.triggerAt(item.end) === undefined ? item : undefined
}

/** "Death toll from Lomeq blast at least 112", "… 112 Observatory": a headline without a verb, which the number or who tells it ends. */
const isVerblessToll = (s: SentenceView, trigger: Trigger, { kind, first, last }: NumberPhrase): boolean => {
  const next = s.view.tokens[last]
  const told = s.view.words.numbers.vetoes.teller.has(next?.lower ?? '')
  if (kind !== 'bare' || (last < s.last && next?.tag !== 'PUNCT' && !told)) return false
  for (let i = trigger.last; i < first; i++) if (isFiniteVerb(s, i)) return false
  return true
}

/** Words beyond which nothing belongs to the harm word any more. */
const ends = (s: SentenceView, at: number, kind: Right, found: boolean): boolean => {
  const { view } = s
  if (kind === 'toll') return (s.triggerAt(at) !== undefined && found) || is(view, at, 'negation')
  if (s.triggerAt(at) !== undefined || is(view, at, 'subordinator')) return true
  // "including Arun Veld, a teacher": who is among those counted is not one more
  if (kind === 'list' && is(view, at, 'subset')) return true
  // "kidnapping cases involving an executive"
  if (kind === 'object' && !found && is(view, at, 'verb-ing') && view.tokens[at - 1]?.tag === 'NOUN') return true
  if (is(view, at, 'relative')) return kind !== 'list'
  if (kind === 'roster') return isFiniteVerb(s, at) && !is(view, at, 'roster')
  if (isFiniteVerb(s, at)) return true
  if (kind === 'object' && !found && is(view, at, 'comma')) return true
  return kind === 'of' && !found && view.tokens[at]?.tag === 'PUNCT'
}

const stepCost = (s: SentenceView, at: number, kind: Right, found: boolean): number => {
  if (isFiniteVerb(s, at)) return 0.2
  if (kind === 'of' && !found) return is(s.view, at, 'of') ? 0 : 2
  return kind === 'object' && !found ? 0.6 : 0.2
}
