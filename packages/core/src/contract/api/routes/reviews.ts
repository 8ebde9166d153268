import { z } from 'zod'
import { checkRowSchema } from '../../check-record.ts'
import { claimRecordSchema } from '../../claim-record.ts'
import { incidentRecordSchema } from '../../incident-record.ts'
import { pageRequestSchema, pageSchema } from '../../page.ts'
import {
  addClaimSchema,
  checkFilterSchema,
  checkReviewSchema,
  claimReviewSchema,
  incidentReviewSchema,
  reviewFilterSchema,
  reviewRecordSchema,
} from '../../review-record.ts'
import { route } from '../route.ts'
import { codeSchema, contentIdSchema, reasonSchema } from '../values.ts'

const tag = 'Reviews'
const seen =
  '`If-Match` carries the `version` of what was seen. If it changed meanwhile, the reply is a 409 with both versions and nothing was kept.'
const ofClaim = z.object({ review: reviewRecordSchema, claim: claimRecordSchema })

export const reviewRoutes = {
  listReviews: route({
    method: 'get',
    path: '/api/reviews',
    tag,
    summary: 'What people decided, the oldest first',
    needs: 'viewer',
    scope: 'read',
    protects: true,
    query: pageRequestSchema.extend(reviewFilterSchema.shape),
    status: 200,
    reply: pageSchema(reviewRecordSchema),
  }),
  reviewQueue: route({
    method: 'get',
    path: '/api/review-queue',
    tag,
    summary: 'Claims that nobody reviewed, those first that may be wrong and move much',
    needs: 'coder',
    scope: 'read',
    protects: true,
    query: pageRequestSchema,
    status: 200,
    reply: pageSchema(
      z.object({
        claim: claimRecordSchema,
        document: z.object({
          id: z.string(),
          doc: z.string(),
          outlet: z.string().nullable(),
          published: z.iso.date().nullable(),
        }),
        doubt: z.number().min(0).max(1).describe('1 less the confidence of its least sure field.'),
        weight: z.number().nonnegative().describe('How many people it moves.'),
      }),
    ),
  }),
  reviewClaim: route({
    method: 'post',
    path: '/api/claims/{id}/reviews',
    tag,
    summary: 'Accept, correct or reject a field of a claim',
    about: seen,
    needs: 'coder',
    scope: 'write',
    protects: true,
    versioned: true,
    params: z.object({ id: contentIdSchema }),
    body: claimReviewSchema.omit({ sees: true }).extend({ reason: reasonSchema }).strict(),
    status: 201,
    reply: ofClaim,
  }),
  addClaim: route({
    method: 'post',
    path: '/api/claims',
    tag,
    summary: 'Add a claim that the machine missed',
    about:
      'The passage is told by its offsets; by its words only by whoever may see names, for the answer tells what stands there.',
    needs: 'coder',
    scope: 'write',
    writes: 'adds',
    protects: true,
    body: addClaimSchema.extend({ reason: reasonSchema }).strict(),
    status: 201,
    reply: ofClaim,
  }),
  reviewIncident: route({
    method: 'post',
    path: '/api/incidents/{code}/reviews',
    tag,
    summary: 'Accept, correct or reject a field of an incident',
    about: seen,
    needs: 'reviewer',
    scope: 'write',
    protects: true,
    versioned: true,
    params: z.object({ code: codeSchema }),
    body: incidentReviewSchema.omit({ sees: true }).extend({ reason: reasonSchema }).strict(),
    status: 201,
    reply: z.object({ review: reviewRecordSchema, incident: incidentRecordSchema }),
  }),
  listChecks: route({
    method: 'get',
    path: '/api/checks',
    tag,
    summary: 'Sums and bounds that were checked',
    needs: 'viewer',
    scope: 'read',
    protects: true,
    query: pageRequestSchema.extend(checkFilterSchema.shape),
    status: 200,
    reply: pageSchema(checkRowSchema),
  }),
  reviewCheck: route({
    method: 'post',
    path: '/api/checks/{id}/reviews',
    tag,
    summary: 'Accept a check, or dismiss it',
    about: seen,
    needs: 'reviewer',
    scope: 'write',
    versioned: true,
    protects: true,
    params: z.object({ id: z.string().min(1).max(100) }),
    body: checkReviewSchema.omit({ sees: true }).extend({ reason: reasonSchema }).strict(),
    status: 201,
    reply: z.object({ review: reviewRecordSchema, check: checkRowSchema }),
  }),
  withdrawReview: route({
    method: 'post',
    path: '/api/reviews/{id}/withdrawal',
    tag,
    summary: 'Take a review back; it stays in the history',
    about: seen,
    needs: 'coder',
    scope: 'write',
    versioned: true,
    protects: true,
    params: z.object({ id: contentIdSchema }),
    body: z.strictObject({ reason: reasonSchema }),
    status: 200,
    reply: reviewRecordSchema,
  }),
} as const
