import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { useT } from '../../lib/i18n.ts'

interface ReasonSheetProps {
  readonly title: string
  readonly lead: string
  readonly act: string
  readonly isPending: boolean
  readonly close: () => void
  readonly save: (reason: string) => void
}

/** Why somebody decides so: kept with the decision. */
export const ReasonSheet = ({ title, lead, act, isPending, close, save }: ReasonSheetProps) => {
  const t = useT()
  const [reason, setReason] = useState('')
  return (
    <Sheet title={title} isOpen close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save(reason.trim())
        }}
      >
        <p className="mt-0 text-soft" dir="auto">
          {lead}
        </p>
        <Field label={t('correct.reason')} value={reason} onChange={setReason} isRequired autoFocus />
        <div className="mt-5 flex justify-end gap-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={reason.trim() === '' || isPending}>
            {act}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
