import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { useState } from 'react'
import { Checkbox, CheckboxGroup } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { ClaimLine } from '../../components/claim-line.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { Words } from '../../components/ltr.tsx'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { Preview } from './preview.tsx'
import { useJudging } from './use-judging.ts'

interface SplitSheetProps {
  readonly incident: IncidentDetail
  readonly version: string | null
  readonly close: () => void
}

/** Takes claims out of an incident, into one of their own. */
export const SplitSheet = ({ incident, version, close }: SplitSheetProps) => {
  const t = useT()
  const [chosen, setChosen] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const judging = useJudging(close)
  const staying = incident.evidence.length - chosen.length
  return (
    <Sheet title={t('judge.splitTitle')} isOpen close={close} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          judging.mutate(() =>
            api.call('splitIncident', {
              params: { code: incident.id },
              body: { claims: chosen, reason: reason.trim() },
              version: version ?? '',
            }),
          )
        }}
      >
        <p className="mt-0 text-soft">{t('judge.splitLead')}</p>
        <CheckboxGroup
          aria-label={t('judge.splitWhich')}
          value={chosen}
          onChange={setChosen}
          className="flex max-h-96 flex-col gap-2 overflow-auto p-1"
        >
          {incident.evidence.map(({ claim, document, sentence }) => (
            <Checkbox
              key={claim.id}
              value={claim.id}
              className="group block cursor-pointer rounded-md border border-line px-3 py-2 data-selected:border-accent data-selected:bg-accent-wash"
            >
              <Words className="block font-serif">{sentence.text.slice(sentence.mark[0], sentence.mark[1])}</Words>
              <ClaimLine claim={claim} />
              <Words className="text-[0.82rem] text-faint">{document.outlet ?? document.doc}</Words>
            </Checkbox>
          ))}
        </CheckboxGroup>
        <p className="text-[0.87rem] text-soft">{t('judge.splitPreview', { leaving: chosen.length, staying })}</p>
        {chosen.length > 0 && staying > 0 && <Preview intended={{ code: incident.id, claims: chosen }} />}
        <Field label={t('correct.reason')} value={reason} onChange={setReason} isRequired />
        <div className="mt-5 flex justify-end gap-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            isDisabled={chosen.length === 0 || staying === 0 || reason.trim() === '' || judging.isPending}
          >
            {t('judge.split')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
