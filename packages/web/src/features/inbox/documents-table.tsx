import { useVirtualizer } from '@tanstack/react-virtual'
import { CornerDownRight, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Ltr, Words } from '../../components/ltr.tsx'
import { day, named, percent } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import type { DocumentRow } from './fold-copies.ts'

interface DocumentsTableProps {
  readonly rows: readonly DocumentRow[]
  readonly selected: string | undefined
  readonly select: (id: string) => void
  readonly reachedEnd: () => void
}

const ROW_PX = 58

/** Thousands of documents, of which only those in sight are drawn; arrow keys move the selection. */
export const DocumentsTable = ({ rows, selected, select, reachedEnd }: DocumentsTableProps) => {
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
              tabIndex={-1}
              onClick={() => select(row.document.id)}
              onKeyDown={(event) => event.key === 'Enter' && select(row.document.id)}
              className="absolute inset-x-0 top-0 flex cursor-pointer items-center gap-3 border-line border-b px-4 hover:bg-sunken aria-selected:bg-accent-wash md:px-6"
              style={{ blockSize: ROW_PX, transform: `translateY(${item.start}px)` }}
            >
              <Row row={row} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const Row = ({ row }: { readonly row: DocumentRow }) => {
  const t = useT()
  const { document, depth, copies } = row
  return (
    <>
      {depth === 1 && (
        <CornerDownRight aria-hidden="true" className="ms-3 size-4 shrink-0 text-faint rtl:-scale-x-100" />
      )}
      <span className="min-w-0 flex-1">
        <span className={`block truncate ${depth === 0 ? 'font-medium' : 'text-soft'}`}>
          <Words>{document.title ?? document.doc}</Words>
        </span>
        <span className="flex gap-2 truncate text-[0.83rem] text-soft">
          <Words>{document.outlet ?? t('document.noOutlet')}</Words>
          <Words>{day(document.published)}</Words>
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
      <span className="w-8 text-[0.82rem] text-faint uppercase">{document.language ?? '–'}</span>
      <span className="w-20 text-end text-[0.87rem] text-soft">{t('inbox.claims', { n: document.claims })}</span>
    </>
  )
}
