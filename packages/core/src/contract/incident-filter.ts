import { z } from 'zod'

/** Which incidents are asked for; what is left out does not narrow. */
export const incidentFilterSchema = z.object({
  /** First day; incidents that ended before it are left out. */
  from: z.iso.date().optional(),
  /** Last day; incidents that began after it are left out. */
  to: z.iso.date().optional(),
  /** A place's name in any spelling, or an area's. */
  place: z.string().min(1).optional(),
  /** At least so many killed, by the high bound (open counts as more than any number). */
  minKilled: z.number().int().nonnegative().optional(),
})
export type IncidentFilter = z.infer<typeof incidentFilterSchema>
