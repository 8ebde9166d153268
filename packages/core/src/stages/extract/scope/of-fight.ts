import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import { readDigits } from '../numbers/numeral.ts'
import { is, type View } from '../words/view.ts'
import type { Cue } from './cues.ts'
import { isOneDay, LONGEST_DAYS } from './days-of.ts'
import type { FoundCue } from './find-cues.ts'
import { isLedBy, isSubject } from './tied-to.ts'

/** "the offensive has killed 30", "violence that has left dozens dead": what a fight that goes on has come to. */
export const isOfCampaign = (view: View, core: ClaimCore, slots: ClaimSlots, found: readonly FoundCue[]): boolean =>
  core.perfect &&
  (core.count.low ?? core.count.high ?? FEW) >= FEW &&
  !isOneDay(slots) &&
  found.some(
    (f) =>
      f.cue === 'campaign' &&
      ((f.at < core.trigger && core.trigger < core.number.first && !is(view, core.trigger, 'verb-ing')) ||
        isSubject(view, { ...f, end: withPlace(view, f.end) }, core) ||
        (isGreat(core) && isLedBy(view, f, core.last))),
  )

/** "more than 300 have been killed in the fighting", "hundreds killed in operations": fewer are those of a day of it. */
export const isOfFight = (view: View, core: ClaimCore, slots: ClaimSlots, found: readonly FoundCue[]): boolean =>
  (core.perfect || (core.crowd && slots.slots.time?.certainty !== 'stated')) &&
  isGreat(core) &&
  !isOneDay(slots) &&
  found.some(
    (f) =>
      f.cue === 'fight' &&
      (isSubject(view, { ...f, end: withPlace(view, f.end) }, core) || isLedBy(view, f, core.last)),
  )

/** One or two are those of an outbreak of it. */
const FEW = 3

/** So many in one fight are those of all of it. */
const GREAT = 100

const isGreat = ({ count, crowd }: ClaimCore): boolean => (count.low ?? count.high ?? (crowd ? GREAT : 0)) >= GREAT

/** "died in the two-week offensive", "the weeks-long siege left 40 dead": a fight whose length is told, of more than two days. */
export const isOfLongFight = (view: View, core: ClaimCore, found: readonly FoundCue[]): boolean =>
  found.some(
    (f) =>
      FIGHTS.has(f.cue) &&
      found.some((length) => length.cue === 'length' && isLong(view, length) && describes(view, length, f)) &&
      (isSubject(view, { ...f, end: withPlace(view, f.end) }, core) || isLedBy(view, f, core.last)),
  )

/** "the battle for Lomeq", "the siege of the town": where the words end that tell where a fight is. */
const withPlace = (view: View, end: number): number => {
  if (view.tokens[end]?.tag !== 'ADP') return end
  let at = end
  while (at < end + PLACE && PLACES.has(view.tokens[at]?.tag ?? '')) at++
  return at
}

/** Tokens that tell where a fight is. */
const PLACE = 5
const PLACES: ReadonlySet<string> = new Set(['ADP', 'DET', 'ADJ', 'NOUN', 'PROPN'])

const FIGHTS: ReadonlySet<Cue> = new Set<Cue>(['fight', 'campaign', 'strife', 'war'])

/** "three-day", "weeks-long", "monthlong"; not "two-day". */
const isLong = (view: View, { at, end }: FoundCue): boolean => {
  const unit = view.tokens[at]?.lower ?? ''
  if (!view.words.numbers.vetoes.days.has(unit)) return true
  const text = view.tokens[at - 1]?.text === '-' ? view.tokens[at - 2] : view.tokens[at - 1]
  const value = view.words.numbers.single.get(text?.lower ?? '')?.value ?? readDigits(text?.text ?? '')
  return value === null || value === undefined ? end - at > 1 && unit.endsWith('s') : value > LONGEST_DAYS
}

/** Before the fight's noun, adjectives and nouns alone between ("the three-week rebel offensive"). */
const describes = (view: View, { at, end }: FoundCue, fight: FoundCue): boolean => {
  if (end > fight.at || fight.at - end > ADJECTIVES) return false
  const hyphen = view.tokens[at - 1]?.text === '-' || end - at > 1 || view.tokens[at]?.tag === 'ADJ'
  for (let i = end; i < fight.at; i++) {
    const { tag, text } = view.tokens[i] ?? {}
    if (tag !== 'ADJ' && tag !== 'NOUN' && tag !== 'PROPN' && text !== '-') return false
    if (is(view, i, 'of')) return false
  }
  return hyphen
}

/** Words that may stand between a fight's length and its noun. */
const ADJECTIVES = 4
