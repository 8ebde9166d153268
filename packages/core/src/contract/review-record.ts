import { z } from 'zod'
import { CLAIM_FIELDS, INCIDENT_FIELDS, REVIEW_DECISIONS, REVIEW_TARGETS, type Review } from '../model/review.ts'
import { addedClaimSchema } from './review-values.ts'
import { decisionVersion } from './versions.ts'

const REVIEWED_FIELDS = [...CLAIM_FIELDS, ...INCIDENT_FIELDS.filter((f) => !isClaimField(f)), 'check'] as const

function isClaimField(field: string): boolean {
  return (CLAIM_FIELDS as readonly string[]).includes(field)
}

/** A person's decision on one field of a claim or incident, or on a check. */
export const reviewRecordSchema = z.object({
  id: z.string(),
  target: z.enum(REVIEW_TARGETS),
  on: z.string().describe("A claim's id, an incident's code, a check's id."),
  field: z.enum(REVIEWED_FIELDS).describe('`claim` and `incident` are the whole of it.'),
  decision: z.enum(REVIEW_DECISIONS).describe('`add`: a claim that the machine missed.'),
  value: z.unknown().describe('What the field is from now on; null where it was rejected.'),
  machine: z.unknown().describe('What the machine had there when it was decided.'),
  by: z.string(),
  reason: z.string(),
  at: z.string(),
  withdrawn: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  version: z.string().describe('For its withdrawal: another once it was withdrawn.'),
})
export type ReviewRecord = z.infer<typeof reviewRecordSchema>

/** A review as a record. */
export const toReviewRecord = (review: Review): ReviewRecord => ({
  id: review.id,
  target: review.target,
  on: review.on,
  field: review.field,
  decision: review.decision,
  value: review.value,
  machine: review.machine,
  by: review.by,
  reason: review.reason,
  at: review.at,
  withdrawn: review.withdrawn === null ? null : { ...review.withdrawn },
  version: decisionVersion(review),
})

const why = {
  reason: z.string().min(1).describe('Why: kept with the decision.'),
  sees: z
    .string()
    .optional()
    .describe('The version that was seen; the write is refused when it is no longer the one that stands.'),
}
const decision = z.enum(['accept', 'correct', 'reject'])

/** What is sent to decide a field of a claim. */
export const claimReviewSchema = z.object({
  field: z.enum(CLAIM_FIELDS),
  decision,
  value: z.unknown().optional().describe('For `correct`: in the shape of the field.'),
  ...why,
})
export type ClaimReviewRequest = z.infer<typeof claimReviewSchema>

/** What is sent to decide a field of an incident. */
export const incidentReviewSchema = z.object({
  field: z.enum(INCIDENT_FIELDS),
  decision,
  value: z.unknown().optional().describe('For `correct`: in the shape of the field.'),
  ...why,
})
export type IncidentReviewRequest = z.infer<typeof incidentReviewSchema>

/** What is sent to decide a check. */
export const checkReviewSchema = z.object({ decision: z.enum(['accept', 'dismiss']), ...why })
export type CheckReviewRequest = z.infer<typeof checkReviewSchema>

/** What is sent to add a claim that the machine missed. */
export const addClaimSchema = addedClaimSchema.extend({ reason: why.reason })
export type AddClaimRequest = z.infer<typeof addClaimSchema>

/** What is sent to take a review back. */
export const withdrawReviewSchema = z.object({ ...why })
export type WithdrawReviewRequest = z.infer<typeof withdrawReviewSchema>

/** Which reviews are asked for; what is left out does not narrow. */
export const reviewFilterSchema = z.object({
  on: z.string().min(1).optional().describe("A claim's id, an incident's code or a check's id."),
  by: z.string().min(1).optional(),
  standing: z.boolean().optional().describe('Only those that nobody withdrew.'),
})
export type ReviewFilter = z.infer<typeof reviewFilterSchema>

/** Which checks are asked for. */
export const checkFilterSchema = z.object({
  failing: z.boolean().optional().describe('Only those that do not hold.'),
  open: z.boolean().optional().describe('Only those that nobody decided.'),
})
export type CheckFilter = z.infer<typeof checkFilterSchema>
