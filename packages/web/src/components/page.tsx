import { Info } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useT } from '../lib/i18n.ts'

interface PageProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Fills the window instead of scrolling with it. */
  readonly full?: boolean
  /** False where no numbers of people are shown. */
  readonly numbers?: boolean
}

/** A page: its heading, what can be done, and what its numbers are. */
export const Page = ({ title, lead, actions, children, full = false, numbers = true }: PageProps) => {
  useEffect(() => {
    document.title = `${title} · Sijil`
  }, [title])
  return (
    <div className={full ? 'flex h-full min-h-0 flex-col' : 'mx-auto w-full max-w-[1280px] px-4 pb-10 md:px-8'}>
      <header
        className={`flex flex-wrap items-end justify-between gap-x-6 gap-y-2 ${full ? 'px-4 pt-5 pb-3 md:px-6' : 'pt-7 pb-4'}`}
      >
        <div className="min-w-0">
          <h1 className="m-0 text-[1.45rem] leading-tight font-semibold tracking-[-0.01em]">{title}</h1>
          {lead && <div className="mt-1 max-w-[75ch] text-soft">{lead}</div>}
        </div>
        {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
      {!full && numbers && <WhatNumbersAre />}
    </div>
  )
}

/** What the numbers are: on every page that shows any. */
export const WhatNumbersAre = ({ className = 'mt-8' }: { readonly className?: string }) => {
  const t = useT()
  return (
    <p className={`m-0 flex items-start gap-1.5 text-[0.83rem] text-faint ${className}`}>
      <Info aria-hidden="true" className="mt-[3px] size-3.5 shrink-0" />
      {t('about.numbers')}
    </p>
  )
}
