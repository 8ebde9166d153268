import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { Figure } from '../../components/figure.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Origins } from '../../components/origins.tsx'
import { PlaceLabel } from '../../components/place-label.tsx'
import { Loading } from '../../components/states.tsx'
import { api } from '../../lib/api.ts'
import { days } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { incidentsQuery } from '../../lib/resources.ts'
import { around } from './around.ts'
import { Preview } from './preview.tsx'
import { useJudging } from './use-judging.ts'

interface MergeSheetProps {
  readonly incident: IncidentDetail
  readonly version: string | null
  readonly verdict: 'same' | 'different'
  readonly close: () => void
}

/** Says that another incident is the same one, or that it is not: the two beside one another, and why. */
export const MergeSheet = ({ incident, version, verdict, close }: MergeSheetProps) => {
  const t = useT()
  const navigate = useNavigate()
  const near = useInfiniteQuery(incidentsQuery(around(incident)))
  const others = (near.data?.pages.flatMap((page) => page.items) ?? []).filter(
    (other) => other.id !== incident.id && other.kind === incident.kind,
  )
  const [right, setRight] = useState('')
  const [reason, setReason] = useState('')
  const judging = useJudging(() => {
    close()
    void navigate({ to: '/incidents/$code', params: { code: incident.id } })
  })
  const other = others.find((one) => one.id === right)
  return (
    <Sheet title={t(verdict === 'same' ? 'judge.mergeTitle' : 'judge.differentTitle')} isOpen close={close} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          judging.mutate(() =>
            api.call('judge', {
              body: { left: incident.id, right, verdict, reason: reason.trim() },
              version: version ?? '',
            }),
          )
        }}
      >
        <p className="mt-0 text-soft">{t(verdict === 'same' ? 'judge.mergeLead' : 'judge.differentLead')}</p>
        {near.isPending ? (
          <Loading lines={3} />
        ) : others.length === 0 ? (
          <p className="text-soft">{t('judge.noneNear')}</p>
        ) : (
          <RadioGroup
            aria-label={t('judge.which')}
            // With a value that none of them has, no tab key would lead into the group.
            value={other === undefined ? null : right}
            onChange={setRight}
            className="flex max-h-72 flex-col gap-2 overflow-auto p-1"
          >
            {others.map((one) => (
              <Radio
                key={one.id}
                value={one.id}
                className="flex cursor-pointer items-center justify-between gap-4 rounded-md border border-line px-3 py-2 data-selected:border-accent data-selected:bg-accent-wash"
              >
                <Side incident={one} />
              </Radio>
            ))}
          </RadioGroup>
        )}
        <Field label={t('judge.code')} value={right} onChange={setRight} className="mt-3" hint={t('judge.codeHint')} />
        {other && <Preview intended={{ left: incident.id, right: other.id, verdict }} />}
        <Field label={t('correct.reason')} value={reason} onChange={setReason} isRequired className="mt-3" />
        <div className="mt-5 flex justify-end gap-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            isDisabled={right.trim() === '' || reason.trim() === '' || judging.isPending}
          >
            {t(verdict === 'same' ? 'judge.merge' : 'judge.different')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

const Side = ({ incident }: { readonly incident: IncidentRecord }) => {
  const t = useT()
  return (
    <>
      <span className="min-w-0">
        <PlaceLabel place={incident.place} />
        <span className="flex gap-3 text-[0.85rem] text-soft">
          <Words>{days(incident.from, incident.to, t)}</Words>
          <Ltr className="text-faint">{incident.id}</Ltr>
        </span>
      </span>
      <span className="flex items-center gap-4">
        <Figure value={incident.killed} tone="killed" />
        <Origins documents={incident.documents.length} origins={incident.origins} />
      </span>
    </>
  )
}
