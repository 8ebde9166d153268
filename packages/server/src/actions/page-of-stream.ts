import type { Page } from '@sijil/core/contract/page.js'
import { badCursor } from '../problems.ts'

/** A page out of a short list that comes in a lasting order: what is passed over is read, and let go. */
export const pageOfStream = async <T>(
  items: AsyncIterable<T> | Iterable<T>,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<T> & { readonly items: T[] }> => {
  const start = after === undefined ? 0 : startAt(after)
  const shown: T[] = []
  let at = 0
  for await (const item of items) {
    if (at >= start + limit) return { items: shown, next: Buffer.from(`at ${at}`).toString('base64url'), total: null }
    if (at >= start) shown.push(item)
    at++
  }
  return { items: shown, next: null, total: null }
}

const startAt = (after: string): number => {
  const place = /^at (\d{1,12})$/.exec(Buffer.from(after, 'base64url').toString())?.[1]
  if (place === undefined) throw badCursor(after)
  return Number(place)
}
