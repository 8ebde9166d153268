import type { Incident } from '../../model/incident.ts'
import type { IncidentField } from '../../model/review.ts'
import type { IncidentValues, ReviewedFigure } from '../../model/review-values.ts'
import { timeRange, UNKNOWN_TIME } from '../../model/time-range.ts'
import { figureAt, isFigureField, setFigure, withFigure } from './figures.ts'

/** What an incident has in a field, in the shape in which a person would set it; null for the whole, and for nothing. */
export const valueAt = (incident: Incident, field: IncidentField): unknown => {
  if (field === 'incident') return null
  if (isFigureField(field)) {
    const figure = figureAt(incident, field)
    return figure === undefined ? null : bare(figure)
  }
  if (field === 'time') return { earliest: incident.time.earliest, latest: incident.time.latest }
  if (field === 'place') return { text: incident.placeText, place: incident.place }
  return incident[field]
}

/** The incident with that value in the field; a null value empties it. `why` says who set it. */
export const withValue = (incident: Incident, field: IncidentField, value: unknown, why: string): Incident => {
  if (field === 'incident') return incident
  if (isFigureField(field))
    return withFigure(incident, field, setFigure((value as ReviewedFigure | null) ?? NOTHING, why))
  if (field === 'time') {
    const time = value as IncidentValues['time'] | null
    return { ...incident, time: time === null ? UNKNOWN_TIME : timeRange(time.earliest, time.latest) }
  }
  if (field === 'place') {
    const place = value as IncidentValues['place'] | null
    return { ...incident, place: place?.place ?? null, placeText: place?.text ?? null }
  }
  if (field === 'grade') return value === null ? incident : { ...incident, grade: value as IncidentValues['grade'] }
  return { ...incident, [field]: value ?? [] }
}

const NOTHING: ReviewedFigure = { low: null, high: null, best: null }

const bare = ({ low, high, best }: ReviewedFigure): ReviewedFigure => ({ low, high, best })

/** Whether a field still is as it was. Of a place only where it is counts: a gazetteer's reasons may change. */
export const sameValue = (field: IncidentField, a: unknown, b: unknown): boolean =>
  JSON.stringify(essence(field, a)) === JSON.stringify(essence(field, b))

const essence = (field: IncidentField, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (isFigureField(field)) {
    const { low, high, best } = value as ReviewedFigure
    return [low, high, best]
  }
  if (field === 'time') return [(value as IncidentValues['time']).earliest, (value as IncidentValues['time']).latest]
  if (field !== 'place') return value
  const { place } = value as IncidentValues['place']
  return place === null ? null : [place.lat, place.lon, place.precision]
}
