import type { Span } from '../../model/span.ts'
import { type Layout, textOf } from './layout.ts'
import { matchRule, type ZoneRule } from './zone-rules.ts'

/** Longer lines are part of the report, whatever they begin with. */
const MAX_LINE = 300
/** Dates and credits stand among the first or the last lines. */
const EDGE = 6
/** No page adds more lines than this before or after its report. */
const AROUND = 200

/** Marks the lines that a rule matches as a whole. */
export const markLines = (layout: Layout, rules: readonly ZoneRule[]): void => {
  const whole = rules.filter((rule) => rule.place === 'line')
  layout.lines.forEach((line, i) => {
    if (i >= AROUND && i < layout.lines.length - AROUND) return
    if (line.end - line.start > MAX_LINE || layout.zones.touches(line)) return
    const atEdge = i < EDGE || i >= layout.lines.length - EDGE
    const rule = whole.find(
      (one) => (atEdge || one.kind === 'clutter') && matchRule(one, textOf(layout, line)) !== null,
    )
    if (rule !== undefined) layout.zones.add({ kind: rule.kind, ...line })
  })
}

/** How far back from the end of a report what closes it is looked for. */
const TAIL = 250
const MAX_TAIL_ZONES = 8
/** Marks of editors after the last sentence ("SSH 11"): at most twelve characters with no small letter. */
const EDITORS_MARK = /(?<=\p{Ll}{3}[.!?]["')\]\u201d\u2019]*\s+)[\p{Lu}\p{N}][\p{Lu}\p{N} /-]{0,11}$/u

/** Marks what closes the report: credits, the date of the last change, what the page adds. */
export const markTail = (layout: Layout, rules: readonly ZoneRule[]): void => {
  const closing = rules.filter((rule) => rule.place === 'tail')
  for (let i = 0; i < MAX_TAIL_ZONES; i++) {
    const end = endOfRest(layout)
    const start = Math.max(0, end - TAIL)
    const tail = layout.content.slice(start, end)
    const found = firstMatch(tail, closing)
    if (found === null || (found.start === 0 && start === 0)) return
    if (!layout.zones.add({ kind: found.kind, start: start + found.start, end })) return
  }
}

const firstMatch = (
  tail: string,
  rules: readonly ZoneRule[],
): (Pick<Span, 'start'> & Pick<ZoneRule, 'kind'>) | null => {
  for (const rule of rules) {
    const match = matchRule(rule, tail)
    if (match !== null) return { kind: rule.kind, start: match.index + match[0].search(/\S/) }
  }
  const mark = EDITORS_MARK.exec(tail)
  return mark === null ? null : { kind: 'clutter', start: mark.index }
}

/** Where the report ends that no zone covers yet. */
const endOfRest = (layout: Layout): number => {
  let end = layout.content.trimEnd().length
  for (const zone of layout.zones.zones.toReversed()) {
    if (zone.end < end) break
    end = layout.content.slice(0, zone.start).trimEnd().length
  }
  return end
}
