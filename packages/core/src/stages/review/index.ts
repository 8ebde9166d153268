import type { Stage } from '../../pipeline/stage.ts'
import { reviewClaims } from './review-claims.ts'
import { reviewIncidents } from './review-incidents.ts'

/** Puts people's decisions about claims in the place of what was read, before anything is linked. */
export const reviewClaimsStage: Stage<'claims' | 'places' | 'reviews', 'claims' | 'places'> = {
  name: 'review-claims',
  version: '1',
  needs: ['claims', 'places', 'reviews'],
  adds: ['claims', 'places'],
  run: (layers) => {
    const { claims, places } = reviewClaims(layers)
    return { claims, places }
  },
}

/** Puts people's decisions about incidents and checks in the place of what was reconciled. */
export const reviewIncidentsStage: Stage<'incidents' | 'reviews', 'incidents'> = {
  name: 'review-incidents',
  version: '1',
  needs: ['incidents', 'reviews'],
  adds: ['incidents'],
  run: ({ incidents, reviews }) => ({ incidents: reviewIncidents(incidents, reviews) }),
}
