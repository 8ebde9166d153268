import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import type { IncidentReviewRequest } from '@sijil/core/contract/review-record.js'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { say } from '../../components/toasts.tsx'
import { api, isConflict } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { problemWords } from '../../lib/problem-words.ts'

type Decision = Omit<IncidentReviewRequest, 'sees'>

/** Writing a person's decisions on an incident and its checks; each can be taken back. */
export const useDeciding = (incident: IncidentDetail, version: string | null) => {
  const t = useT()
  const client = useQueryClient()
  const onError = (error: unknown): void => {
    say(isConflict(error) ? t('judge.conflict') : problemWords(error, t), { tone: 'alert' })
    void client.invalidateQueries()
  }
  const withdraw = useMutation({
    mutationFn: ({ id, version }: Standing) =>
      api.call('withdrawReview', { params: { id }, body: { reason: t('review.undoReason') }, version }),
    onSuccess: () => client.invalidateQueries(),
    onError,
  })
  const done = async (reviews: readonly Standing[]): Promise<void> => {
    await client.invalidateQueries()
    const undo = async (): Promise<void> => {
      for (const review of [...reviews].reverse()) await withdraw.mutateAsync(review)
      say(t('judge.undone'))
    }
    say(t('judge.done'), { undo: () => void undo() })
  }
  const decide = useMutation({
    // One after the other: each write tells the version that the one before left.
    mutationFn: async (decisions: readonly Decision[]) => {
      let seen = version ?? ''
      const made: Standing[] = []
      for (const body of decisions) {
        const { body: reply } = await api.call('reviewIncident', {
          params: { code: incident.id },
          body,
          version: seen,
        })
        made.push(reply.review)
        seen = reply.incident.version ?? ''
      }
      return made
    },
    onSuccess: done,
    onError,
  })
  const check = useMutation({
    mutationFn: async ({ id, version, decision, reason }: CheckDecision) =>
      (await api.call('reviewCheck', { params: { id }, body: { decision, reason }, version })).body.review,
    onSuccess: (review) => done([review]),
    onError,
  })
  return { decide, check, withdraw }
}

/** A review that stands, as much as it takes to withdraw it. */
interface Standing {
  readonly id: string
  readonly version: string
}

interface CheckDecision extends Standing {
  readonly decision: 'accept' | 'dismiss'
  readonly reason: string
}
