import { Button } from '../../components/button.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { useT } from '../../lib/i18n.ts'

interface UseNoMoreSheetProps {
  readonly name: string
  /** What becomes of the record by it. */
  readonly note: string
  readonly error: unknown
  /** What the button says while it is being done; null when nothing is under way. */
  readonly busy: string | null
  readonly go: () => void
  readonly close: () => void
}

/** Asks once more before a table or a list of places is used no more. */
export const UseNoMoreSheet = ({ name, note, error, busy, go, close }: UseNoMoreSheetProps) => {
  const t = useT()
  return (
    <Sheet title={t('tables.removeOf', { name })} isOpen close={close}>
      <p className="mt-0 text-soft">{note}</p>
      <FormProblem error={error} />
      <div className="mt-4 flex justify-end gap-2">
        <Button onPress={close}>{t('action.cancel')}</Button>
        <Button look="danger" isDisabled={busy !== null} onPress={go}>
          {busy ?? t('tables.remove')}
        </Button>
      </div>
    </Sheet>
  )
}
