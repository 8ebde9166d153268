import { z } from 'zod'
import { METRICS, SCOPES } from '../model/claim.ts'

/** Which claims are asked for; what is left out does not narrow. */
export const claimFilterSchema = z.object({
  doc: z.string().min(1).optional().describe("A document's name."),
  incident: z.string().min(1).optional().describe("An incident's code."),
  metric: z.enum(METRICS).optional(),
  scope: z.enum(SCOPES).optional(),
})
export type ClaimFilter = z.infer<typeof claimFilterSchema>
