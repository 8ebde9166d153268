import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { ClaimReviewRequest } from '@sijil/core/contract/review-record.js'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ClaimFields } from '../../components/claim/claim-fields.tsx'
import { type ClaimForm, changedFields, formOf } from '../../components/claim/claim-form.ts'
import { Sheet } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { useT } from '../../lib/i18n.ts'
import { isCount } from '../../lib/is-count.ts'
import { Passage } from './passage.tsx'

interface CorrectSheetProps {
  readonly claim: ClaimRecord
  /** The words of its document. */
  readonly text: string
  readonly close: () => void
  readonly save: (changes: readonly Omit<ClaimReviewRequest, 'sees'>[]) => void
}

/** Correcting a claim slot by slot; only what was changed is written, with the reason. */
export const CorrectSheet = ({ claim, text, close, save }: CorrectSheetProps) => {
  const t = useT()
  const before = formOf(claim)
  const [form, setForm] = useState<ClaimForm>(before)
  const [reason, setReason] = useState('')
  const changes = changedFields(before, form)
  return (
    <Sheet title={t('correct.title')} isOpen close={close} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save(changes.map(({ field, value }) => ({ field, value, decision: 'correct', reason: reason.trim() })))
        }}
      >
        <Passage
          text={text}
          start={claim.start}
          end={claim.end}
          takeSource={(words) => setForm({ ...form, sources: [...form.sources, { text: words, type: 'other' }] })}
        />
        <ClaimFields form={form} change={setForm} counts={isCount(claim)} />
        <Field
          label={t('correct.reason')}
          value={reason}
          onChange={setReason}
          isRequired
          className="mt-4"
          hint={t('correct.reasonHint')}
        />
        <div className="mt-5 flex justify-end gap-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={changes.length === 0 || reason.trim() === ''}>
            {t('correct.save', { n: changes.length })}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
