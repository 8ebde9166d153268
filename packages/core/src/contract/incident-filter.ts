import { z } from 'zod'

/** Which incidents are asked for; what is left out does not narrow. */
export const incidentFilterSchema = z.object({
  from: z.iso.date().optional().describe('First day; incidents that ended before it are left out.'),
  to: z.iso.date().optional().describe('Last day; incidents that began after it are left out.'),
  place: z.string().min(1).optional().describe("A place's name in any spelling, or an area's."),
  minKilled: z
    .number()
    .int()
    .nonnegative()
    .optional()
    .describe('At least so many killed, by the high bound (open counts as more than any number).'),
})
export type IncidentFilter = z.infer<typeof incidentFilterSchema>
