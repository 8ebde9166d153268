import { z } from 'zod'
import { incidentRecordSchema } from '../../incident-record.ts'
import { judgementRecordSchema } from '../../judgement-record.ts'
import { pageRequestSchema, pageSchema } from '../../page.ts'
import { route } from '../route.ts'
import { codeSchema, contentIdSchema, reasonSchema } from '../values.ts'

const tag = 'Judgements'
const made = z.object({ items: z.array(judgementRecordSchema) })

export const judgementRoutes = {
  listJudgements: route({
    method: 'get',
    path: '/api/judgements',
    tag,
    summary: "People's judgements, in the order in which they were made; withdrawn ones too",
    needs: 'viewer',
    scope: 'read',
    protects: true,
    query: pageRequestSchema,
    status: 200,
    reply: pageSchema(judgementRecordSchema),
  }),
  judge: route({
    method: 'post',
    path: '/api/judgements',
    tag,
    summary: 'Say that two claims or incidents are the same, are different, or that nobody can tell',
    about:
      '`same` between two incidents merges them. `If-Match` carries the ETag of `left` as it was seen; if it changed meanwhile, the ' +
      'reply is a 409 with both versions and nothing was kept.',
    needs: 'reviewer',
    scope: 'write',
    protects: true,
    versioned: true,
    body: z.strictObject({
      left: codeSchema.describe("An incident's code or a claim's id."),
      right: codeSchema,
      verdict: z.enum(['same', 'different', 'unsure']),
      reason: reasonSchema,
    }),
    status: 201,
    reply: made,
  }),
  previewJudgement: route({
    method: 'post',
    path: '/api/judgements/preview',
    tag,
    summary: 'What the record would be after a merge, a parting or a split; nothing is kept',
    about: 'The figures are folded as they would be, from all claims and decisions, and thrown away.',
    needs: 'reviewer',
    scope: 'read',
    writes: 'nothing',
    protects: true,
    body: z.union([
      z.strictObject({ left: codeSchema, right: codeSchema, verdict: z.enum(['same', 'different']) }),
      z.strictObject({ code: codeSchema, claims: z.array(contentIdSchema).min(1).max(500) }),
    ]),
    status: 200,
    reply: z.object({
      before: z.array(incidentRecordSchema).describe('The incidents that it is about, as they stand.'),
      after: z.array(incidentRecordSchema).describe('Those that hold their claims afterwards.'),
    }),
  }),
  splitIncident: route({
    method: 'post',
    path: '/api/incidents/{code}/split',
    tag,
    summary: 'Say that some claims of an incident do not belong to the rest',
    needs: 'reviewer',
    scope: 'write',
    protects: true,
    versioned: true,
    params: z.object({ code: codeSchema }),
    body: z.strictObject({ claims: z.array(contentIdSchema).min(1).max(500), reason: reasonSchema }),
    status: 201,
    reply: made,
  }),
  withdrawJudgement: route({
    method: 'post',
    path: '/api/judgements/{id}/withdrawal',
    tag,
    summary: 'Take a judgement back; it stays in the history',
    needs: 'reviewer',
    scope: 'write',
    versioned: true,
    protects: true,
    params: z.object({ id: contentIdSchema }),
    body: z.strictObject({ reason: reasonSchema }),
    status: 200,
    reply: judgementRecordSchema,
  }),
} as const
