import { z } from 'zod'

/** A batch of raw bytes to be read; the bytes themselves are with the raw files. */
export const ingestJobSchema = z.object({
  import: z.number().int(),
  /** The collection that its documents go into; null = the first one. */
  collection: z.number().int().nullable(),
  priority: z.number().int(),
  items: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      mediaType: z.string().nullable(),
      url: z.string().nullable(),
      part: z.object({ firstLine: z.number().int() }).optional(),
    }),
  ),
})
export type IngestJob = z.infer<typeof ingestJobSchema>

/** Stored documents whose claims are to be read, or placed, anew. */
export const documentsJobSchema = z.object({ documents: z.array(z.string()) })
