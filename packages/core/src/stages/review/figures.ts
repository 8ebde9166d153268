import { GROUPS, type Group, type Metric } from '../../model/claim.ts'
import type { Figure, Incident, MetricFigures } from '../../model/incident.ts'
import { FIGURE_FIELDS, type FigureField, type IncidentField, type Side } from '../../model/review.ts'
import type { ReviewedFigure } from '../../model/review-values.ts'

/** Whether a field of an incident is a figure. */
export const isFigureField = (field: string): field is FigureField =>
  (FIGURE_FIELDS as readonly string[]).includes(field)

/** A figure by its field; undefined where no claim gives any. */
export const figureAt = (incident: Incident, field: FigureField): Figure | undefined => {
  if (isGroup(field)) return incident.groups[field]
  const [metric, side] = partsOf(field)
  return incident.figures[metric]?.[side]
}

/** The incident with another figure in that field. What others count of it is kept within the whole. */
export const withFigure = (incident: Incident, field: FigureField, figure: Figure): Incident => {
  if (isGroup(field)) return { ...incident, groups: { ...incident.groups, [field]: figure } }
  const [metric, side] = partsOf(field)
  const changed = { ...(incident.figures[metric] ?? NO_FIGURES), [side]: figure }
  const figures = side === 'all' ? heldTo(figure, changed) : changed
  const groups =
    field === 'killed'
      ? Object.fromEntries(Object.entries(incident.groups).map(([group, one]) => [group, capped(one, figure)]))
      : incident.groups
  return { ...incident, groups, figures: { ...incident.figures, [metric]: figures } }
}

/** A figure that a person set. */
export const setFigure = ({ low, high, best }: ReviewedFigure, why: string): Figure => ({
  low,
  high,
  best,
  lowBy: [],
  highBy: [],
  bestBy: [],
  why,
})

const NONE = setFigure({ low: null, high: null, best: null }, 'nobody gives a number')
const NO_FIGURES: MetricFigures = { all: NONE, civilians: NONE, combatants: NONE, unknown: NONE }

const isGroup = (field: IncidentField): field is Group => (GROUPS as readonly string[]).includes(field)

const partsOf = (field: Exclude<FigureField, Group>): readonly [Metric, 'all' | Side] => {
  const [metric, side] = field.split('.') as [Metric, Side?]
  return [metric, side ?? 'all']
}

const heldTo = (whole: Figure, { civilians, combatants, unknown }: MetricFigures): MetricFigures => ({
  all: whole,
  civilians: capped(civilians, whole),
  combatants: capped(combatants, whole),
  unknown: capped(unknown, whole),
})

/** Never more of some than of all. */
const capped = (figure: Figure, { high }: Figure): Figure => {
  if (high === null || (figure.low === null && figure.high === null)) return figure
  const cap = (value: number | null) => (value === null ? null : Math.min(value, high))
  return { ...figure, low: cap(figure.low), high: cap(figure.high ?? high), best: cap(figure.best) }
}
