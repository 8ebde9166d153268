import type { PlotOptions } from '@observablehq/plot'
import { useCallback, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Ltr } from '../../components/ltr.tsx'
import { type Cell, downloadCsv, downloadPng, downloadSvg } from '../../lib/downloads.ts'
import { useT } from '../../lib/i18n.ts'
import { PlotView } from './plot-view.tsx'

interface ChartProps {
  readonly name: string
  readonly title: string
  readonly note: string
  readonly options: PlotOptions
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A chart with its table beneath and its files: drawing, picture, numbers. */
export const Chart = ({ name, title, note, options, head, rows }: ChartProps) => {
  const t = useT()
  const svg = useRef<SVGSVGElement>(null)
  const [table, setTable] = useState(false)
  const drawn = useCallback((made: SVGSVGElement) => {
    svg.current = made
  }, [])
  return (
    <figure className="m-0 rounded-lg border border-line bg-raised p-4 md:p-5">
      <figcaption className="mb-3 flex flex-wrap items-start justify-between gap-3">
        <span>
          <h2 className="m-0 text-[1.05rem] font-semibold">{title}</h2>
          <span className="text-[0.87rem] text-soft">{note}</span>
        </span>
        <span className="no-print flex gap-1.5">
          <Button small look="quiet" onPress={() => svg.current && downloadSvg(name, svg.current)}>
            SVG
          </Button>
          <Button small look="quiet" onPress={() => svg.current && void downloadPng(name, svg.current)}>
            PNG
          </Button>
          <Button small look="quiet" onPress={() => downloadCsv(name, head, rows)}>
            CSV
          </Button>
        </span>
      </figcaption>
      <PlotView options={options} label={`${title}. ${note}`} drawn={drawn} />
      <button
        type="button"
        aria-expanded={table}
        onClick={() => setTable(!table)}
        className="no-print mt-3 text-[0.87rem] text-accent underline"
      >
        {t(table ? 'chart.hideTable' : 'chart.showTable')}
      </button>
      {table && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        <section className="relative mt-2 max-h-80 overflow-auto" tabIndex={0} aria-label={title}>
          <table className="w-full border-collapse text-[0.88rem]">
            <thead className="sticky top-0 bg-sunken">
              <tr>
                {head.map((one) => (
                  <th key={one} scope="col" className="px-2 py-1 text-start font-semibold">
                    {one}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.join()} className="border-line border-t">
                  {row.map((value, at) => (
                    <td key={head[at]} className="px-2 py-1">
                      {typeof value === 'number' ? <Ltr>{value}</Ltr> : <bdi dir="auto">{value ?? '·'}</bdi>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </figure>
  )
}
