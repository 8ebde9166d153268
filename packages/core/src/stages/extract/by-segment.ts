import type { Layout } from './layout.ts'

/** What a list holds in each segment. Kept for as long as the list lives: every claim of a document asks, of few segments each. */
const known = new WeakMap<readonly unknown[], ReadonlyMap<number, readonly unknown[]>>()

/** The items of a list whose first token lies in a segment, in their order. */
export const inSegment = <T>(
  items: readonly T[],
  segment: number,
  layout: Layout,
  firstOf: (item: T) => number,
): readonly T[] => {
  let bySegment = known.get(items) as ReadonlyMap<number, readonly T[]> | undefined
  if (bySegment === undefined) {
    bySegment = grouped(items, (item) => layout.segmentOf[firstOf(item)] ?? -1)
    known.set(items, bySegment)
  }
  return bySegment.get(segment) ?? NONE
}

const NONE: readonly never[] = []

const grouped = <T>(items: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, readonly T[]> => {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
