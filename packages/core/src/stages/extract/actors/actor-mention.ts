import type { TokenRange } from '../attribution/noun-phrase.ts'
import type { Side } from './actor-lexicon.ts'

/** What a named actor does in its sentence: attacks, is held responsible, is one side of a fight, or none of these. */
export type ActorRole = 'agent' | 'blamed' | 'clash' | 'none'

/** Words that name an armed actor, with the part it plays. */
export interface ActorMention {
  /** Half-open token range. */
  readonly first: number
  readonly last: number
  readonly segment: number
  readonly role: ActorRole
  /** Token of the attack word that gave the role. */
  readonly anchor: number
  /** Actors joined by "and" share a number. */
  readonly group: number
  /** Told of what happens often or again and again: no attack of its own. */
  readonly habit: boolean
  /** What tied it: as the subject, after "by", before an attack's noun, by blame, as one whom others fight, as one of two who fight each other. */
  readonly tie: 'subject' | 'by' | 'modifier' | 'blame' | 'clash' | 'between' | 'none'
  readonly side: Side
  /** Owns up to an attack ("claimed responsibility for"). */
  readonly avowed: boolean
  /** Whose they are, where the words themselves name nobody ("its fighters"): half-open token range. */
  readonly owner?: TokenRange
}

export type Role = Pick<ActorMention, 'role' | 'anchor' | 'tie'>
