import { z } from 'zod'
import { METRICS, SCOPES } from '../model/claim.ts'

/** Which claims are asked for; what is left out does not narrow. */
export const claimFilterSchema = z.object({
  /** A document's name. */
  doc: z.string().min(1).optional(),
  /** An incident's code. */
  incident: z.string().min(1).optional(),
  metric: z.enum(METRICS).optional(),
  scope: z.enum(SCOPES).optional(),
})
export type ClaimFilter = z.infer<typeof claimFilterSchema>
