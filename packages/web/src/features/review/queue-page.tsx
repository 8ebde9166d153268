import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ListChecks } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { ClaimLine } from '../../components/claim-line.tsx'
import { Words } from '../../components/ltr.tsx'
import { Page } from '../../components/page.tsx'
import { Empty, Failed, Loading } from '../../components/states.tsx'
import { day, number, percent } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { queueQuery } from '../../lib/resources.ts'

/** What to look at next: where the machine is least sure and most depends on it. */
export const QueuePage = () => {
  const t = useT()
  const query = useInfiniteQuery(queueQuery)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={8} />
      ) : rows.length === 0 ? (
        <Empty icon={ListChecks} title={t('queue.empty')}>
          {t('queue.emptyNote')}
        </Empty>
      ) : (
        <ol className="m-0 flex list-none flex-col gap-2.5 p-0">
          {rows.map(({ claim, doubt, weight, document }) => (
            <li key={claim.id}>
              <Link
                to="/review/$doc"
                params={{ doc: claim.document }}
                search={{ claim: claim.id }}
                className="grid gap-x-6 rounded-lg border border-line bg-raised px-4 py-3 text-ink no-underline hover:border-strong-line md:grid-cols-[1fr_auto]"
              >
                <span className="min-w-0">
                  <Words className="block font-serif text-[1.05rem]">“{claim.quote}”</Words>
                  <ClaimLine claim={claim} />
                  <span className="flex flex-wrap gap-x-3 text-[0.85rem] text-soft">
                    <Words>{document.outlet ?? claim.doc}</Words>
                    <Words>{day(document.published)}</Words>
                  </span>
                </span>
                <span className="flex items-center gap-5 text-[0.85rem] text-soft md:flex-col md:items-end md:justify-center md:gap-0.5">
                  <span>{t('queue.doubt', { share: percent(doubt) })}</span>
                  <span>{t('queue.weight', { n: number(weight) })}</span>
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button onPress={() => query.fetchNextPage()}>{t('list.more')}</Button>
        </div>
      )}
    </Page>
  )
}
