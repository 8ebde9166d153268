import { z } from 'zod'
import { METRICS } from '../model/claim.ts'
import type { Comparison } from '../stages/reconcile/compare.ts'
import { figureReasonSchema, toFigureReason } from './range-record.ts'

const POLICY_NAMES = ['range', 'ucdp', 'acled', 'latest'] as const

const answerSchema = z.object({
  policy: z.enum(POLICY_NAMES),
  version: z.string(),
  rule: z.string().describe('What the codebook does, in one sentence.'),
  figure: figureReasonSchema,
})

/** The answers of several codebooks to one number, from the same evidence, and the rule that parts each from the first. */
export const comparisonRecordSchema = z.object({
  id: z.string().describe("The incident's code."),
  metric: z.enum(METRICS),
  answers: z.array(answerSchema),
  partings: z.array(z.object({ policies: z.tuple([z.enum(POLICY_NAMES), z.enum(POLICY_NAMES)]), text: z.string() })),
})
export type ComparisonRecord = z.infer<typeof comparisonRecordSchema>

/** A comparison as a record. */
export const toComparisonRecord = (id: string, { metric, answers, partings }: Comparison): ComparisonRecord => ({
  id,
  metric,
  answers: answers.map(({ policy, version, rule, figure }) => ({
    policy,
    version,
    rule,
    figure: toFigureReason(figure),
  })),
  partings: partings.map(({ policies: [a, b], text }) => ({ policies: [a, b], text })),
})
