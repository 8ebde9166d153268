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
    mutationFn: (id: string) =>
      api.call('withdrawReview', { params: { id }, body: { reason: t('review.undoReason') } }),
    onSuccess: () => client.invalidateQueries(),
    onError,
  })
  const done = async (reviews: readonly string[]): Promise<void> => {
    await client.invalidateQueries()
    const undo = async (): Promise<void> => {
      for (const id of [...reviews].reverse()) await withdraw.mutateAsync(id)
      say(t('judge.undone'))
    }
    say(t('judge.done'), { undo: () => void undo() })
  }
  const decide = useMutation({
    // One after the other: each write tells the version that the one before left.
    mutationFn: async (decisions: readonly Decision[]) => {
      let seen = version
      const made: string[] = []
      for (const body of decisions) {
        const { body: reply } = await api.call('reviewIncident', {
          params: { code: incident.id },
          body,
          ...(seen === null ? {} : { version: seen }),
        })
        made.push(reply.review.id)
        seen = `"${reply.incident.version}"`
      }
      return made
    },
    onSuccess: done,
    onError,
  })
  const check = useMutation({
    mutationFn: async ({ id, decision, reason }: CheckDecision) =>
      (await api.call('reviewCheck', { params: { id }, body: { decision, reason } })).body.review.id,
    onSuccess: (id) => done([id]),
    onError,
  })
  return { decide, check, withdraw }
}

interface CheckDecision {
  readonly id: string
  readonly decision: 'accept' | 'dismiss'
  readonly reason: string
}
