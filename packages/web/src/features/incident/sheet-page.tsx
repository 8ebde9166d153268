import type { ComparisonRecord } from '@sijil/core/contract/comparison-record.js'
import type { EvidenceRecord, IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { hasNumber } from '../../components/figure.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { claimNumber } from '../../lib/claim-number.ts'
import { day, days, distance, moment, named, number, range } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { isCount } from '../../lib/is-count.ts'
import { serverWords } from '../../lib/learnt.ts'
import { compareQuery, historyQuery, incidentQuery } from '../../lib/resources.ts'
import { useNames } from '../../lib/session.ts'
import { ChangeLine } from './change-line.tsx'
import { fieldName, shownValue } from './review-words.ts'

const route = getRouteApi('/incidents/$code/sheet')

/** One incident on paper: what is reported, on whose word, with every passage; black on white, in pages of A4. */
export const SheetPage = () => {
  const t = useT()
  const { code } = route.useParams()
  const { asOf } = route.useSearch()
  const query = useQuery(incidentQuery(code, asOf, useNames()))
  const compared = useQuery(compareQuery(code))
  const [made] = useState(() => new Date().toISOString())
  useEffect(() => {
    // The name under which a browser keeps the PDF.
    document.title = `${code} · ${t('sheet.title')} · Sijil`
  }, [code, t])
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending || compared.isPending) return <Loading lines={12} />
  const incident = query.data.body
  return (
    <div className="bg-sunken py-6 print:bg-transparent print:py-0">
      <div className="no-print mx-auto mb-4 flex max-w-[210mm] items-center justify-between gap-3 px-4">
        <Link
          to="/incidents/$code"
          params={{ code }}
          search={asOf === undefined ? {} : { asOf }}
          className="inline-flex min-h-9 items-center gap-1.5 text-accent"
        >
          <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          {t('sheet.back')}
        </Link>
        <Button look="primary" onPress={() => print()}>
          <Printer aria-hidden="true" className="size-4" />
          {t('sheet.print')}
        </Button>
      </div>
      <article className="sheet mx-auto max-w-[210mm] p-[8mm] shadow-md md:p-[16mm] print:max-w-none print:p-0 print:shadow-none">
        <SheetHead incident={incident} asOf={asOf} />
        <Figures incident={incident} />
        <Facts incident={incident} />
        {asOf === undefined && compared.data && <Books comparisons={compared.data.items} />}
        <SheetChecks incident={incident} />
        <Evidence incident={incident} />
        {asOf === undefined && <Came code={code} />}
        <footer className="sheet-foot">
          <p>{t('about.numbers')}</p>
          <p>
            {t('sheet.printed', { moment: moment(made) })} {t('sheet.version')} <Ltr>{incident.version}</Ltr>
          </p>
        </footer>
      </article>
    </div>
  )
}

const SheetHead = ({ incident, asOf }: { readonly incident: IncidentDetail; readonly asOf: string | undefined }) => {
  const t = useT()
  const { place } = incident
  return (
    <header className="sheet-head">
      <p className="sheet-brand">
        <span>
          <strong>Sijil</strong> <span lang="ar">سجل</span>
        </span>
        <Ltr>{incident.id}</Ltr>
      </p>
      <h1>
        <Words>{place.text ?? place.name ?? t('place.unknown')}</Words>
        {place.name && place.name !== place.text && (
          <span className="sheet-other">
            <Words>{place.name}</Words>
          </span>
        )}
      </h1>
      <p className="sheet-when">
        <Words>{days(incident.from, incident.to, t)}</Words>
        <span>{t('date.precision', { n: incident.datePrecision })}</span>
        {incident.means.length > 0 && <span>{incident.means.map((one) => named(t, 'means', one)).join(', ')}</span>}
        {incident.kind === 'rollup' && <span>{t('incident.rollupLong')}</span>}
        {asOf && <strong>{t('sheet.asOf', { day: day(asOf) })}</strong>}
      </p>
    </header>
  )
}

const SHOWN = [
  ['killed', 'killed'],
  ['injured', 'injured'],
  ['killed_or_injured', 'killedOrInjured'],
  ['missing', 'missing'],
  ['abducted', 'abducted'],
  ['displaced', 'displaced'],
] as const

const Figures = ({ incident }: { readonly incident: IncidentDetail }) => {
  const t = useT()
  return (
    <section className="sheet-figures">
      {SHOWN.filter(([metric]) => incident.reported.includes(metric)).map(([metric, key]) => {
        const value = incident[key]
        const best = 'best' in value ? value.best : null
        return (
          <div key={metric}>
            <h2>{named(t, 'metric', metric)}</h2>
            <p className="sheet-number">
              <Ltr>{range(value, t)}</Ltr>
              {best !== null && value.low !== value.high && (
                <small>
                  {t('figure.best')} <Ltr>{number(best)}</Ltr>
                </small>
              )}
            </p>
            <p className="sheet-why">
              <Words>{serverWords(incident.figures[metric]?.all.why ?? t('figure.noNumber'))}</Words>
            </p>
          </div>
        )
      })}
    </section>
  )
}

const Facts = ({ incident }: { readonly incident: IncidentDetail }) => {
  const t = useT()
  const { place } = incident
  const groups = Object.entries(incident.groups).filter(([, bounds]) => hasNumber(bounds))
  const decisions = incident.reviewList.filter(({ target, withdrawn }) => target === 'incident' && withdrawn === null)
  return (
    <dl className="sheet-facts">
      <Fact label={t('column.origins')}>
        {t('origins.title', { documents: incident.documents.length, origins: incident.origins })}
      </Fact>
      <Fact label={t('column.grade')}>
        <strong>{named(t, 'grade', incident.grade)}</strong>. {named(t, 'gradeMeaning', incident.grade)}
      </Fact>
      <Fact label={t('vocabulary.confirmation')}>
        <strong>{named(t, 'confirmation', incident.confirmation)}</strong>.{' '}
        {named(t, 'confirmationMeaning', incident.confirmation)}
      </Fact>
      <Fact label={t('column.actors')}>
        <Words>{incident.actors.length === 0 ? t('actors.none') : incident.actors.join(', ')}</Words>
      </Fact>
      <Fact label={t('place.title')}>
        <Words>{[place.admin1, place.country].filter(Boolean).join(', ')}</Words>
        {place.lat !== null && place.lon !== null && (
          <>
            {' '}
            <Ltr>
              {place.lat.toFixed(3)}, {place.lon.toFixed(3)}
            </Ltr>
            {place.radius ? ` ${t('place.within', { radius: distance(place.radius) })}` : ''}
            {place.precision ? ` (${t(`precision.${place.precision as 1}`)})` : ''}
          </>
        )}
      </Fact>
      {groups.length > 0 && (
        <Fact label={t('slot.groups')}>
          {groups.map(([group, bounds]) => `${range(bounds, t)} ${named(t, 'group', group)}`).join(', ')}
        </Fact>
      )}
      {decisions.length > 0 && (
        <Fact label={t('decide.title')}>
          {decisions.map((review) => (
            <span key={review.id} className="block">
              {review.field === 'incident'
                ? t(`decided.${review.decision as 'accept'}`)
                : `${fieldName(review.field, t)}: ${shownValue(review.field, review.value, t)}`}
              {' · '}
              <Words>{review.reason}</Words> · <Words>{review.by}</Words> · <Words>{day(review.at)}</Words>
            </span>
          ))}
        </Fact>
      )}
    </dl>
  )
}

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const Books = ({ comparisons }: { readonly comparisons: readonly ComparisonRecord[] }) => {
  const t = useT()
  const [first] = comparisons
  if (first === undefined) return null
  return (
    <section>
      <h2>{t('codebooks.title')}</h2>
      <table>
        <thead>
          <tr>
            <td />
            {comparisons.map(({ metric }) => (
              <th key={metric} scope="col" className="whitespace-nowrap">
                {named(t, 'metric', metric)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {first.answers.map(({ policy, rule }) => (
            <tr key={policy}>
              <th scope="row">{named(t, 'policy', policy)}</th>
              {comparisons.map(({ metric, answers }) => (
                <td key={metric} className="whitespace-nowrap">
                  <BookFigure answer={answers.find((one) => one.policy === policy)} />
                </td>
              ))}
              <td>
                <Words>{serverWords(rule)}</Words>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const BookFigure = ({ answer }: { readonly answer: ComparisonRecord['answers'][number] | undefined }) => {
  const t = useT()
  if (answer === undefined) return '·'
  const { figure } = answer
  return (
    <>
      <Ltr>{range(figure, t)}</Ltr>
      {figure.best !== null && figure.low !== figure.high && (
        <span className="block text-[8pt]">
          {t('figure.best')} <Ltr>{number(figure.best)}</Ltr>
        </span>
      )}
    </>
  )
}

const SheetChecks = ({ incident }: { readonly incident: IncidentDetail }) => {
  const t = useT()
  if (incident.checks.length === 0) return null
  return (
    <section>
      <h2>{t('checks.title')}</h2>
      <ul>
        {incident.checks.map((check) => (
          <li key={check.id}>
            <strong>{t(check.holds ? 'checks.holds' : 'checks.broken')}</strong>:{' '}
            <Words>{serverWords(check.text)}</Words>
            {check.review && (
              <>
                {' '}
                ({named(t, 'checkDecision', check.review.decision)}: <Words>{check.review.reason}</Words>,{' '}
                <Words>{check.review.by}</Words>)
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Evidence = ({ incident }: { readonly incident: IncidentDetail }) => {
  const t = useT()
  const originOf = (key: string | null) => incident.originList.find((origin) => origin.key === key)?.name ?? '·'
  return (
    <section>
      <h2>
        {t('sheet.evidence')}: {t('evidence.title').toLocaleLowerCase()}
      </h2>
      <table className="sheet-evidence">
        <thead>
          <tr>
            <th scope="col">{t('sheet.number')}</th>
            <th scope="col">{t('sheet.says')}</th>
            <th scope="col">{t('sheet.origin')}</th>
          </tr>
        </thead>
        <tbody>
          {incident.evidence.map((one, at) => (
            <tr key={one.claim.id}>
              <td>
                <Ltr>{at + 1}</Ltr>
              </td>
              <td>
                <Quoted {...one} />
              </td>
              <td>
                <Words>{originOf(one.origin)}</Words>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Quoted = ({ claim, document, sentence }: EvidenceRecord) => {
  const t = useT()
  const [from, to] = sentence.mark
  return (
    <>
      <q dir="auto">
        {sentence.text.slice(0, from)}
        <mark>{sentence.text.slice(from, to)}</mark>
        {sentence.text.slice(to)}
      </q>
      <span className="sheet-source">
        {isCount(claim) && (
          <strong>
            <Words>{claimNumber(claim, t)}</Words> {named(t, 'metric', claim.metric).toLocaleLowerCase()}.{' '}
          </strong>
        )}
        <Words>{document.outlet ?? document.doc}</Words>, <Words>{day(document.published)}</Words>
        {document.url && (
          <>
            {' '}
            <Ltr className="break-all">{document.url}</Ltr>
          </>
        )}
        {document.copy &&
          `, ${t('copy.of', { relation: named(t, 'copy', document.copy.relation), of: document.copy.of })}`}
        {', '}
        {t('evidence.characters')} <Ltr>{`${claim.start}–${claim.end}`}</Ltr>
      </span>
    </>
  )
}

const Came = ({ code }: { readonly code: string }) => {
  const t = useT()
  const query = useQuery(historyQuery(code))
  if (query.data === undefined || query.data.items.length === 0) return null
  return (
    <section>
      <h2>{t('history.title')}</h2>
      <ul>
        {query.data.items.map((record) => (
          <li key={record.day}>
            <strong>
              <Words>{day(record.day)}</Words>
            </strong>
            {record.changes.map((change) => (
              <span key={`${change.field} ${change.text}`} className="block">
                <ChangeLine change={change} /> ({named(t, 'reason', change.reason)})
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
