import type { JudgementRecord } from '@sijil/core/contract/judgement-record.js'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '../../components/button.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { say } from '../../components/toasts.tsx'
import { api, isConflict } from '../../lib/api.ts'
import { moment, named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { problemWords } from '../../lib/problem-words.ts'
import { judgementsQuery } from '../../lib/resources.ts'
import { useMay } from '../../lib/session.ts'

/** What people said of incidents and claims; each can be taken back, and stays in the history. */
export const Judgements = () => {
  const t = useT()
  const client = useQueryClient()
  const mayJudge = useMay('judge')
  const query = useInfiniteQuery(judgementsQuery)
  const withdraw = useMutation({
    mutationFn: ({ id, version }: JudgementRecord) =>
      api.call('withdrawJudgement', { params: { id }, body: { reason: t('judge.withdrawReason') }, version }),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => {
      say(isConflict(error) ? t('judge.conflict') : problemWords(error, t), { tone: 'alert' })
      void client.invalidateQueries()
    },
  })
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={4} />
  const rows = query.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <p className="text-soft">{t('judgements.none')}</p>
  return (
    <>
      <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-start justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3"
          >
            <span className={row.withdrawn ? 'text-faint line-through' : ''}>
              <Side id={row.left} /> <strong className="mx-1 font-medium">{named(t, 'judged', row.verdict)}</strong>{' '}
              <Side id={row.right} />
              <span className="block text-[0.87rem] text-soft">
                <Words>{row.reason}</Words> · <Words>{row.by}</Words> · <Words>{moment(row.at)}</Words>
              </span>
            </span>
            {mayJudge && row.withdrawn === null && (
              <Button small onPress={() => withdraw.mutate(row)} isDisabled={withdraw.isPending}>
                {t('judge.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button className="mt-3" onPress={() => query.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </>
  )
}

/** A code leads to its incident; a claim's id is shown short. */
const Side = ({ id }: { readonly id: string }) =>
  /^[0-9a-f]{16,}$/.test(id) ? (
    <Ltr className="text-faint">{id.slice(0, 10)}</Ltr>
  ) : (
    <Link to="/incidents/$code" params={{ code: id }} className="text-accent">
      <Ltr>{id}</Ltr>
    </Link>
  )
