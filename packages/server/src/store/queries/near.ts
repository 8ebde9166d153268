import { sql } from 'kysely'
import type { Db } from '../database.ts'

export interface Point {
  readonly lat: number
  readonly lon: number
}

/** An incident by its code, and how far it lies. */
export interface NearIncident {
  readonly code: string
  readonly km: number
}

const EARTH_KM = 6371.0088

/** Located incidents within so many kilometres of a point, along the great circle, the nearest first. */
export const incidentsNear = async (
  db: Db,
  { lat, lon }: Point,
  km: number,
  limit: number,
): Promise<readonly NearIncident[]> => {
  const { rows } = await sql<NearIncident>`
    select code, km from (
      select code, ${EARTH_KM}::float8 * 2 * asin(least(1, sqrt(
               sin(radians(lat - ${lat}::float8) / 2) ^ 2 +
               cos(radians(lat)) * cos(radians(${lat}::float8)) * sin(radians(lon - ${lon}::float8) / 2) ^ 2))) as km
        from incidents where lat is not null and lon is not null
    ) as measured
     where km <= ${km} order by km, code limit ${limit}`.execute(db)
  return rows
}
