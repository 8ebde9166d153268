import type { Claim } from '@sijil/core/model/claim.js'
import type { DocumentId } from '@sijil/core/model/document.js'
import type { ClaimPlaces } from '@sijil/core/model/place.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { geocodeStage } from '@sijil/core/stages/geocode/index.js'
import { blocksOf } from '@sijil/core/stages/link/blocks.js'
import { normalise } from '@sijil/core/stages/normalise/normalise.js'
import { canonicalJson } from '../store/canonical-json.ts'

/** Documents with their claims as they were read, and where those lay until now. */
export interface PlacedBefore {
  readonly documents: readonly DocumentText[]
  readonly claims: readonly Claim[]
  readonly before: readonly ClaimPlaces[]
}

/** A document of which some claims lie elsewhere now. */
export interface DocumentPlaced {
  readonly document: DocumentId
  readonly moved: readonly ClaimPlaces[]
  /** Keys of what all its claims may be linked with now. */
  readonly blocks: readonly string[]
}

/** Places claims that were read before by the gazetteers of the context. Returns the documents where that changes anything. */
export const placeAnew = ({ documents, claims, before }: PlacedBefore, context: Context): readonly DocumentPlaced[] => {
  const { readings } = normalise.run({ documents }, context)
  const { places } = geocodeStage.run({ documents, readings, claims }, context)
  const now = new Map(places.map((one) => [one.claim, one]))
  const then = new Map(before.map((one) => [one.claim, layOf(one)]))
  return documents.flatMap(({ document }): readonly DocumentPlaced[] => {
    const own = claims.filter((claim) => claim.document === document.id)
    const placed = own.flatMap((claim) => now.get(claim.id) ?? [])
    const moved = placed.filter((one) => layOf(one) !== then.get(one.claim))
    if (moved.length === 0) return []
    const blocks = new Set(own.flatMap((claim) => blocksOf(claim, now.get(claim.id))))
    return [{ document: document.id, moved, blocks: [...blocks] }]
  })
}

/** Where a claim's places lie, whichever gazetteer says so: a newer version that knows nothing better moves nothing. */
const layOf = ({ places }: ClaimPlaces): string =>
  canonicalJson(
    places.map((place) => {
      if (place === null) return null
      const { gazetteer: _, runnersUp: __, why: ___, ...lies } = place
      return lies
    }),
  )
