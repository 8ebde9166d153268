import { z } from 'zod'
import { reviewRecordSchema } from '../review-record.ts'

/** What stands in the way, as RFC 9457 has it; `application/problem+json`. */
export const problemReplySchema = z
  .object({
    type: z.string().describe('`/api/docs#problem-CODE`.'),
    title: z.string().describe('What was wrong.'),
    status: z.number().int(),
    code: z.string().describe('Stable, kebab-case; for programs.'),
    detail: z.string().describe('What to do about it.'),
    where: z.string().nullable().describe('The field, file or code that is meant.'),
    errors: z
      .array(z.object({ where: z.string(), text: z.string() }))
      .optional()
      .describe('One for each field that was refused.'),
    seen: z.string().optional().describe('On a conflict: the version that the write was made from.'),
    now: z.string().optional().describe('On a conflict: the version that stands.'),
    reviews: z.array(reviewRecordSchema).optional().describe('On a conflict: what people decided about it.'),
    retryAfter: z.number().optional().describe('Seconds to wait.'),
  })
  .meta({ id: 'Problem' })
export type ProblemReply = z.infer<typeof problemReplySchema>
