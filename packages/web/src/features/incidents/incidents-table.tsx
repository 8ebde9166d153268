import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { Figure, hasNumber } from '../../components/figure.tsx'
import { Grade } from '../../components/grade.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { MeansLabel } from '../../components/means-label.tsx'
import { Origins } from '../../components/origins.tsx'
import { PlaceLabel } from '../../components/place-label.tsx'
import { days } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { serverWords } from '../../lib/learnt.ts'

/** Incidents a line each; on a phone a card each. */
export const IncidentsTable = ({ rows }: { readonly rows: readonly IncidentRecord[] }) => {
  const t = useT()
  return (
    <>
      <div className="mt-5 hidden overflow-x-auto rounded-lg border border-line bg-raised md:block print:block">
        <table className="w-full border-collapse text-start">
          <thead className="sticky top-0 bg-sunken text-[0.82rem] text-soft">
            <tr>
              <Head>{t('column.date')}</Head>
              <Head>{t('column.place')}</Head>
              <Head end>{t('metric.killed')}</Head>
              <Head end>{t('metric.injured')}</Head>
              <Head end>{t('group.children')}</Head>
              <Head>{t('column.means')}</Head>
              <Head>{t('column.actors')}</Head>
              <Head>{t('column.origins')}</Head>
              <Head>{t('column.grade')}</Head>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <ul className="mt-5 flex list-none flex-col gap-3 p-0 md:hidden print:hidden">
        {rows.map((row) => (
          <Card key={row.id} row={row} />
        ))}
      </ul>
    </>
  )
}

const Head = ({ children, end = false }: { readonly children: string; readonly end?: boolean }) => (
  <th
    scope="col"
    className={`px-3 py-2 font-semibold whitespace-nowrap first-letter:uppercase ${end ? 'text-end' : 'text-start'}`}
  >
    {children}
  </th>
)

const CELL = 'px-3 py-2.5 align-top'

const Row = ({ row }: { readonly row: IncidentRecord }) => {
  const t = useT()
  const failing = row.checks.filter((check) => !check.holds)
  return (
    <tr className={`border-line border-t hover:bg-accent-wash/40 ${row.kind === 'rollup' ? 'bg-sunken/60' : ''}`}>
      <td className={`${CELL} whitespace-nowrap`}>
        <Link
          to="/incidents/$code"
          params={{ code: row.id }}
          className="font-medium text-accent no-underline hover:underline"
        >
          <Words>{days(row.from, row.to, t)}</Words>
        </Link>
        <Ltr className="block text-[0.74rem] text-faint">{row.id}</Ltr>
      </td>
      <td className={`${CELL} min-w-40`}>
        <PlaceLabel place={row.place} />
        {row.kind === 'rollup' && <span className="block text-[0.8rem] text-toll">{t('incident.rollup')}</span>}
        {failing.length > 0 && (
          <span
            className="mt-0.5 flex items-center gap-1 text-[0.8rem] text-alert"
            title={failing.map((check) => serverWords(check.text)).join('\n')}
          >
            <TriangleAlert aria-hidden="true" className="size-3.5" />
            {t('checks.fail', { n: failing.length })}
          </span>
        )}
      </td>
      <td className={`${CELL} text-end`}>
        <Figure value={row.killed} tone="killed" stacked />
      </td>
      <td className={`${CELL} text-end`}>
        <Figure value={row.injured} tone="injured" stacked />
      </td>
      <td className={`${CELL} text-end`}>
        <Figure value={row.children} />
      </td>
      <td className={CELL}>
        <MeansLabel means={row.means} />
      </td>
      <td className={`${CELL} max-w-52`}>
        {row.actors.length === 0 ? (
          <span className="text-faint">·</span>
        ) : (
          <Words>
            {row.actors.slice(0, 3).join(', ')}
            {row.actors.length > 3 && ' …'}
          </Words>
        )}
      </td>
      <td className={CELL}>
        <Origins documents={row.documents.length} origins={row.origins} />
      </td>
      <td className={CELL}>
        <Grade grade={row.grade} />
      </td>
    </tr>
  )
}

const Card = ({ row }: { readonly row: IncidentRecord }) => {
  const t = useT()
  return (
    <li className="rounded-lg border border-line bg-raised">
      <Link to="/incidents/$code" params={{ code: row.id }} className="block p-3.5 text-ink no-underline">
        <span className="flex items-start justify-between gap-3">
          <span className="min-w-0">
            <PlaceLabel place={row.place} />
            <span className="block text-[0.87rem] text-soft">
              <Words>{days(row.from, row.to, t)}</Words> · <MeansLabel means={row.means} />
            </span>
          </span>
          <Grade grade={row.grade} />
        </span>
        <span className="mt-2 flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <span>
            <Figure value={row.killed} tone="killed" />{' '}
            <span className="text-[0.85rem] text-soft">{t('metric.killed')}</span>
          </span>
          {hasNumber(row.injured) && (
            <span>
              <Figure value={row.injured} tone="injured" />{' '}
              <span className="text-[0.85rem] text-soft">{t('metric.injured')}</span>
            </span>
          )}
          <Origins documents={row.documents.length} origins={row.origins} />
        </span>
      </Link>
    </li>
  )
}
