import type { KnownName } from '../gazetteer/gazetteer.ts'
import type { NameParts } from './name-parts.ts'
import type { CueRole, PlaceType } from './place-words.ts'
import type { Surroundings } from './surroundings.ts'

/** What is weighed for one name: its own surroundings, with what it shares with the list it stands in. */
export interface Evidence {
  readonly parts: NameParts
  readonly around: Surroundings
  readonly before: CueRole | null
  readonly types: readonly PlaceType[]
  /** Whether the document uses the word as the name of a person elsewhere. */
  readonly isPerson: boolean
  /** Whether the text goes on with the wider place that holds it ("X, Y district, Z"). */
  readonly held: boolean
  /** How well the name fits places in the countries that the document speaks of, 0 to 1; see `familiarityOf`. */
  readonly familiarity: number
}

/** From this sum on, a name is taken for a place. */
export const ENOUGH = 1.5

const BEFORE: Readonly<Partial<Record<CueRole, number>>> = {
  inside: 2,
  near: 2,
  toward: 1,
  bombards: 1.5,
  strikes: 1,
  of: 1,
  against: -1,
  title: -3,
}
const AFTER = { speech: -2, party: -3, person: -3, possessive: 0, befallen: 2, event: 1.5, counted: 1.5 } as const

/** What tells of places more than of others, where the name is one that is known. */
const TOLD_OF: ReadonlySet<Surroundings['after']> = new Set(['befallen', 'event', 'counted'])

/** How much speaks for a name's being a place here, and the cue that speaks loudest. */
export const weigh = (evidence: Evidence): { readonly sum: number; readonly cue: string } => {
  const { parts, around, before, types } = evidence
  if (parts.party) return { sum: -9, cue: 'party' }
  const settled = types.length > 0 || before === 'inside' || before === 'near' || evidence.held
  const typed = types.length > 0 ? 2.5 : 0
  const area = around.areaFrom !== null ? 1.5 : 0
  const cued = cueWeight(before, around, parts)
  const held = evidence.held ? 2 : 0
  const familiar = weightOfKnown(parts.known) + evidence.familiarity / 2
  const against =
    afterWeight(around, settled, parts) +
    initialWeight(parts, types, settled) +
    (evidence.isPerson && !settled ? -2 : 0)
  const sum = against + typed + area + cued + held + familiar
  const befallen = parts.known !== null && around.after !== null && TOLD_OF.has(around.after) ? AFTER[around.after] : 0
  const loudest = Math.max(typed, area, cued, held, familiar, befallen)
  const cue =
    loudest === typed
      ? 'type'
      : loudest === area
        ? 'direction'
        : loudest === cued
          ? (before ?? 'none')
          : loudest === held
            ? 'held'
            : loudest === familiar
              ? 'gazetteer'
              : 'befallen'
  return { sum, cue }
}

const cueWeight = (before: CueRole | null, around: Surroundings, { known }: NameParts): number => {
  // Of people it is their houses that are shelled.
  const maybeOwner = before === 'bombards' && around.after === 'possessive' && known === null
  return before === null ? 0 : (BEFORE[maybeOwner ? 'strikes' : before] ?? 0)
}

const afterWeight = (around: Surroundings, settled: boolean, { known }: NameParts): number => {
  if (around.after === null) return 0
  // People are captured, too, and stand before brackets: a name that no gazetteer has may be anybody's.
  if (TOLD_OF.has(around.after) && known === null) return 0
  return around.after === 'speech' && settled ? 0 : AFTER[around.after]
}

const weightOfKnown = (known: KnownName | null): number => {
  if (known === null) return 0
  if (known.kind === 'country' || known.kind === 'admin' || known.population >= 100_000) return 1.5
  return known.population >= 10_000 ? 1 : 0.25
}

/** A capital at the start of a sentence says nothing: the word must be well known, or cued. */
const initialWeight = (parts: NameParts, types: readonly PlaceType[], settled: boolean): number => {
  if (!parts.initial || parts.last - parts.first > 1) return 0
  // "Families camp", "Rebel areas": many nouns go before those of facilities and areas.
  if (parts.known === null && types.length > 0 && types.every(({ kind }) => kind === 'facility' || kind === 'area'))
    return -1.5
  if (settled) return 0
  const { known } = parts
  if (known === null) return -2
  // One of the lesser names of a town is an English word too often ("Human" of Uman): the town must be a great one.
  return known.kind === 'settlement' && known.population < (known.first ? 100_000 : 500_000) ? -0.7 : 0
}
