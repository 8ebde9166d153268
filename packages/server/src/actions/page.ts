import { type Page, type PageRequest, pageRequestSchema } from '@sijil/core/contract/page.js'
import { badCursor } from '../problems/record.ts'
import { COUNTED, type Ended } from '../store/queries/keyset.ts'

/** A page asked for, in one of a listing's orders. */
export type SortedPage<Sort extends string> = PageRequest & { readonly sort?: Sort }

/** A row with where it stands in the order. */
interface Standing {
  readonly ended: Ended
}

interface Listing<Row, Item, Sort extends string> {
  /** The order unless another is asked for. */
  readonly sort: Sort
  readonly rows: (page: {
    readonly sort: Sort
    readonly after: Ended | null
    readonly size: number
  }) => Promise<readonly Row[]>
  /** How many there are, no further than one above `COUNTED`. */
  readonly count: () => Promise<number>
  readonly items: (rows: readonly Row[]) => Promise<readonly Item[]>
}

/** A page of a listing. Throws a Problem for an `after` that no page of that order gave. */
export const pageOf = async <Row extends Standing, Item, Sort extends string>(
  listing: Listing<Row, Item, Sort>,
  request: SortedPage<Sort>,
): Promise<Page<Item>> => {
  const { limit, after, total } = pageRequestSchema.parse(request)
  const sort = request.sort ?? listing.sort
  const ended = after === undefined ? null : readCursor(sort, after)
  const rows = await listing.rows({ sort, after: ended, size: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const counted = total ? await listing.count() : null
  return {
    items: await listing.items(shown),
    next: rows.length > limit && last !== undefined ? cursorOf(sort, last.ended) : null,
    total: counted === null ? null : { count: Math.min(counted, COUNTED), exact: counted <= COUNTED },
  }
}

/** A place in an order, to be given back as `after`. */
export const cursorOf = (sort: string, ended: Ended): string =>
  Buffer.from(JSON.stringify([sort, ...ended])).toString('base64url')

/** The place that a page gave. Throws a Problem for one that no page of that order gave. */
export const readCursor = (sort: string, after: string): Ended => {
  try {
    const [order, key, tie]: readonly unknown[] = JSON.parse(Buffer.from(after, 'base64url').toString())
    if (order === sort && isKey(key) && typeof tie === 'string' && /^[\w-]+$/.test(tie)) return [key, tie]
  } catch {
    // Not even JSON: told below.
  }
  throw badCursor(after)
}

/** The number after which a page begins in an order by numbers; null for the first page. */
export const pastNumber = (after: Ended | null): number | null => {
  if (after === null) return null
  const number = Number(after[0])
  if (!Number.isSafeInteger(number)) throw badCursor(after[0])
  return number
}

/** A day, an end of time or a number: nothing else is ever a key. */
const isKey = (key: unknown): key is string =>
  typeof key === 'string' && /^(-?infinity|\d{4,6}-\d\d-\d\d|-?\d{1,18})$/.test(key)

/** All items of a listing, a page at a time. */
export async function* everyPage<Item>(
  find: (page: { readonly limit: number; readonly after?: string }) => Promise<Page<Item>>,
  limit: number,
): AsyncGenerator<Item> {
  let page = await find({ limit })
  for (;;) {
    yield* page.items
    if (page.next === null) return
    page = await find({ limit, after: page.next })
  }
}
