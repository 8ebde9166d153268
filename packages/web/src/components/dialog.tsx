import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useT } from '../lib/i18n.ts'
import { Button } from './button.tsx'

interface SheetProps {
  readonly title: string
  readonly isOpen: boolean
  readonly close: () => void
  readonly children: ReactNode
  readonly wide?: boolean
}

/** A dialog in the middle of the window; on a phone, from its bottom. */
export const Sheet = ({ title, isOpen, close, children, wide = false }: SheetProps) => {
  const t = useT()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && close()}
      isDismissable
      className="fixed inset-0 z-50 grid place-items-end bg-black/45 sm:place-items-center sm:p-6"
    >
      <Modal
        className={`max-h-[92dvh] w-full overflow-auto rounded-t-xl border border-line bg-raised shadow-2xl sm:rounded-xl ${wide ? 'sm:max-w-4xl' : 'sm:max-w-lg'}`}
      >
        <Dialog className="p-5 outline-none">
          <div className="mb-3 flex items-start justify-between gap-4">
            <Heading slot="title" className="m-0 text-lg font-semibold">
              {title}
            </Heading>
            <Button look="quiet" small onPress={close} aria-label={t('action.close')}>
              <X aria-hidden="true" className="size-4" />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
