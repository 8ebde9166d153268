import type { TollRecord } from '@sijil/core/contract/toll-record.js'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, ShieldCheck, TriangleAlert } from 'lucide-react'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Page } from '../../components/page.tsx'
import { Empty, Failed, Loading } from '../../components/states.tsx'
import { claimNumber } from '../../lib/claim-number.ts'
import { days, named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { isCount } from '../../lib/is-count.ts'
import { serverWords } from '../../lib/learnt.ts'
import { tollsQuery } from '../../lib/resources.ts'

/** Tolls of months and wars, forecasts and denials: kept, never counted, and used to check the record. */
export const TollsPage = () => {
  const t = useT()
  const query = useInfiniteQuery(tollsQuery)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('tolls.title')} lead={t('tolls.lead')}>
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={8} />
      ) : rows.length === 0 ? (
        <Empty icon={ShieldCheck} title={t('tolls.none')}>
          {t('tolls.noneNote')}
        </Empty>
      ) : (
        <ul className="m-0 flex list-none flex-col gap-3 p-0">
          {rows.map((toll) => (
            <Toll key={toll.id} toll={toll} />
          ))}
        </ul>
      )}
    </Page>
  )
}

const Toll = ({ toll }: { readonly toll: TollRecord }) => {
  const t = useT()
  if (!isCount(toll)) return null
  const { explanation } = toll as TollRecord
  return (
    <li className="grid gap-x-8 gap-y-2 rounded-lg border border-line border-s-4 border-s-toll bg-raised p-4 md:grid-cols-[15rem_1fr]">
      <div>
        <span className="rounded-full bg-toll-wash px-2 text-[0.8rem] font-medium text-toll">
          {named(t, 'scope', toll.scope)}
        </span>
        <p className="mt-1 mb-0 text-xl font-semibold">
          <Words>{claimNumber(toll, t)}</Words>{' '}
          <span className="text-base font-normal">{named(t, 'metric', toll.metric).toLocaleLowerCase()}</span>
        </p>
        <p className="m-0 text-[0.9rem] text-soft">
          <Words>{days(toll.from, toll.to, t)}</Words>
          {toll.places.length > 0 && (
            <>
              {' · '}
              <Words>{toll.places.join(', ')}</Words>
            </>
          )}
        </p>
      </div>
      <div>
        <blockquote dir="auto" className="own-side m-0 font-serif text-[1.05rem]">
          “{toll.quote}”
        </blockquote>
        <p className="mt-1 mb-0 text-[0.87rem] text-soft">
          <Words>{toll.sources.length > 0 ? toll.sources.join(' ← ') : t('claim.saysOutlet')}</Words>
          {' · '}
          <Link to="/review/$doc" params={{ doc: toll.document }} search={{ claim: toll.id }} className="text-accent">
            <Ltr>{toll.doc}</Ltr>
          </Link>
        </p>
        {explanation && (
          <p
            className={`mt-2 mb-0 flex items-start gap-2 rounded-md px-3 py-1.5 text-[0.9rem] ${explanation.holds ? 'bg-good-wash' : 'bg-alert-wash'}`}
          >
            {explanation.holds ? (
              <Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-good" />
            ) : (
              <TriangleAlert aria-hidden="true" className="mt-1 size-4 shrink-0 text-alert" />
            )}
            <Words>{serverWords(explanation.text)}</Words>
          </p>
        )}
      </div>
    </li>
  )
}
