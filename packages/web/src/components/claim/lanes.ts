export interface Marked {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** One run of an article's text, with the claims that cover it and the lane each is underlined in. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly covers: readonly { readonly id: string; readonly lane: number }[]
}

export const LANES = 3

/**
 * Cuts a text of `length` UTF-16 units into runs at every claim's edges, so that nested and overlapping claims can be told
 * apart. A claim keeps one lane over its whole length; two that overlap share none while lanes last.
 */
export const segmentsOf = (length: number, marks: readonly Marked[]): readonly Segment[] => {
  const sorted = marks
    .filter(({ start, end }) => start < end && start >= 0 && end <= length)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const laneOf = new Map<string, number>()
  const ends: number[] = []
  for (const { id, start, end } of sorted) {
    const free = Array.from({ length: LANES }, (_, lane) => lane).find((lane) => (ends[lane] ?? 0) <= start)
    const lane = free ?? LANES - 1
    ends[lane] = Math.max(ends[lane] ?? 0, end)
    laneOf.set(id, lane)
  }
  const edges = [...new Set([0, length, ...sorted.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const segments: Segment[] = []
  let first = 0
  for (const [at, start] of edges.slice(0, -1).entries()) {
    const end = edges[at + 1] ?? length
    while (first < sorted.length && (sorted[first]?.end ?? 0) <= start) first += 1
    const covers = []
    for (let next = first; next < sorted.length; next += 1) {
      const mark = sorted[next]
      if (mark === undefined || mark.start > start) break
      if (mark.end > start) covers.push({ id: mark.id, lane: laneOf.get(mark.id) ?? 0 })
    }
    segments.push({ start, end, covers })
  }
  return segments
}
