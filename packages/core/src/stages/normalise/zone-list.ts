import type { Zone } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'

/** Zones found so far, in order and never overlapping: what was found first stays. */
export interface ZoneList {
  /** Adds a zone unless it is empty or overlaps one that is there; says whether it did. */
  add(zone: Zone): boolean
  /** Whether a zone overlaps the span. */
  touches(span: Span): boolean
  /** Whether one zone holds all of the span. */
  covers(span: Span): boolean
  /** All of them in their order. */
  readonly zones: readonly Zone[]
}

/** A list of zones, beginning with those given. */
export const zoneList = (given: readonly Zone[]): ZoneList => {
  const zones: Zone[] = []
  /** The first zone that ends after `at`. */
  const indexAfter = (at: number): number => {
    let low = 0
    let high = zones.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((zones[middle]?.end ?? 0) > at) high = middle
      else low = middle + 1
    }
    return low
  }
  const touches = (span: Span): boolean => (zones[indexAfter(span.start)]?.start ?? Number.POSITIVE_INFINITY) < span.end
  const add = (zone: Zone): boolean => {
    if (zone.end <= zone.start || touches(zone)) return false
    zones.splice(indexAfter(zone.start), 0, zone)
    return true
  }
  const covers = (span: Span): boolean => {
    const zone = zones[indexAfter(span.start)]
    return zone !== undefined && zone.start <= span.start && zone.end >= span.end
  }
  for (const zone of given) add(zone)
  return { add, touches, covers, zones }
}
