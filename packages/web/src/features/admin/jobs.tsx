import type { StatusRecord } from '@sijil/core/contract/status-record.js'
import { useQuery } from '@tanstack/react-query'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Rows } from '../../components/rows.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { moment, named, number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { statusQuery } from '../../lib/resources.ts'

/** What waits, what is in hand, what was done, and what was given up and why. */
export const Jobs = () => {
  const t = useT()
  const query = useQuery(statusQuery)
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={4} />
  const { queues, workers, toLink, imports, failures } = query.data
  const numbers = [
    [t('jobs.workers'), workers.length],
    [t('jobs.toLink'), toLink],
    [t('jobs.imports'), imports.length],
  ] as const
  return (
    <div className="flex flex-col gap-5">
      <p className="m-0 max-w-[70ch] text-soft">{t('jobs.lead')}</p>
      <dl className="m-0 flex flex-wrap gap-x-10 gap-y-3">
        {numbers.map(([label, value]) => (
          <div key={label}>
            <dt className="eyebrow">{label}</dt>
            <dd className="m-0 text-2xl font-semibold">
              <Ltr>{number(value)}</Ltr>
            </dd>
          </div>
        ))}
      </dl>
      <Rows
        label={t('admin.jobs')}
        head={[
          { name: t('jobs.queue') },
          { name: t('jobs.waiting'), end: true },
          { name: t('jobs.active'), end: true },
          { name: t('jobs.done'), end: true },
          { name: t('jobs.perMinute'), end: true },
          { name: t('jobs.lag'), end: true },
          { name: t('jobs.failed'), end: true },
        ]}
        rows={queues.map((queue) => ({ id: queue.queue, cells: cellsOf(queue, named(t, 'queueName', queue.queue)) }))}
      />
      {imports.map(({ id, batches, handled }) => (
        <p key={id} className="m-0">
          {t('jobs.import', { id, handled, batches: batches ?? 0, known: batches === null ? 'no' : 'yes' })}
        </p>
      ))}
      {failures.length > 0 && (
        <section>
          <h2 className="mt-0 mb-2 text-[1.05rem] font-semibold">{t('jobs.failures')}</h2>
          <ul className="m-0 flex list-none flex-col gap-1.5 p-0">
            {failures.map(({ queue, at, reason }) => (
              <li key={`${queue} ${at} ${reason}`} className="rounded-md bg-alert-wash px-3 py-1.5">
                <span className="font-medium">{named(t, 'queueName', queue)}</span> <Words>{moment(at)}</Words>
                <Words className="block text-soft">{reason}</Words>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const cellsOf = (queue: StatusRecord['queues'][number], name: string) => [
  <span key="q" className="font-medium">
    {name}
  </span>,
  ...[queue.waiting, queue.active, queue.done, Math.round(queue.perMinute)].map((n, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the columns have their order
    <Ltr key={at}>{number(n)}</Ltr>
  )),
  <Ltr key="lag">{queue.lag === null ? '·' : `${number(Math.round(queue.lag))} s`}</Ltr>,
  <Ltr key="failed" className={queue.failed > 0 ? 'font-semibold text-alert' : ''}>
    {number(queue.failed)}
  </Ltr>,
]
