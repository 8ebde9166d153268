import { useQuery } from '@tanstack/react-query'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { moment, number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { gazetteersQuery } from '../../lib/resources.ts'

/** The lists of places in use, with where they are from and under which licence. */
export const Gazetteers = () => {
  const t = useT()
  const query = useQuery(gazetteersQuery)
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={4} />
  return (
    <>
      <p className="mt-0 mb-4 max-w-[70ch] text-soft">{t('gazetteers.lead')}</p>
      <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
        {query.data.items.map((gazetteer) => (
          <li
            key={`${gazetteer.name} ${gazetteer.version}`}
            className="rounded-lg border border-line bg-raised px-4 py-3"
          >
            <span className="flex flex-wrap items-baseline justify-between gap-3">
              <Words className="font-semibold">{gazetteer.name}</Words>
              <span className="text-soft">
                {t('gazetteers.places', { n: gazetteer.places, shown: number(gazetteer.places) })}
              </span>
            </span>
            <span className="flex flex-wrap gap-x-4 text-[0.87rem] text-soft">
              <Ltr>{gazetteer.version}</Ltr>
              <Words>{gazetteer.source}</Words>
              {gazetteer.licence && <Words>{gazetteer.licence}</Words>}
              {gazetteer.addedAt && <Words>{moment(gazetteer.addedAt)}</Words>}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
