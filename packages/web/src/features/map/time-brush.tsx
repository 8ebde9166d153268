import { memo, useMemo, useRef, useState } from 'react'
import { Words } from '../../components/ltr.tsx'
import { days } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import type { IncidentPoint } from '../../lib/resources.ts'
import { type Bin, binsOf, stepFor } from '../../lib/time-bins.ts'

interface TimeBrushProps {
  readonly points: readonly IncidentPoint[]
  readonly from: string | undefined
  readonly to: string | undefined
  readonly change: (days: { readonly from?: string; readonly to?: string }) => void
}

const HEIGHT = 44
/** What the brush leaves out is paled. */
const VEIL = 'pointer-events-none absolute inset-y-0 bg-raised/75'
const share = (count: number, bins: readonly Bin[]): string => `${(count / bins.length) * 100}%`

/** Killed by the day as bars, which are also the brush: drag over them, or move its two ends by keyboard. */
export const TimeBrush = ({ points, from, to, change }: TimeBrushProps) => {
  const t = useT()
  const bins = useMemo(() => binsOf(points, stepFor(points)), [points])
  const pane = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  if (bins.length < 2) return null
  const firstIn =
    from === undefined
      ? 0
      : Math.max(
          0,
          bins.findIndex((bin) => bin.to >= from),
        )
  const afterLast = to === undefined ? -1 : bins.findIndex((bin) => bin.from > to)
  const lastIn = afterLast === -1 ? bins.length - 1 : Math.max(0, afterLast - 1)
  const [a, b] = drag ?? [firstIn, lastIn]
  const [low, high] = a < b ? [a, b] : [b, a]
  const set = (first: number, last: number): void => {
    const [start, end] = [bins[first], bins[last]]
    if (first <= 0 && last >= bins.length - 1) change({})
    else if (start && end) change({ from: start.from, to: end.to })
  }
  const binAt = (x: number): number => {
    const box = pane.current?.getBoundingClientRect()
    if (box === undefined) return 0
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((x - box.left) / box.width) * bins.length)))
  }
  return (
    <div className="flex flex-col gap-1">
      <div
        ref={pane}
        dir="ltr"
        className="relative flex cursor-crosshair touch-none items-end gap-px"
        style={{ blockSize: HEIGHT }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          const at = binAt(event.clientX)
          setDrag([at, at])
        }}
        onPointerMove={(event) => drag && setDrag([drag[0], binAt(event.clientX)])}
        onPointerUp={() => {
          if (drag) set(low, high)
          setDrag(null)
        }}
      >
        <Bars bins={bins} />
        <span className={VEIL} style={{ insetInlineStart: 0, inlineSize: share(low, bins) }} />
        <span className={VEIL} style={{ insetInlineEnd: 0, inlineSize: share(bins.length - 1 - high, bins) }} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-[0.82rem] text-soft">
        <input
          type="range"
          aria-label={t('filter.from')}
          aria-valuetext={bins[low]?.from}
          min={0}
          max={bins.length - 1}
          value={low}
          onChange={(event) => set(Math.min(Number(event.target.value), high), high)}
          className="w-32 min-w-0 accent-(--accent) max-md:flex-1"
        />
        <Words className="whitespace-nowrap">{days(bins[low]?.from ?? null, bins[high]?.to ?? null, t)}</Words>
        <input
          type="range"
          aria-label={t('filter.to')}
          aria-valuetext={bins[high]?.to}
          min={0}
          max={bins.length - 1}
          value={high}
          onChange={(event) => set(low, Math.max(Number(event.target.value), low))}
          className="w-32 min-w-0 accent-(--accent) max-md:flex-1"
        />
        <span className="ms-auto max-md:hidden">{t('map.brush')}</span>
      </div>
    </div>
  )
}

/** The bars stay as they are while the brush moves over them. */
const Bars = memo(({ bins }: { readonly bins: readonly Bin[] }) => {
  const t = useT()
  const most = Math.max(1, ...bins.map((bin) => bin.high))
  return bins.map((bin) => (
    <span
      key={bin.from}
      title={`${days(bin.from, bin.to, t)}: ${bin.low}–${bin.high}`}
      className="relative min-w-px flex-1 bg-killed/45"
      style={{ blockSize: `${bin.high === 0 ? 2 : Math.max(6, (bin.high / most) * 100)}%` }}
    >
      <span
        className="absolute inset-x-0 bottom-0 bg-killed"
        style={{ blockSize: bin.high === 0 ? '0' : `${(bin.low / bin.high) * 100}%` }}
      />
    </span>
  ))
})
