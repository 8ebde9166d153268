import { z } from 'zod'

/** The most that one page holds. */
export const MOST_ON_A_PAGE = 500

/** Which part of a listing is asked for. */
export const pageRequestSchema = z.object({
  limit: z.number().int().min(1).max(MOST_ON_A_PAGE).default(50).describe('How many at most.'),
  after: z.string().min(1).optional().describe('The `next` of the page before; the first page without it.'),
  total: z.boolean().default(false).describe('Whether to count all that the filter leaves, too.'),
})
export type PageRequest = z.input<typeof pageRequestSchema>

/** How many there are in all: counted no further than a bound, so that the answer stays fast. */
export const totalSchema = z.object({
  count: z.number().int().nonnegative(),
  exact: z.boolean().describe('False: there are more than `count`.'),
})
export type Total = z.infer<typeof totalSchema>

/**
 * A page of a listing. Its order is stable: what is added while somebody pages through comes where it belongs and moves
 * nothing else, so that nothing comes twice and nothing is passed over.
 */
export interface Page<T> {
  readonly items: readonly T[]
  /** To be given as `after`, as it is; null on the last page. */
  readonly next: string | null
  /** Null unless it was asked for. */
  readonly total: Total | null
}

/** The schema of a page of some records. */
export const pageSchema = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().describe('To be given as `after`, as it is; null on the last page.'),
    total: totalSchema.nullable().describe('Null unless it was asked for.'),
  })
