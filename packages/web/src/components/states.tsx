import { CircleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { problemOf } from '../lib/api.ts'
import { useT } from '../lib/i18n.ts'
import { told } from '../lib/problem-words.ts'
import { Button } from './button.tsx'

interface EmptyProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly children?: ReactNode
}

/** Nothing there, and what to do about it. */
export const Empty = ({ icon: Icon, title, children }: EmptyProps) => (
  <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-20 text-center">
    <span className="grid size-14 place-items-center rounded-full bg-sunken text-faint">
      <Icon aria-hidden="true" className="size-6" strokeWidth={1.6} />
    </span>
    <h2 className="m-0 text-lg font-semibold">{title}</h2>
    <div className="text-soft">{children}</div>
  </div>
)

/** What went wrong, in the server's own words, and the mend. */
export const Failed = ({ error, retry }: { readonly error: unknown; readonly retry?: (() => void) | undefined }) => {
  const t = useT()
  const problem = problemOf(error)
  // What fetch throws when nobody answers.
  const offline = error instanceof TypeError
  return (
    <div role="alert" className="mx-auto my-10 max-w-xl rounded-lg border border-alert bg-alert-wash p-5">
      <h2 className="m-0 flex items-center gap-2 text-base font-semibold text-alert">
        <CircleAlert aria-hidden="true" className="size-5" />
        {offline ? t('error.unreachable') : problem === null ? t('error.unexpected') : told(problem)[0]}
      </h2>
      <p className="mt-2 mb-0">
        {offline
          ? t('error.unreachableMend')
          : problem === null
            ? String(error instanceof Error ? error.message : error)
            : told(problem)[1]}
      </p>
      {retry && (
        <Button small className="mt-3" onPress={retry}>
          {t('error.retry')}
        </Button>
      )}
    </div>
  )
}

/** Grey lines where a page's content will stand. */
export const Loading = ({ lines = 6 }: { readonly lines?: number }) => {
  const t = useT()
  return (
    <div role="status" aria-label={t('state.loading')} className="flex flex-col gap-3 p-6">
      {Array.from({ length: lines }, (_, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
          key={at}
          className="h-4 animate-pulse rounded bg-sunken"
          style={{ inlineSize: `${92 - ((at * 17) % 40)}%` }}
        />
      ))}
    </div>
  )
}
