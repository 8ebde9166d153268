import { useMutation, useQueryClient } from '@tanstack/react-query'
import { say } from '../../components/toasts.tsx'
import { api, isConflict } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { problemWords } from '../../lib/problem-words.ts'

type Judged = Awaited<ReturnType<typeof api.call<'judge'>>>

/** Runs a judgement, then offers the way back; a judgement made from an older version is refused and said so. */
export const useJudging = (done: (judged: Judged) => void) => {
  const t = useT()
  const client = useQueryClient()
  const takeBack = async (judged: Judged): Promise<void> => {
    for (const { id, version } of judged.body.items)
      await api.call('withdrawJudgement', { params: { id }, body: { reason: t('judge.undoReason') }, version })
    await client.invalidateQueries()
    say(t('judge.undone'))
  }
  return useMutation({
    mutationFn: (judge: () => Promise<Judged>) => judge(),
    onSuccess: async (judged) => {
      await client.invalidateQueries()
      done(judged)
      say(t('judge.done'), { undo: () => void takeBack(judged) })
    },
    onError: (error) => {
      const text = isConflict(error) ? t('judge.conflict') : problemWords(error, t)
      say(text, { tone: 'alert' })
      if (isConflict(error)) void client.invalidateQueries()
    },
  })
}
