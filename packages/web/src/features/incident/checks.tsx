import type { CheckRecord } from '@sijil/core/contract/check-record.js'
import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Words } from '../../components/ltr.tsx'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { serverWords } from '../../lib/learnt.ts'
import { useMay } from '../../lib/session.ts'
import { ReasonSheet } from './reason-sheet.tsx'
import { useDeciding } from './use-deciding.ts'

/** Sums and bounds that were checked; those that fail are shown, never smoothed over, and a person says what they mean. */
export const Checks = ({
  incident,
  version,
}: {
  readonly incident: IncidentDetail
  readonly version: string | null
}) => {
  const t = useT()
  const mayJudge = useMay('judge')
  const { check, withdraw } = useDeciding(incident, version)
  const [deciding, setDeciding] = useState<{ readonly of: CheckRecord; readonly decision: 'accept' | 'dismiss' }>()
  if (incident.checks.length === 0) return null
  return (
    <Section title={t('checks.title')} note={t('checks.note')}>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {incident.checks.map((one) => (
          <li
            key={one.id}
            className={`flex flex-wrap items-start gap-2.5 rounded-md px-3 py-2 ${one.holds || one.review?.decision === 'dismissed' ? 'bg-good-wash' : 'bg-alert-wash'}`}
          >
            {one.holds ? (
              <Check aria-label={t('checks.holds')} className="mt-0.5 size-4 shrink-0 text-good" />
            ) : (
              <X aria-label={t('checks.broken')} className="mt-0.5 size-4 shrink-0 text-alert" />
            )}
            <span className="min-w-0 flex-1 basis-64">
              <bdi dir="auto">{serverWords(one.text)}</bdi>
              <span className="block text-[0.82rem] text-soft">{named(t, 'check', one.kind)}</span>
              {one.review && (
                <span className="mt-1 block text-[0.85rem]">
                  <Tag look={one.review.decision === 'dismissed' ? 'plain' : 'accent'}>
                    {named(t, 'checkDecision', one.review.decision)}
                  </Tag>{' '}
                  <Words>{one.review.reason}</Words> · <Words className="text-soft">{one.review.by}</Words>
                </span>
              )}
            </span>
            {mayJudge && (
              <span className="no-print flex flex-wrap gap-1.5">
                {one.review ? (
                  <Button small look="quiet" onPress={() => one.review && withdraw.mutate(standing(one.review))}>
                    {t('judge.withdraw')}
                  </Button>
                ) : (
                  (['accept', 'dismiss'] as const).map((decision) => (
                    <Button
                      key={decision}
                      small
                      onPress={() => setDeciding({ of: one, decision })}
                      aria-label={`${t(`checkAct.${decision}`)}: ${one.text}`}
                    >
                      {t(`checkAct.${decision}`)}
                    </Button>
                  ))
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {deciding && (
        <ReasonSheet
          title={t(`checkAct.${deciding.decision}Title`)}
          lead={serverWords(deciding.of.text)}
          act={t(`checkAct.${deciding.decision}`)}
          isPending={check.isPending}
          close={() => setDeciding(undefined)}
          save={(reason) =>
            check.mutate(
              { id: deciding.of.id, version: deciding.of.version, decision: deciding.decision, reason },
              { onSuccess: () => setDeciding(undefined) },
            )
          }
        />
      )}
    </Section>
  )
}

const standing = ({ review, version }: NonNullable<CheckRecord['review']>) => ({ id: review, version })
