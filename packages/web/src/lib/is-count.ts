import type { ClaimRecord, CountClaimRecord } from '@sijil/core/contract/claim-record.js'

/** Whether a claim is about a number of people. Asked here, as the core's own question brings all schemas along. */
export const isCount = (claim: ClaimRecord): claim is CountClaimRecord =>
  claim.kind === 'casualty' || claim.kind === 'displacement'
