import type { Claim } from '@sijil/core/model/claim.js'
import type { ClaimPlaces, Place } from '@sijil/core/model/place.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { numberNames } from './place-names.ts'

/** Where claims lie, in place of where they lay before: what they are narrowed by. */
export const replaceSpots = async (db: Db, claims: readonly Claim[], places: readonly ClaimPlaces[]): Promise<void> => {
  if (claims.length === 0) return
  const located = new Map(places.map((one) => [one.claim, one.places]))
  const spots = claims.flatMap((claim) =>
    claim.places.map((mention, i) => spotOf(claim.id, mention.text, located.get(claim.id)?.[i] ?? null)),
  )
  const numbers = await numberNames(
    db,
    spots.flatMap(({ names }) => names),
  )
  const rows = spots.map(({ names, ...spot }) => ({ ...spot, names: names.flatMap((name) => numbers.get(name) ?? []) }))
  await sql`
    delete from claim_spots using claims
     where claims.seq = claim_seq and claims.id = any(${claims.map(({ id }) => id)})`.execute(db)
  await sql`
    insert into claim_spots (claim_seq, names, country, spot)
    select claims.seq, r.names, r.country, point(r.lon, r.lat)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(claim text, names integer[], country text, lon float8, lat float8)
      join claims on claims.id = r.claim`.execute(db)
}

const spotOf = (claim: string, text: string, place: Place | null) => ({
  claim,
  names: [...new Set([text, place?.name, place?.admin1].filter((name) => typeof name === 'string'))],
  country: place?.country ?? null,
  lon: place?.lon ?? null,
  lat: place?.lat ?? null,
})
