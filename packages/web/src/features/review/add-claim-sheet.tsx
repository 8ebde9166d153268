import type { AddClaimRequest } from '@sijil/core/contract/review-record.js'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ClaimFields } from '../../components/claim/claim-fields.tsx'
import { type ClaimForm, EMPTY_FORM, isCountable, valuesOf } from '../../components/claim/claim-form.ts'
import type { Selection } from '../../components/claim/use-text-selection.ts'
import { Sheet } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { useT } from '../../lib/i18n.ts'

interface AddClaimSheetProps {
  readonly passage: Selection
  readonly close: () => void
  readonly save: (fields: Omit<AddClaimRequest, 'doc'>) => void
}

/** A claim that the machine missed, from the words that the person selected. */
export const AddClaimSheet = ({ passage, close, save }: AddClaimSheetProps) => {
  const t = useT()
  const [form, setForm] = useState<ClaimForm>(EMPTY_FORM)
  const [reason, setReason] = useState('')
  return (
    <Sheet title={t('review.add')} isOpen close={close} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save({ ...valuesOf(form), reason: reason.trim() })
        }}
      >
        <blockquote dir="auto" className="mt-0 mb-4 border-mark border-s-4 ps-3 font-serif">
          {passage.text}
        </blockquote>
        <ClaimFields form={form} change={setForm} counts />
        <Field label={t('correct.reason')} value={reason} onChange={setReason} isRequired className="mt-4" />
        <div className="mt-5 flex justify-end gap-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={reason.trim() === '' || !isCountable(form)}>
            {t('review.addSave')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
