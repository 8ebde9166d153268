import { WHAT_THE_NUMBERS_ARE } from '../../contract/grade-meanings.ts'
import type { PublishedIncident } from '../../contract/published-incident.ts'

/** From this precision on (UCDP where_prec), a point stands for an area, not for the place. */
const FIRST_AREA_PRECISION = 3

/** A GeoJSON feature (RFC 7946) of one incident. */
export interface IncidentFeature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [lon: number, lat: number] } | null
  readonly properties: Omit<PublishedIncident, 'id'> & {
    /** Whether the point is the place, only the middle of the area that holds it, or missing. */
    readonly point: 'place' | 'middle of an area' | 'none'
    readonly precision: number | null
    /** Metres around the point within which the place lies. */
    readonly radius: number | null
  }
}

/**
 * An incident as a feature. Its point carries `precision` and `radius`; a point that only stands for an area says so, and
 * an incident that was not located has no geometry rather than a false one.
 */
export const incidentFeature = ({ id, ...properties }: PublishedIncident): IncidentFeature => {
  const { lat, lon, precision, radius } = properties.place
  const located = lat !== null && lon !== null && precision !== null
  return {
    type: 'Feature',
    id,
    geometry: located ? { type: 'Point', coordinates: [lon, lat] } : null,
    properties: {
      ...properties,
      point: !located ? 'none' : precision < FIRST_AREA_PRECISION ? 'place' : 'middle of an area',
      precision: located ? precision : null,
      radius: located ? radius : null,
    },
  }
}

/** The incidents as a GeoJSON feature collection, a feature a line. */
export async function* incidentsGeojson(
  incidents: AsyncIterable<PublishedIncident> | Iterable<PublishedIncident>,
): AsyncGenerator<string> {
  let comma = ''
  yield `{"type":"FeatureCollection","about":${JSON.stringify(WHAT_THE_NUMBERS_ARE)},"features":[`
  for await (const incident of incidents) {
    yield `${comma}\n${JSON.stringify(incidentFeature(incident))}`
    comma = ','
  }
  yield '\n]}\n'
}
