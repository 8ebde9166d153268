/** How a number was hedged in the text. */
export const HEDGES = ['exact', 'at_least', 'more_than', 'at_most', 'almost', 'about', 'range', 'vague'] as const
export type Hedge = (typeof HEDGES)[number]

/** Bounds of a number; `null` = open or not stated. */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/**
 * A number of people as stated. "12" → 12–12 · "at least 12" → 12–null · "more than 12" → 13–null · "up to 12" → 0–12 ·
 * "almost 12" → null–12 · "about 12" → 12–12 · vague words → null–null with the word in `vague`.
 */
export interface Count extends Bounds {
  readonly hedge: Hedge
  /** The vague word as it stands ("dozens", "a number of"); null unless the hedge is `vague`. */
  readonly vague: string | null
  /** People, unless the text counts families or households, which are never multiplied silently. */
  readonly unit: 'person' | 'family'
  /** The number holds for each of the claim's places ("two each in A and B"). */
  readonly each: boolean
}
