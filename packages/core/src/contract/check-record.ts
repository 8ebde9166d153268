import { z } from 'zod'
import { CHECK_KINDS, type Check } from '../model/check.ts'
import { checkVersion, decisionVersion } from './versions.ts'

/** A sum or a bound that was checked, and what a person decided about it. */
export const checkSchema = z.object({
  id: z.string().describe('The same as long as the check says the same of the same incident.'),
  kind: z.enum(CHECK_KINDS),
  holds: z.boolean(),
  text: z.string(),
  claims: z.array(z.string()),
  review: z
    .object({
      decision: z.enum(['accepted', 'dismissed']),
      review: z.string().describe("The review's id."),
      version: z.string().describe('For its withdrawal.'),
      by: z.string(),
      reason: z.string(),
      at: z.string(),
    })
    .nullable()
    .describe('What a person decided: it is as the check says, or it means nothing here.'),
  version: z.string().describe('For a decision on it: another once somebody decided.'),
})
export type CheckRecord = z.infer<typeof checkSchema>

/** A check with the incident it belongs to; `incident` is null for the check of a toll. */
export const checkRowSchema = checkSchema.extend({ incident: z.string().nullable() })
export type CheckRow = z.infer<typeof checkRowSchema>

/** A check as a record. */
export const toCheckRecord = ({ id, kind, holds, text, claims, review }: Check): CheckRecord => ({
  id,
  kind,
  holds,
  text,
  claims: [...claims],
  review: review === null ? null : { ...review, version: decisionVersion({ id: review.review, withdrawn: null }) },
  version: checkVersion(id, review?.review ?? null),
})
