import type { PlaceMention } from '../../../model/claim.ts'
import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import { readDigits } from '../numbers/numeral.ts'
import { is, personNoun, type View } from '../words/view.ts'
import { beside } from './beside.ts'
import type { FoundCue } from './find-cues.ts'

/** The rule by which a claim's number is a sum over several places or attacks of a day or two; null where it is none. */
export const totalBy = (view: View, core: ClaimCore, slots: ClaimSlots, found: readonly FoundCue[]): string | null => {
  if (core.count.each) return null
  if (found.some((f) => f.cue === 'hours')) return 'hours'
  const near = beside(core, found)
  if (near.some((f) => f.cue === 'spread')) return 'spread'
  if (near.some((f) => f.cue === 'plural' && isCounted(view, f.at) && !hasClause(view, core.last, f.at)))
    return 'spread'
  const several = found.some((f) => f.cue === 'attacks')
  if (several && near.some((f) => f.cue === 'plural' && f.at > core.trigger && !hasClause(view, core.last, f.at)))
    return 'spread'
  const { places } = slots
  const exact = places.filter(({ kind }) => kind === 'settlement' || kind === 'facility')
  const wide = places.length > 0 && places.every(({ kind }) => kind === 'country' || kind === 'admin')
  if (wide && near.some((f) => (f.cue === 'attacks' || f.cue === 'sites') && areCounted(view, f.at))) return 'spread'
  if (near.some((f) => f.cue === 'series') && !(exact.length === 1 && places.length === 1)) return 'spread'
  return places.filter(({ kind }) => !WIDE.has(kind)).length > 1 ? 'places' : null
}

/** "three villages", "two Orvane towns" */
const isCounted = (view: View, at: number): boolean => {
  let i = at - 1
  while (at - i <= MODIFIERS && view.tokens[i]?.tag === 'PROPN') i--
  const number = view.tokens[i]
  return number?.tag === 'NUM' && view.words.numbers.single.get(number.lower)?.value !== 1
}

/** "five coalition air strikes", "two military posts": a small number; not the day or year of a headline before it. */
const areCounted = (view: View, at: number): boolean => {
  let i = at - 1
  while (at - i <= MODIFIERS && DESCRIBING.has(view.tokens[i]?.tag ?? '') && personNoun(view, i) === undefined) i--
  const number = view.tokens[i]
  if (number?.tag !== 'NUM' || view.tokens[i - 1]?.tag === 'PROPN' || is(view, i - 1, 'of')) return false
  const value = view.words.numbers.single.get(number.lower)?.value ?? readDigits(number.text) ?? 0
  return value > 1 && value <= MOST
}

/** No text counts more attacks of one day. */
const MOST = 50

/** How many words may stand between a number and the places it counts. */
const MODIFIERS = 2
const DESCRIBING: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'ADJ'])

/** Kinds of places too wide for one attack to fill; a country beside a town is only where it lies. */
const WIDE: ReadonlySet<PlaceMention['kind']> = new Set(['area', 'country'])

const hasClause = (view: View, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (is(view, i, 'subordinator') || is(view, i, 'say')) return true
  return false
}
