import type { Claim } from '@sijil/core/model/claim.js'
import { isPersons } from '@sijil/core/model/review.js'
import { blocksOf } from '@sijil/core/stages/link/blocks.js'
import { reviewClaims } from '@sijil/core/stages/review/review-claims.js'
import { canonicalJson } from '../store/canonical-json.ts'
import type { Db } from '../store/database.ts'
import { replaceSpots } from '../store/queries/claim-spots.ts'
import { claimsAsRead, placesAsRead, type ReviewedClaim, replaceReviewed } from '../store/queries/claims.ts'
import { documentsInBlocksOf, markToLink, replaceBlocks } from '../store/queries/linking.ts'
import { reviewsOfDocuments } from '../store/queries/reviews.ts'

/**
 * Folds the reviews of documents' claims anew, and lets the documents, and those that they could be linked with before or
 * can be now, wait to be linked.
 */
export const refreshReviewed = async (tx: Db, documents: readonly string[]): Promise<void> => {
  const neighbours = await documentsInBlocksOf(tx, documents)
  const claims = await claimsAsRead(tx, documents, { persons: true })
  const places = await placesAsRead(tx, documents)
  const reviews = await reviewsOfDocuments(tx, documents)
  const reviewed = reviewClaims({ claims, places, reviews })
  const now = new Map(reviewed.claims.map((claim) => [claim.id, claim]))
  const lies = new Map(reviewed.places.map((one) => [one.claim, one]))
  const placed = new Set([...reviewed.reviews].filter(([, own]) => own.some(isOnPlaces)).map(([id]) => id))
  const changed = claims.flatMap((claim): readonly ReviewedClaim[] => {
    const left = now.get(claim.id)
    if (left === undefined) return [{ claim, rejected: true, places: null }]
    const own = placed.has(claim.id) ? (lies.get(claim.id)?.places ?? null) : null
    return own === null && !isPersons(claim) && sameClaim(left, claim)
      ? []
      : [{ claim: left, rejected: false, places: own }]
  })
  await replaceReviewed(tx, documents, changed)
  await replaceSpots(tx, reviewed.claims, reviewed.places)
  await replaceBlocks(
    tx,
    documents.map((document) => {
      const own = reviewed.claims.filter((claim) => claim.document === document)
      return { document, keys: [...new Set(own.flatMap((claim) => blocksOf(claim, lies.get(claim.id))))] }
    }),
  )
  await markToLink(tx, [...new Set([...documents, ...neighbours.map(({ document }) => document)])])
}

const isOnPlaces = ({ field }: { readonly field: string }): boolean => field === 'places'

const sameClaim = (a: Claim, b: Claim): boolean => canonicalJson(a) === canonicalJson(b)
