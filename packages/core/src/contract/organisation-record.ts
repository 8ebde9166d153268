import { z } from 'zod'

/** A table of organisations that was imported. */
export const organisationListSchema = z.object({
  name: z.string(),
  version: z.string().describe('The name with the first digits of the checksum'),
  sha256: z.string().describe('Of the file; its version for whoever replaces or removes it.'),
  source: z.string().describe('The file it came from.'),
  addedAt: z.string(),
  organisations: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      type: z.string().describe('The kind of source, or `party`.'),
      party: z.string().nullable().describe('The belligerent that it is or speaks for.'),
      aliases: z.array(z.string()),
    }),
  ),
})
export type OrganisationListRecord = z.infer<typeof organisationListSchema>
