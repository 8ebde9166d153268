import { useQuery } from '@tanstack/react-query'
import { Words } from '../../components/ltr.tsx'
import { Section } from '../../components/section.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { day, named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { historyQuery } from '../../lib/resources.ts'
import { ChangeLine } from './change-line.tsx'

/** How the incident came to be what it is: each change with its reason. */
export const History = ({ code }: { readonly code: string }) => {
  const t = useT()
  const query = useQuery(historyQuery(code))
  return (
    <Section title={t('history.title')}>
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={4} />
      ) : (
        <ol className="m-0 flex list-none flex-col gap-4 border-line border-s p-0 ps-4">
          {query.data.items.map((record) => (
            <li key={record.day} className="relative">
              <i aria-hidden="true" className="absolute -start-[1.28rem] top-[0.45rem] size-2 rounded-full bg-accent" />
              <Words className="text-[0.87rem] font-semibold">{day(record.day)}</Words>
              <ul className="m-0 list-none p-0 text-[0.9rem]">
                {record.changes.map((change) => (
                  <li key={`${change.field} ${change.text}`} className="mt-1">
                    <ChangeLine change={change} />
                    <span className="block text-[0.8rem] text-faint">{named(t, 'reason', change.reason)}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
