import { z } from 'zod'
import type { RedactionProfile } from '../../stages/publish/redact.ts'
import type { Role } from './role.ts'

const profileSchema = z.strictObject({
  names: z.enum(['never', 'on-request']).describe('Whether `names=show` is granted; each look is kept in the log.'),
  grid: z.number().min(0.01).max(5).nullable().describe('Degrees of the grid to which points are coarsened.'),
}) satisfies z.ZodType<RedactionProfile>

/** What each role may see of protected fields. The public may be given coarse points alone, and no names. */
export const redactionProfilesSchema = z.strictObject({
  public: z.strictObject({ names: z.literal('never'), grid: profileSchema.shape.grid }),
  viewer: profileSchema,
  coder: profileSchema,
  reviewer: profileSchema,
  admin: profileSchema,
}) satisfies z.ZodType<Readonly<Record<Role, RedactionProfile>>>
export type RedactionProfiles = z.infer<typeof redactionProfilesSchema>
