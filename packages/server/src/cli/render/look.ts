import type { Output } from '../io.ts'
import { type Paint, paintFor } from './paint.ts'

/** How to print: the columns there are, and the colours. */
export interface Look {
  readonly width: number
  readonly paint: Paint
}

/** The look of an output. */
export const lookOf = ({ width, colour }: Output): Look => ({ width, paint: paintFor(colour) })
