import type { CodedValues } from '@sijil/core/contract/coding-record.js'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ClaimFields } from '../../components/claim/claim-fields.tsx'
import { type ClaimForm, isCountable, valuesOf } from '../../components/claim/claim-form.ts'
import { Sheet } from '../../components/dialog.tsx'
import { useT } from '../../lib/i18n.ts'

interface CodeSheetProps {
  readonly title: string
  readonly quote: string
  readonly before: ClaimForm
  readonly counts: boolean
  readonly close: () => void
  readonly save: (values: CodedValues) => void
}

const EVENT_FIELDS = ['places', 'time', 'means', 'actors', 'sources'] as const

/** A claim's fields as the coder has them. */
export const CodeSheet = ({ title, quote, before, counts, close, save }: CodeSheetProps) => {
  const t = useT()
  const [form, setForm] = useState<ClaimForm>(before)
  return (
    <Sheet title={title} isOpen close={close} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const values = valuesOf(form)
          save(counts ? values : Object.fromEntries(EVENT_FIELDS.map((field) => [field, values[field]])))
        }}
      >
        <blockquote dir="auto" className="mt-0 mb-4 border-mark border-s-4 ps-3 font-serif">
          {quote}
        </blockquote>
        <ClaimFields form={form} change={setForm} counts={counts} />
        <div className="mt-5 flex justify-end gap-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={counts && !isCountable(form)}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
