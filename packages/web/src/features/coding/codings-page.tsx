import type { CodingRecord } from '@sijil/core/contract/coding-record.js'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Words } from '../../components/ltr.tsx'
import { Page } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { Empty, Failed, Loading } from '../../components/states.tsx'
import { Tag } from '../../components/tag.tsx'
import { day } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { useMay } from '../../lib/session.ts'
import { AgreementTable } from './agreement-table.tsx'
import { AssignSheet } from './assign-sheet.tsx'
import { codingsQuery, sumAgreementQuery } from './coding-queries.ts'

const LOOKS = { coding: 'toll', ready: 'accent', settled: 'good' } as const

/** Documents that two people code without seeing one another's work, and how far coders agree. */
export const CodingsPage = () => {
  const t = useT()
  const mayJudge = useMay('judge')
  const query = useQuery(codingsQuery)
  const [assigning, setAssigning] = useState(false)
  const items = query.data?.items ?? []
  return (
    <Page
      title={t('nav.coding')}
      numbers={false}
      lead={t('coding.lead')}
      actions={
        mayJudge && (
          <Button look="primary" onPress={() => setAssigning(true)}>
            <Users aria-hidden="true" className="size-4" />
            {t('coding.assign')}
          </Button>
        )
      }
    >
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={6} />
      ) : items.length === 0 ? (
        <Empty icon={Users} title={t('coding.none')}>
          {t(mayJudge ? 'coding.noneAssign' : 'coding.noneYours')}
        </Empty>
      ) : (
        <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
          {items.map((coding) => (
            <Coding key={coding.id} coding={coding} mayJudge={mayJudge} />
          ))}
        </ul>
      )}
      {mayJudge && items.some(({ state }) => state !== 'coding') && <Sum />}
      {assigning && <AssignSheet close={() => setAssigning(false)} />}
    </Page>
  )
}

const LINK = 'inline-flex min-h-8 items-center rounded-md px-3 font-medium no-underline'

const Coding = ({ coding, mayJudge }: { readonly coding: CodingRecord; readonly mayJudge: boolean }) => {
  const t = useT()
  const { document, coders, state } = coding
  const mine = coders.find(({ you }) => you)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg border border-line bg-raised px-4 py-3">
      <span className="min-w-0 flex-1 basis-72">
        <Words className="block font-medium break-words">{document.title ?? document.doc}</Words>
        <span className="flex flex-wrap gap-x-3 text-[0.85rem] text-soft">
          <Words>{document.outlet ?? t('document.noOutlet')}</Words>
          <Words>{day(document.published)}</Words>
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-1.5">
          <Tag look={LOOKS[state]}>{t(`coding.state.${state}`)}</Tag>
          {coders.map((coder) => (
            <Tag key={coder.id} look={coder.done ? 'good' : 'plain'}>
              <Words>{coder.you ? t('coding.you') : coder.name}</Words>:{' '}
              {t(coder.done ? 'coding.done' : 'coding.notDone')}
            </Tag>
          ))}
        </span>
      </span>
      <span className="flex flex-wrap gap-2">
        {mine && !mine.done && (
          <Link to="/coding/$id" params={{ id: coding.id }} className={`${LINK} bg-accent text-accent-ink`}>
            {t('coding.code')}
          </Link>
        )}
        {state !== 'coding' && (mayJudge || mine) && (
          <Link
            to="/coding/$id/agreement"
            params={{ id: coding.id }}
            className={`${LINK} border border-strong-line bg-raised text-ink`}
          >
            {t(state === 'ready' && mayJudge ? 'coding.adjudicate' : 'coding.compare')}
          </Link>
        )}
      </span>
    </li>
  )
}

const Sum = () => {
  const t = useT()
  const query = useQuery(sumAgreementQuery)
  if (query.data === undefined) return null
  return (
    <div className="mt-8">
      <Section title={t('agreement.sum', { n: query.data.documents })} note={t('agreement.note')}>
        <AgreementTable rows={query.data.agreement} />
      </Section>
    </div>
  )
}
