import type { Scope } from '../../model/claim.ts'
import type { ClaimCore, ClaimSlots } from './claim-core.ts'

/** A claim in the making: what is counted, its slots, and what its number is of. */
export interface Draft {
  readonly core: ClaimCore
  readonly slots: ClaimSlots
  readonly scope: Scope
  /** The rule that gave the scope. */
  readonly why: string
  /** Its own sentence ties it to one blast, raid or the like. */
  readonly one?: boolean
  /** Its own sentence tells of several attacks. */
  readonly several?: boolean
}
