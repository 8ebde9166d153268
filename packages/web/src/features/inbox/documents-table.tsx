import { useVirtualizer } from '@tanstack/react-virtual'
import { Check, CornerDownRight, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { DocumentTitle } from '../../components/document-title.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Tag } from '../../components/tag.tsx'
import { day, named, percent } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import type { DocumentRow } from './fold-copies.ts'

interface DocumentsTableProps {
  readonly rows: readonly DocumentRow[]
  readonly selected: string | undefined
  readonly select: (id: string) => void
  readonly reachedEnd: () => void
  /** Documents that are chosen for what is done to several at once. */
  readonly chosen: ReadonlySet<string>
  readonly choose: ((id: string) => void) | undefined
}

const ROW_PX = 58

/** Thousands of documents, of which only those in sight are drawn; arrow keys move the selection. */
export const DocumentsTable = ({ rows, selected, select, reachedEnd, chosen, choose }: DocumentsTableProps) => {
  const t = useT()
  const pane = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  const drawn = virtual.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each end reached
  useEffect(() => {
    if (lastDrawn >= rows.length - 5) reachedEnd()
  }, [lastDrawn, rows.length])

  const move = (by: number): void => {
    const at = rows.findIndex((row) => row.document.id === selected)
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    if (next) {
      select(next.document.id)
      virtual.scrollToIndex(rows.indexOf(next))
    }
  }

  return (
    <div
      ref={pane}
      role="listbox"
      tabIndex={0}
      aria-label={t('inbox.title')}
      aria-activedescendant={selected ? `document-${selected}` : undefined}
      onKeyDown={(event) => {
        if (event.key === ' ' && selected && choose) {
          event.preventDefault()
          choose(selected)
          return
        }
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        move(step)
      }}
      className="relative min-h-0 overflow-auto"
    >
      <div className="relative w-full" style={{ blockSize: virtual.getTotalSize() }}>
        {drawn.map((item) => {
          const row = rows[item.index]
          return row === undefined ? null : (
            <div
              key={row.document.id}
              id={`document-${row.document.id}`}
              role="option"
              aria-selected={row.document.id === selected}
              aria-checked={choose ? chosen.has(row.document.id) : undefined}
              tabIndex={-1}
              onClick={() => select(row.document.id)}
              onKeyDown={(event) => event.key === 'Enter' && select(row.document.id)}
              className="absolute inset-x-0 top-0 flex cursor-pointer items-center gap-3 border-line border-b px-4 hover:bg-sunken aria-selected:bg-accent-wash md:px-6"
              style={{ blockSize: ROW_PX, transform: `translateY(${item.start}px)` }}
            >
              {choose && <Mark isOn={chosen.has(row.document.id)} toggle={() => choose(row.document.id)} />}
              <Row row={row} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** A box to tick with the mouse; by keyboard the space bar ticks the document that is selected. */
const Mark = ({ isOn, toggle }: { readonly isOn: boolean; readonly toggle: () => void }) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the space bar on the list does the same
  // biome-ignore lint/a11y/noStaticElementInteractions: see above
  <span
    onClick={(event) => {
      event.stopPropagation()
      toggle()
    }}
    className="-my-2 grid min-h-9 min-w-6 shrink-0 place-items-center"
  >
    <span
      className={`grid size-[1.15rem] place-items-center rounded border text-[0.8rem] leading-none ${
        isOn ? 'border-accent bg-accent text-accent-ink' : 'border-strong-line bg-raised'
      }`}
    >
      {isOn && <Check aria-hidden="true" className="size-3.5" strokeWidth={3} />}
    </span>
  </span>
)

const STATE_LOOKS = { new: 'plain', reading: 'toll', done: 'good', aside: 'plain' } as const
const UNSURE = 0.5

const Row = ({ row }: { readonly row: DocumentRow }) => {
  const t = useT()
  const { document, depth, copies } = row
  const { desk } = document
  return (
    <>
      {depth === 1 && (
        <CornerDownRight aria-hidden="true" className="ms-3 size-4 shrink-0 text-faint rtl:-scale-x-100" />
      )}
      <span className="min-w-0 flex-1">
        <span dir="auto" className={`own-side block truncate ${depth === 0 ? 'font-medium' : 'text-soft'}`}>
          <DocumentTitle document={document} />
        </span>
        <span className="flex gap-2 truncate text-[0.83rem] text-soft">
          <Words className="min-w-0 truncate">{document.outlet ?? t('document.noOutlet')}</Words>
          <Words className="shrink-0">{day(document.published)}</Words>
          {document.copy && (
            <span className="truncate text-faint">
              {t('copy.of', { relation: named(t, 'copy', document.copy.relation), of: document.copy.of })}{' '}
              <Ltr>{percent(document.copy.containment)}</Ltr>
            </span>
          )}
        </span>
      </span>
      {document.warnings.length > 0 && (
        <TriangleAlert
          aria-label={document.warnings.map((warning) => warning.text).join(' ')}
          className="size-4 shrink-0 text-toll"
        />
      )}
      {copies > 0 && (
        <span className="hidden text-[0.82rem] text-faint sm:inline">{t('inbox.copies', { n: copies })}</span>
      )}
      {desk?.assignee && (
        <Words className="hidden max-w-32 truncate text-[0.83rem] text-soft lg:inline">{desk.assignee.name}</Words>
      )}
      {desk && desk.state !== 'new' && <Tag look={STATE_LOOKS[desk.state]}>{named(t, 'deskState', desk.state)}</Tag>}
      <span className="hidden w-8 text-[0.82rem] text-faint uppercase sm:inline">{document.language ?? '–'}</span>
      <span className="w-20 shrink-0 text-end text-[0.87rem] text-soft">
        {t('inbox.claims', { n: document.claims })}
        {desk?.confidence != null && (
          <span
            className={`block text-[0.8rem] ${desk.confidence < UNSURE ? 'text-toll' : 'text-faint'}`}
            title={t('inbox.leastSure')}
          >
            <span className="sr-only">{t('inbox.leastSure')} </span>
            {t('inbox.from', { share: percent(desk.confidence) })}
          </span>
        )}
      </span>
    </>
  )
}
