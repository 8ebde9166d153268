import { useSyncExternalStore } from 'react'
import { useT } from '../lib/i18n.ts'
import { Button } from './button.tsx'

interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'done' | 'alert'
  readonly undo?: (() => void) | undefined
}

let toasts: readonly Toast[] = []
let made = 0
const listeners = new Set<() => void>()
const set = (next: readonly Toast[]): void => {
  toasts = next
  for (const tell of listeners) tell()
}

const STAYS_MS = 8000
/** Long enough to be reached by the tab key across a whole page. */
const UNDO_STAYS_MS = 40_000

/** Says what was done; with `undo` it offers the way back. */
export const say = (
  text: string,
  options: { readonly tone?: Toast['tone']; readonly undo?: () => void } = {},
): void => {
  made += 1
  const toast: Toast = { id: made, text, tone: options.tone ?? 'done', undo: options.undo }
  set([...toasts.slice(-2), toast])
  setTimeout(() => drop(toast.id), toast.undo === undefined ? STAYS_MS : UNDO_STAYS_MS)
}

const drop = (id: number): void => set(toasts.filter((toast) => toast.id !== id))

export const Toasts = () => {
  const t = useT()
  const shown = useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => toasts,
  )
  return (
    <div
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-0 bottom-16 z-50 flex flex-col items-center gap-2 px-4 md:bottom-6"
    >
      {shown.map((toast) => (
        <div
          key={toast.id}
          className={`pointer-events-auto flex max-w-xl items-center gap-3 rounded-lg border px-4 py-2 shadow-lg ${
            toast.tone === 'alert' ? 'border-alert bg-alert-wash text-alert' : 'border-line bg-raised'
          }`}
        >
          <span>{toast.text}</span>
          {toast.undo && (
            <Button
              small
              onPress={() => {
                toast.undo?.()
                drop(toast.id)
              }}
            >
              {t('action.undo')}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
