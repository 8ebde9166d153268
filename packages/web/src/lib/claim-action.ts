import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import { named } from './format.ts'
import type { Translate } from './i18n.ts'
import { isCount } from './is-count.ts'

/** What was done, of a claim without a number: a change of control in the interface's words, else the report's own. */
export const claimAction = (claim: ClaimRecord, t: Translate): string => {
  if (isCount(claim) || claim.action === null) return ''
  if (claim.kind !== 'control') return claim.action
  const told = named(t, 'control', claim.action)
  return told === `control.${claim.action}` ? claim.action : told
}
