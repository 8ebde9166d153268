import { type PlotOptions, plot } from '@observablehq/plot'
import { useEffect, useRef } from 'react'

/** The nonce that this page's styles carry: the chart brings a style element of its own. */
const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

interface PlotViewProps {
  readonly options: PlotOptions
  readonly label: string
  /** Told of the drawing, for downloads. */
  readonly drawn?: (svg: SVGSVGElement) => void
}

/** A chart as wide as its place; drawn anew when that changes. */
export const PlotView = ({ options, label, drawn }: PlotViewProps) => {
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = pane.current
    if (place === null) return
    const draw = (): void => {
      const made = plot({ ...options, width: Math.max(280, place.clientWidth) })
      for (const style of made.querySelectorAll('style')) style.nonce = nonce()
      // The chart is one picture with one name: its marks' own names say nothing to anybody.
      made.removeAttribute('aria-label')
      for (const mark of made.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label')
      place.replaceChildren(made)
      // With a legend the drawing is the last of several.
      const svg = made instanceof SVGSVGElement ? made : [...made.querySelectorAll('svg')].at(-1)
      if (svg) drawn?.(svg)
    }
    const watcher = new ResizeObserver(draw)
    watcher.observe(place)
    return () => watcher.disconnect()
  }, [options, drawn])
  return <div ref={pane} role="img" aria-label={label} dir="ltr" className="overflow-hidden text-soft" />
}
