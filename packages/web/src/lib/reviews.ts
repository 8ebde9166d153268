import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type {
  AddClaimRequest,
  ClaimReviewRequest,
  IncidentReviewRequest,
  ReviewRecord,
} from '@sijil/core/contract/review-record.js'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { say } from '../components/toasts.tsx'
import { api, isConflict } from './api.ts'
import { useT } from './i18n.ts'

/** What people made of a claim: the last decision that stands. */
export interface ReviewState {
  readonly verdict: 'open' | 'accepted' | 'corrected' | 'rejected'
  readonly by: string | null
  /** The reviews that stand, the newest last; undoing withdraws the last. */
  readonly standing: readonly ReviewRecord[]
}

export const reviewStateOf = (claim: ClaimRecord): ReviewState => {
  const standing = (claim.reviews ?? []).filter((review) => review.withdrawn === null)
  const last = standing.at(-1)
  const corrected = standing.some((review) => review.decision === 'correct' || review.decision === 'add')
  const verdict = claim.rejected ? 'rejected' : corrected ? 'corrected' : last === undefined ? 'open' : 'accepted'
  return { verdict, by: last?.by ?? null, standing }
}

interface Decision {
  readonly claim: ClaimRecord
  readonly request: Omit<ClaimReviewRequest, 'sees'>
}

/** Writing a person's decisions: each says which version was seen, so that nobody's work is lost. */
export const useReviews = (document: string) => {
  const t = useT()
  const client = useQueryClient()
  const after = async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['document', document] }),
      client.invalidateQueries({ queryKey: ['incidents'] }),
      client.invalidateQueries({ queryKey: ['incident'] }),
      client.invalidateQueries({ queryKey: ['documents'] }),
    ])
  }
  const onError = (error: unknown): void => {
    const conflict = isConflict(error)
    say(conflict ? t('review.conflict') : error instanceof Error ? error.message : String(error), { tone: 'alert' })
    if (conflict) void after()
  }
  const decide = useMutation({
    mutationFn: ({ claim, request }: Decision) =>
      api.call('reviewClaim', {
        params: { id: claim.id },
        body: request,
        version: claim.version ?? '',
      }),
    onSuccess: after,
    onError,
  })
  const withdraw = useMutation({
    mutationFn: (review: ReviewRecord) =>
      api.call('withdrawReview', {
        params: { id: review.id },
        body: { reason: t('review.undoReason') },
        version: review.version,
      }),
    onSuccess: after,
    onError,
  })
  const add = useMutation({
    mutationFn: (request: AddClaimRequest) => api.call('addClaim', { body: request }),
    onSuccess: after,
    onError,
  })
  return { decide, withdraw, add }
}

export type IncidentDecision = IncidentReviewRequest
