import { z } from 'zod'
import { addedClaimSchema } from './review-values.ts'

/** The fields in which coders are compared, besides whether there is a claim at all. */
export const CODED_FIELDS = [
  'metric',
  'count',
  'status',
  'groups',
  'scope',
  'places',
  'time',
  'means',
  'actors',
  'sources',
] as const
export type CodedField = (typeof CODED_FIELDS)[number]
const fieldSchema = z.enum(['claim', ...CODED_FIELDS])

/** A claim's fields as somebody codes them, in the shapes of reviews. */
export const codedValuesSchema = addedClaimSchema
  .omit({ doc: true, start: true, end: true, quote: true, part: true })
  .partial()
export type CodedValues = z.infer<typeof codedValuesSchema>

/** What one coder says of one claim; the last answer counts. */
export const codedAnswerSchema = z.object({
  claim: z
    .string()
    .min(1)
    .max(100)
    .describe("The machine's claim by its id; for an added one, a name of the coder's own."),
  verdict: z.enum(['accept', 'correct', 'reject', 'add', 'drop']).describe('`drop` takes back what was added.'),
  values: codedValuesSchema.nullable().describe('All fields, for `correct` and `add`.'),
  start: z.number().int().nonnegative().nullable().describe('The passage of an added one, in UTF-16 units.'),
  end: z.number().int().positive().nullable(),
})
export type CodedAnswer = z.infer<typeof codedAnswerSchema>

/** An answer that stands. */
export const givenAnswerSchema = codedAnswerSchema.extend({
  version: z.string().describe('For the next answer to the same claim.'),
})
export type GivenAnswer = z.infer<typeof givenAnswerSchema>

const coderSchema = z.object({
  id: z.string(),
  name: z.string(),
  done: z.boolean(),
  you: z.boolean(),
})

/** A document that two people code, each without seeing the other's work until both are done. */
export const codingRecordSchema = z.object({
  id: z.uuid(),
  document: z.object({
    id: z.string(),
    doc: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.iso.date().nullable(),
  }),
  state: z.enum(['coding', 'ready', 'settled']).describe('Until both are done · to be adjudicated · in the record.'),
  coders: z.array(coderSchema),
  madeBy: z.string(),
  madeAt: z.string(),
  version: z.string().describe('For its settlement: another once a coder is done, or it is settled.'),
})
export type CodingRecord = z.infer<typeof codingRecordSchema>

/** One claim as the machine and both coders have it; a field that a side does not have is left out. */
export const codedUnitSchema = z.object({
  unit: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  added: z.boolean().describe('The machine had no such claim.'),
  fields: z.array(
    z.object({
      field: fieldSchema.describe('`claim`: whether there is one, true or false.'),
      machine: z.unknown(),
      first: z.unknown(),
      second: z.unknown(),
      agree: z.boolean(),
    }),
  ),
})
export type CodedUnit = z.infer<typeof codedUnitSchema>

/** How far coders agree in a field. */
export const fieldAgreementSchema = z.object({
  field: fieldSchema,
  units: z.number().int().nonnegative(),
  percent: z.number().min(0).max(1).nullable().describe('The share of claims on which both say the same.'),
  alpha: z
    .number()
    .nullable()
    .describe("Krippendorff's alpha (nominal): 1 always, 0 as chance would; null where there is but one value."),
})
export type FieldAgreement = z.infer<typeof fieldAgreementSchema>

/** How an adjudicator settles a disagreement. */
export const settlementSchema = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        unit: z.string().min(1).max(100),
        field: fieldSchema,
        take: z.enum(['first', 'second']),
      }),
    )
    .max(5000),
  reason: z.string().trim().min(1).max(2000).describe('Why: kept with every review that comes of it.'),
})
export type Settlement = z.infer<typeof settlementSchema>
