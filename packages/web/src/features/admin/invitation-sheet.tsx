import { Copy } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { INPUT } from '../../components/field.tsx'
import { say } from '../../components/toasts.tsx'
import { useT } from '../../lib/i18n.ts'

interface InvitationSheetProps {
  readonly name: string
  readonly secret: string
  readonly close: () => void
}

/** The link by which somebody chooses a password: shown once, good once. */
export const InvitationSheet = ({ name, secret, close }: InvitationSheetProps) => {
  const t = useT()
  const link = `${location.origin}/join#${secret}`
  return (
    <Sheet title={t('people.linkOf', { name })} isOpen close={close}>
      <p className="mt-0 text-soft">{t('people.linkNote')}</p>
      <label className="flex flex-col gap-1">
        <span className="text-[0.87rem] font-medium">{t('people.link')}</span>
        <input
          readOnly
          dir="ltr"
          value={link}
          onFocus={(event) => event.target.select()}
          className={`${INPUT} font-mono text-[0.85rem]`}
        />
      </label>
      <div className="mt-4 flex justify-end gap-2">
        <Button
          look="primary"
          onPress={async () => {
            await navigator.clipboard?.writeText(link)
            say(t('people.copied'))
          }}
        >
          <Copy aria-hidden="true" className="size-4" />
          {t('people.copy')}
        </Button>
      </div>
    </Sheet>
  )
}
