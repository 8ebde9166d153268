import type { Zone } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { linesOf, trimmed } from '../../text/lines.ts'
import { type ZoneList, zoneList } from './zone-list.ts'

/** A report while its zones are looked for. */
export interface Layout {
  readonly content: string
  /** Its lines that are not blank, without the white space at their ends. */
  readonly lines: readonly Span[]
  readonly zones: ZoneList
}

/** Lays a text out in lines. `given` are the zones that its format showed already. */
export const layOut = (content: string, given: readonly Zone[]): Layout => ({
  content,
  lines: linesOf(content)
    .map((line) => trimmed(content, line))
    .filter((line) => line.start < line.end),
  zones: zoneList(given),
})

/** The words of a span. */
export const textOf = (layout: Layout, span: Span): string => layout.content.slice(span.start, span.end)

/** The lines that no zone touches yet. */
export const freeLines = (layout: Layout): readonly Span[] => layout.lines.filter((line) => !layout.zones.touches(line))

/** The lines that are not all one zone. */
export const bodyLines = (layout: Layout): readonly Span[] => layout.lines.filter((line) => !layout.zones.covers(line))

/** Letters and digits alone, in lower case: what two spellings of one headline have in common. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
