import { areaY, axisX, axisY, dot, gridY, lineY, type PlotOptions, rect, rectY, ruleX, ruleY } from '@observablehq/plot'
import type { TollRecord } from '@sijil/core/contract/toll-record.js'
import type { Cell } from '../../lib/downloads.ts'
import { days, named, tick } from '../../lib/format.ts'
import type { Translate } from '../../lib/i18n.ts'
import { isCount } from '../../lib/is-count.ts'
import type { Bin, Step } from '../../lib/time-bins.ts'
import { type Band, clipped, type Days, withBands } from './bands.ts'
import type { Split, SplitBin } from './split-of.ts'

interface Drawn {
  readonly name: string
  readonly title: string
  readonly note: string
  readonly options: PlotOptions
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const at = (day: string): Date => new Date(`${day}T00:00:00Z`)
const DAY_MS = 86_400_000
const after = (day: string): Date => new Date(at(day).getTime() + DAY_MS)
const FRAME = {
  marginLeft: 48,
  marginBottom: 38,
  marginRight: 12,
  height: 260,
  style: { fontFamily: 'inherit', fontSize: '12px', background: 'none' },
} as const
const axes = (label: string) => [
  gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
  axisX({ stroke: 'var(--strong-line)', fill: 'var(--soft)', tickFormat: tick }),
  axisY({
    label,
    stroke: 'var(--strong-line)',
    fill: 'var(--soft)',
    tickFormat: (n: number) => n.toLocaleString('en'),
  }),
]

/** Ceasefires behind the figures: a pale band over their days, darker at its beginning. */
const agreed = (bands: readonly Band[], days: Days | null) => {
  if (days === null) return []
  const shown = bands.flatMap((band) => {
    const within = clipped(band, days)
    return within === null ? [] : [{ ...within, isOpen: band.to === null }]
  })
  const edges = { x1: (one: Days) => at(one.from), x2: (one: Days) => after(one.to) }
  return [
    rect(
      shown.filter(({ isOpen }) => !isOpen),
      { ...edges, fill: 'var(--accent)', fillOpacity: 0.2 },
    ),
    rect(
      shown.filter(({ isOpen }) => isOpen),
      { ...edges, fill: 'var(--accent)', fillOpacity: 0.08 },
    ),
    ruleX(shown, { x: (one: Days) => at(one.from), stroke: 'var(--accent)', strokeWidth: 1.5, strokeDasharray: '3 3' }),
  ]
}

/** The days of a picture: those of the record, and of agreements shortly before or after it. */
const daysOf = (bins: readonly Bin[], bands: readonly Band[]): Days | null => {
  const [first, last] = [bins[0], bins.at(-1)]
  return first === undefined || last === undefined ? null : withBands({ from: first.from, to: last.to }, bands)
}

/** Killed a step: the low bounds filled, up to the high ones pale. */
export const perStepChart = (bins: readonly Bin[], bands: readonly Band[], step: Step, t: Translate): Drawn => ({
  name: `killed-by-${step}`,
  title: t('chart.perStep', { step: named(t, 'step', step) }),
  note: t('chart.perStepNote'),
  options: {
    ...FRAME,
    x: { type: 'utc', label: null },
    y: { label: null },
    marks: [
      ...agreed(bands, daysOf(bins, bands)),
      ...axes(t('metric.killed')),
      rectY(bins, {
        x1: (bin: Bin) => at(bin.from),
        x2: (bin: Bin) => after(bin.to),
        y1: 'low',
        y2: 'high',
        fill: 'var(--killed)',
        fillOpacity: 0.35,
        inset: 0.5,
      }),
      rectY(bins, {
        x1: (bin: Bin) => at(bin.from),
        x2: (bin: Bin) => after(bin.to),
        y1: 0,
        y2: 'low',
        fill: 'var(--killed)',
        inset: 0.5,
      }),
      ruleY([0], { stroke: 'var(--strong-line)' }),
    ],
  },
  head: [t('filter.from'), t('filter.to'), t('slot.low'), t('figure.best'), t('slot.high'), t('nav.incidents')],
  rows: bins
    .filter((bin) => bin.incidents > 0)
    .map((bin) => [bin.from, bin.to, bin.low, bin.best, bin.high, bin.incidents]),
})

/** The best estimates a step, by means, actor or area. */
export const splitChart = (bins: readonly SplitBin[], step: Step, split: Split, t: Translate): Drawn => ({
  name: `killed-by-${split}`,
  title: t('chart.split', { split: named(t, 'split', split), step: named(t, 'step', step) }),
  note: t('chart.splitNote'),
  options: {
    ...FRAME,
    x: { type: 'utc', label: null },
    y: { label: null },
    color: { legend: true, scheme: 'Tableau10', domain: [...new Set(bins.map((bin) => bin.key))] },
    marks: [
      ...axes(t('metric.killed')),
      rectY(bins, {
        x1: (bin: SplitBin) => at(bin.from),
        x2: (bin: SplitBin) => after(bin.to),
        y: 'best',
        fill: 'key',
        inset: 0.5,
      }),
      ruleY([0], { stroke: 'var(--strong-line)' }),
    ],
  },
  head: [
    named(t, 'split', split),
    t('filter.from'),
    t('filter.to'),
    t('slot.low'),
    t('figure.best'),
    t('slot.high'),
    t('nav.incidents'),
  ],
  rows: bins
    .filter((bin) => bin.incidents > 0)
    .map((bin) => [bin.key, bin.from, bin.to, bin.low, bin.best, bin.high, bin.incidents]),
})

interface Summed {
  readonly day: string
  readonly low: number
  readonly best: number
  readonly high: number
}

const summed = (bins: readonly Bin[]): readonly Summed[] => {
  let [low, best, high] = [0, 0, 0]
  return bins.map((bin) => {
    low += bin.low
    best += bin.best
    high += bin.high
    return { day: bin.to, low, best, high }
  })
}

/** The sum of the record up to each day, as a band from the low bounds to the high ones. */
export const cumulativeChart = (bins: readonly Bin[], bands: readonly Band[], t: Translate): Drawn => {
  const sums = summed(bins)
  const x = (sum: Summed): Date => at(sum.day)
  return {
    name: 'killed-cumulative',
    title: t('chart.cumulative'),
    note: t('chart.cumulativeNote'),
    options: {
      ...FRAME,
      x: { type: 'utc', label: null },
      y: { label: null, zero: true },
      marks: [
        ...agreed(bands, daysOf(bins, bands)),
        ...axes(t('metric.killed')),
        areaY(sums, { x, y1: 'low', y2: 'high', fill: 'var(--killed)', fillOpacity: 0.25, curve: 'step-after' }),
        lineY(sums, { x, y: 'best', stroke: 'var(--killed)', strokeWidth: 2, curve: 'step-after' }),
      ],
    },
    head: [t('filter.to'), t('slot.low'), t('figure.best'), t('slot.high')],
    rows: sums.map((sum) => [sum.day, sum.low, sum.best, sum.high]),
  }
}

/** Tolls of monitors beside what the record holds of the same period and area. */
export const tollsChart = (tolls: readonly TollRecord[], t: Translate): Drawn => {
  const rows = tolls.flatMap((toll) => {
    if (!isCount(toll) || toll.metric !== 'killed' || toll.explanation === null) return []
    const low = toll.low ?? toll.high
    if (low === null) return []
    const source = toll.sources[0] ?? toll.doc
    const held = toll.explanation.explained
    return [
      {
        label: `${source}: ${days(toll.from, toll.to, t)}`,
        source,
        from: toll.from,
        to: toll.to,
        toll: low,
        tollHigh: toll.high ?? low,
        low: held.low ?? 0,
        high: held.high ?? held.low ?? 0,
      },
    ]
  })
  return {
    name: 'tolls',
    title: t('chart.tolls'),
    note: t('chart.tollsNote'),
    options: {
      ...FRAME,
      height: 60 + 34 * rows.length,
      marginLeft: 240,
      x: { label: null, zero: true, grid: true },
      y: { label: null, domain: rows.map((row) => row.label), type: 'band' },
      marks: [
        axisX({ stroke: 'var(--strong-line)', fill: 'var(--soft)' }),
        axisY({ stroke: 'none', fill: 'var(--soft)', lineWidth: 20 }),
        ruleY(rows, { y: 'label', x1: 'low', x2: 'toll', stroke: 'var(--line)', strokeWidth: 2 }),
        ruleY(rows, {
          y: 'label',
          x1: 'low',
          x2: 'high',
          stroke: 'var(--killed)',
          strokeWidth: 8,
          strokeLinecap: 'round',
        }),
        dot(rows, { y: 'label', x: 'toll', fill: 'var(--toll)', r: 6, symbol: 'diamond' }),
        ruleX([0], { stroke: 'var(--strong-line)' }),
      ],
    },
    head: [
      t('slot.source'),
      t('filter.from'),
      t('filter.to'),
      t('chart.toll'),
      t('chart.heldLow'),
      t('chart.heldHigh'),
    ],
    rows: rows.map((row) => [row.source, row.from, row.to, row.toll, row.low, row.high]),
  }
}
