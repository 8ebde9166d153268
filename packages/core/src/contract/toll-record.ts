import { z } from 'zod'
import type { Check } from '../model/check.ts'
import type { TollExplanation } from '../stages/reconcile/explain-toll.ts'
import { checkSchema, toCheckRecord } from './check-record.ts'
import { type ClaimRecord, claimRecordSchema } from './claim-record.ts'
import { rangeSchema, toRangeRecord } from './range-record.ts'

/** What the record holds of a toll's period and area, and what it does not. */
const explanationSchema = z.object({
  explained: rangeSchema.describe('The sum of the incidents that lie wholly within.'),
  unexplained: rangeSchema
    .nullable()
    .describe("What the toll says that the record does not hold; null where it can't be told."),
  within: z
    .array(z.string())
    .describe(
      "The incidents that lie within, and those that only may: their place or time is known more widely than the toll's.",
    ),
  overlapping: z.array(z.string()),
  holds: z.boolean(),
  text: z.string(),
})

/** A quarantined claim; a cumulative toll with what the record explains of it, others with null. */
export const tollRecordSchema = claimRecordSchema.and(
  z.object({
    explanation: explanationSchema.nullable(),
    checks: z
      .array(checkSchema)
      .describe('The toll against the incidents it must hold, and against the toll of the same origin before it.'),
  }),
)
export type TollRecord = z.infer<typeof tollRecordSchema>

/** A toll as a record. */
export const toTollRecord = (
  claim: ClaimRecord,
  explanation: TollExplanation | null,
  successive: readonly Check[] = [],
): TollRecord => ({
  ...claim,
  checks: [...(explanation === null ? [] : [explanation.check]), ...successive].map(toCheckRecord),
  explanation: explanation === null ? null : toExplanation(explanation),
})

const toExplanation = (explanation: TollExplanation): z.infer<typeof explanationSchema> => ({
  explained: toRangeRecord(explanation.explained),
  unexplained: explanation.unexplained === null ? null : toRangeRecord(explanation.unexplained),
  within: [...explanation.within],
  overlapping: [...explanation.overlapping],
  holds: explanation.check.holds,
  text: explanation.check.text,
})
