import type { Bounds, Hedge } from '../../../model/count.ts'
import type { HedgeWord } from './number-words.ts'

/** Bounds with the hedge that made them. */
export type HedgedBounds = Bounds & { readonly hedge: Hedge }

/** A vague word has no bounds. */
export const VAGUE_BOUNDS: HedgedBounds = { low: null, high: null, hedge: 'vague' }

/** The bounds that a hedge leaves to a number (or to a range, where `low` is not `high`). */
export const hedgedBounds = (low: number, high: number, hedge: HedgeWord): HedgedBounds => {
  switch (hedge) {
    case 'at_least':
      return { low, high: null, hedge }
    case 'more_than':
      return { low: low + 1, high: null, hedge }
    case 'at_most':
      return { low: 0, high, hedge }
    case 'less_than':
      return { low: 0, high: Math.max(0, high - 1), hedge: 'at_most' }
    case 'almost':
      return { low: null, high, hedge }
    case 'vague':
    case 'exact':
    case 'about':
    case 'range':
      return { low, high, hedge: low === high ? hedge : 'range' }
  }
}
