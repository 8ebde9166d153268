import type { Claim } from '../../model/claim.ts'
import type { DocumentId } from '../../model/document.ts'
import type { ClaimPlaces } from '../../model/place.ts'
import { NO_ORGANISATIONS } from '../../origins/organisations.ts'
import type { DocumentText } from '../../pipeline/layers.ts'
import type { Context, Stage } from '../../pipeline/stage.ts'
import type { ReadText } from '../../text/read-text.ts'
import { placeReaderOf } from '../../toponyms/place-readers.ts'
import { withoutParties } from '../../toponyms/without-parties.ts'
import { placeOf } from './place-of.ts'
import { queryOf, queryOfMention } from './place-query.ts'
import { resolvePlaces } from './resolve.ts'

/**
 * Says where each claim's places lie, all names of a document together. What no gazetteer has comes out as the area it
 * lies in, never as a wrong point.
 */
export const geocodeStage: Stage<'documents' | 'readings' | 'claims', 'places'> = {
  name: 'geocode',
  version: '1',
  needs: ['documents', 'readings', 'claims'],
  adds: ['places'],
  run: ({ documents, readings, claims }, context) => {
    const byDocument = new Map<DocumentId, Claim[]>()
    for (const claim of claims) byDocument.set(claim.document, [...(byDocument.get(claim.document) ?? []), claim])
    const places = documents.flatMap((item) => {
      const own = byDocument.get(item.document.id) ?? []
      const reading = readings.get(item.document.id)
      return own.length === 0 || reading === undefined ? own.map(unplaced) : geocode(item, reading, own, context)
    })
    return { places }
  },
}

const unplaced = (claim: Claim): ClaimPlaces => ({ claim: claim.id, places: claim.places.map(() => null) })

const geocode = (
  item: DocumentText,
  reading: ReadText,
  claims: readonly Claim[],
  { lexicons, gazetteer, organisations }: Context,
): readonly ClaimPlaces[] => {
  const lexicon = lexicons.get(item.document.language ?? '')
  if (lexicon === undefined) return claims.map(unplaced)
  const { placesIn, nationsIn } = placeReaderOf(lexicon)
  const toponyms = withoutParties(placesIn(reading, lexicon, gazetteer), organisations ?? NO_ORGANISATIONS, gazetteer)
  const mentioned = claims.map((claim) => claim.places.map((mention) => queryOfMention(mention, toponyms)))
  const queries = [...toponyms.map(queryOf), ...mentioned.flat()]
  const resolution = resolvePlaces(queries, nationsIn(reading, lexicon), gazetteer, null)
  return claims.map((claim, i) => ({
    claim: claim.id,
    places: (mentioned[i] ?? []).map((query) => placeOf(query, queries, resolution, gazetteer)),
  }))
}
