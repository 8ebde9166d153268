import { z } from 'zod'
import type { Bounds } from '../model/count.ts'
import type { Figure, MetricFigures } from '../model/incident.ts'

/** Bounds of a number of people, as reported. `high: null` = open ("at least 12"); both null = no number was reported. */
export const rangeSchema = z.object({
  low: z.number().int().nonnegative().nullable(),
  high: z.number().int().nonnegative().nullable(),
})
export type RangeRecord = z.infer<typeof rangeSchema>

/** A metric's range with its best estimate, whole and by the status of the victims. */
export const figureSchema = rangeSchema.extend({
  best: z.number().int().nonnegative().nullable(),
  civilians: rangeSchema,
  combatants: rangeSchema,
  unknown: rangeSchema,
})
export type FigureRecord = z.infer<typeof figureSchema>

const NO_RANGE: RangeRecord = { low: null, high: null }

/** The bounds alone. */
export const toRangeRecord = (bounds: Bounds | undefined): RangeRecord =>
  bounds === undefined ? NO_RANGE : { low: bounds.low, high: bounds.high }

/** A metric's figures as a record; all null where no claim reports the metric. */
export const toFigureRecord = (figures: MetricFigures | undefined): FigureRecord => ({
  ...toRangeRecord(figures?.all),
  best: figures?.all.best ?? null,
  civilians: toRangeRecord(figures?.civilians),
  combatants: toRangeRecord(figures?.combatants),
  unknown: toRangeRecord(figures?.unknown),
})

/** A figure with the claims that set each bound, and why, in one sentence. */
export const figureReasonSchema = rangeSchema.extend({
  best: z.number().int().nonnegative().nullable(),
  lowBy: z.array(z.string()),
  highBy: z.array(z.string()),
  bestBy: z.array(z.string()),
  why: z.string(),
})
export type FigureReasonRecord = z.infer<typeof figureReasonSchema>

/** A figure with its reasons. */
export const toFigureReason = (figure: Figure): FigureReasonRecord => ({
  low: figure.low,
  high: figure.high,
  best: figure.best,
  lowBy: [...figure.lowBy],
  highBy: [...figure.highBy],
  bestBy: [...figure.bestBy],
  why: figure.why,
})
