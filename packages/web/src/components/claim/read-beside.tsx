import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { ReactNode } from 'react'
import { useT } from '../../lib/i18n.ts'
import { Withheld } from '../withheld.tsx'
import { Article } from './article.tsx'

interface ReadBesideProps {
  readonly read: {
    readonly text: string
    readonly withheld: boolean
    readonly zones: readonly { readonly kind: string; readonly start: number; readonly end: number }[]
  }
  readonly claims: readonly ClaimRecord[]
  readonly selected: string | undefined
  readonly select: (claim: string) => void
  /** The claims' cards. */
  readonly children: ReactNode
}

/** The pane in which words are selected. */
export const ARTICLE_PANE = 'article'

/** An article and beside it (on a narrow window below it) what was read in it, each scrolled by itself. */
export const ReadBeside = ({ read, claims, selected, select, children }: ReadBesideProps) => {
  const t = useT()
  return (
    <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_27rem] lg:grid-rows-1">
      <section
        id={ARTICLE_PANE}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('review.article')}
        className="relative min-h-0 overflow-auto px-5 py-7 md:px-10"
      >
        {read.withheld ? (
          <Withheld />
        ) : (
          <Article text={read.text} zones={read.zones} claims={claims} selected={selected} select={select} />
        )}
      </section>
      <section
        aria-label={t('review.claims')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative min-h-0 overflow-auto border-line border-t bg-sunken p-3 lg:border-s lg:border-t-0"
      >
        {children}
      </section>
    </div>
  )
}
