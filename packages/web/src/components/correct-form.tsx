import { type ReactNode, useState } from 'react'
import { useT } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { Sheet } from './dialog.tsx'
import { Field } from './field.tsx'

interface CorrectFormProps {
  readonly title: string
  /** How many fields are other than they were; nothing can be saved while none is, or while one is wrong. */
  readonly changes: number
  readonly isRight?: boolean
  readonly isPending?: boolean
  readonly close: () => void
  readonly save: (reason: string) => void
  readonly children: ReactNode
}

/** Correcting something field by field, with the reason that is kept beside it. */
export const CorrectForm = (props: CorrectFormProps) => {
  const { title, changes, isRight = true, isPending = false, close, save, children } = props
  const t = useT()
  const [reason, setReason] = useState('')
  return (
    <Sheet title={title} isOpen close={close} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save(reason.trim())
        }}
      >
        {children}
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
          <Button
            look="primary"
            type="submit"
            isDisabled={changes === 0 || !isRight || isPending || reason.trim() === ''}
          >
            {t('correct.save', { n: changes })}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
