import type { RawItem, Refusal } from '../../pipeline/layers.ts'

/** Why something could not be read: a stable code, and what was wrong with what to do about it. */
export interface Fault {
  readonly code: string
  readonly text: string
}

/** The refusal of an item, or of the place `at` in it. */
export const refuse = (item: RawItem, at: string | null, fault: Fault): Refusal => ({ name: item.name, at, ...fault })

/** A number with commas between thousands, as messages show it. */
export const withCommas = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
