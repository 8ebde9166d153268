import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import type { ReviewRecord } from '@sijil/core/contract/review-record.js'
import { Ban, Pencil, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Words } from '../../components/ltr.tsx'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { moment, named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { useMay } from '../../lib/session.ts'
import { CorrectIncidentSheet } from './correct-incident-sheet.tsx'
import { ReasonSheet } from './reason-sheet.tsx'
import { fieldName, shownValue } from './review-words.ts'
import { useDeciding } from './use-deciding.ts'

const LOOK = {
  confirmed: 'good',
  corroborated: 'accent',
  disputed: 'alert',
  uncorroborated: 'plain',
  pending: 'plain',
  rejected: 'alert',
} as const

interface DecisionsProps {
  readonly incident: IncidentDetail
  readonly version: string | null
}

/** How far the incident is corroborated, what people decided about it, and the ways to decide. */
export const Decisions = ({ incident, version }: DecisionsProps) => {
  const t = useT()
  const mayJudge = useMay('judge')
  const [open, setOpen] = useState<'accept' | 'reject' | 'correct' | null>(null)
  const { decide, withdraw } = useDeciding(incident, version)
  const close = () => setOpen(null)
  const own = incident.reviewList.filter(({ target }) => target === 'incident')
  const standing = own.filter((review) => review.withdrawn === null)
  return (
    <Section title={t('decide.title')}>
      <p className="mt-0 mb-2 flex flex-wrap items-baseline gap-x-2">
        <Tag look={LOOK[incident.confirmation]}>{named(t, 'confirmation', incident.confirmation)}</Tag>
        <span className="text-[0.87rem] text-soft">{named(t, 'confirmationMeaning', incident.confirmation)}</span>
      </p>
      {standing.length === 0 ? (
        <p className="m-0 text-[0.87rem] text-faint">{t('decide.none')}</p>
      ) : (
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {standing.map((review) => (
            <Decision key={review.id} review={review} takeBack={mayJudge ? () => withdraw.mutate(review) : undefined} />
          ))}
        </ul>
      )}
      {mayJudge && (
        <div className="no-print mt-3 flex flex-wrap gap-2">
          <Button small look="primary" onPress={() => setOpen('accept')}>
            <ShieldCheck aria-hidden="true" className="size-4" />
            {t('decide.accept')}
          </Button>
          <Button small onPress={() => setOpen('correct')}>
            <Pencil aria-hidden="true" className="size-4" />
            {t('decide.correct')}
          </Button>
          <Button small look="danger" onPress={() => setOpen('reject')}>
            <Ban aria-hidden="true" className="size-4" />
            {t('decide.reject')}
          </Button>
        </div>
      )}
      {open === 'correct' && <CorrectIncidentSheet incident={incident} version={version} close={close} />}
      {(open === 'accept' || open === 'reject') && (
        <ReasonSheet
          title={t(`decide.${open}`)}
          lead={t(`decide.${open}Lead`)}
          act={t(`decide.${open}`)}
          isPending={decide.isPending}
          close={close}
          save={(reason) => decide.mutate([{ field: 'incident', decision: open, reason }], { onSuccess: close })}
        />
      )}
    </Section>
  )
}

const Decision = ({
  review,
  takeBack,
}: {
  readonly review: ReviewRecord
  readonly takeBack: (() => void) | undefined
}) => {
  const t = useT()
  const whole = review.field === 'incident'
  return (
    <li className="rounded-md border border-line bg-raised px-3 py-2 text-[0.9rem]">
      <span className="font-medium">
        {whole ? t(`decided.${review.decision as 'accept'}`) : fieldName(review.field, t)}
      </span>
      {!whole && (
        <>
          {' '}
          {review.machine !== null && (
            <del className="text-faint">
              <Words>{shownValue(review.field, review.machine, t)}</Words>
            </del>
          )}{' '}
          <ins className="no-underline">
            <Words className="font-semibold">
              {review.value === null ? t('decided.nothing') : shownValue(review.field, review.value, t)}
            </Words>
          </ins>
        </>
      )}
      <span className="block text-soft">
        <Words>{review.reason}</Words>
      </span>
      <span className="flex items-center justify-between gap-2 text-[0.82rem] text-faint">
        <span>
          <Words>{review.by}</Words> · <Words>{moment(review.at)}</Words>
        </span>
        {takeBack && (
          <Button small look="quiet" className="no-print" onPress={takeBack}>
            {t('judge.withdraw')}
          </Button>
        )}
      </span>
    </li>
  )
}
