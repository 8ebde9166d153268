import { z } from 'zod'

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)

/** A box of the map in degrees: west, south, east, north. West may be greater than east: it crosses the 180th meridian then. */
export const bboxSchema = z
  .tuple([longitude, latitude, longitude, latitude])
  .refine(([, south, , north]) => south <= north, { error: 'its south lies north of its north' })
export type Bbox = z.infer<typeof bboxSchema>

/** Reads `WEST,SOUTH,EAST,NORTH`; null when it is none. */
export const parseBbox = (text: string): Bbox | null => {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const read = bboxSchema.safeParse(parts)
  return read.success ? read.data : null
}
