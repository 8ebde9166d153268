import { z } from 'zod'
import { MEANS, METRICS, SCOPES } from '../model/claim.ts'
import { placeFilterShape, searchSchema } from './incident-filter.ts'

export const CLAIM_KINDS = ['casualty', 'displacement', 'attack', 'control', 'agreement'] as const

/** Which claims are asked for; what is left out does not narrow. */
export const claimFilterSchema = z.object({
  search: searchSchema.optional().describe("Words of the claim's passage, its places, actors and sources."),
  doc: z.string().min(1).optional().describe("A document's name."),
  incident: z.string().min(1).optional().describe("An incident's code."),
  kind: z.enum(CLAIM_KINDS).optional(),
  metric: z.enum(METRICS).optional(),
  scope: z.enum(SCOPES).optional(),
  from: z.iso.date().optional().describe('First day; claims of harm that ended before it are left out.'),
  to: z.iso.date().optional().describe('Last day; claims of harm that began after it are left out.'),
  ...placeFilterShape,
  actor: z.string().min(1).optional().describe('A part of the name of who is said to have done it.'),
  means: z.enum(MEANS).optional(),
  min: z.number().int().nonnegative().optional().describe('At least so many people, by the high bound (open counts).'),
  max: z.number().int().nonnegative().optional().describe('At most so many people, by the low bound.'),
})
export type ClaimFilter = z.infer<typeof claimFilterSchema>

/** Orders of claims: as they came, or the last to come first. */
export const CLAIM_SORTS = ['oldest', 'newest'] as const
export type ClaimSort = (typeof CLAIM_SORTS)[number]
