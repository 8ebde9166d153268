import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Zone } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { inlineCaption, markCaptions } from './captions.ts'
import { datelinesOf } from './dateline.ts'
import { markHeadline, markSubheadings, repeatedHeadline } from './headings.ts'
import { freeLines, type Layout, layOut, textOf } from './layout.ts'
import { markLines, markTail } from './line-zones.ts'
import { matchRule, type ZoneRule, zoneRulesOf } from './zone-rules.ts'

/** So many zones may stand one after the other where a report begins. */
const MAX_HEAD_ZONES = 8
/** Datelines stand where one of the first lines begins. */
const DATELINE_LINES = 4
/** The writers of a report are named in fewer characters than this. */
const MAX_BYLINE = 100

/**
 * The zones of a report, in order and never overlapping: headline, dates, credits, captions, subheadings, clutter. What
 * no zone covers is body. `given` are zones that the format of its source showed; `title` its title where one is known.
 */
export const findZones = (
  content: string,
  given: readonly Zone[],
  title: string | null,
  lexicon: Lexicon,
): readonly Zone[] => {
  const layout = layOut(content, given)
  const { rules } = zoneRulesOf(lexicon)
  markLines(layout, rules)
  markCaptions(layout, lexicon)
  markHeadline(layout, title)
  markHead(layout, rules, lexicon)
  markTail(layout, rules)
  markDatelines(layout, lexicon)
  markSubheadings(layout)
  return layout.zones.zones
}

/** Marks what stands before the report's first sentence, one after the other: dates, the headline again, captions, clutter. */
const markHead = (layout: Layout, rules: readonly ZoneRule[], lexicon: Lexicon): void => {
  const opening = rules.filter((rule) => rule.place === 'head')
  let at = skipZones(layout, 0)
  for (let i = 0; i < MAX_HEAD_ZONES; i++) {
    const zone = zoneAt(layout, at, opening, lexicon)
    if (zone === null || !layout.zones.add(zone)) return
    at = skipZones(layout, zone.end)
  }
}

const zoneAt = (layout: Layout, at: number, rules: readonly ZoneRule[], lexicon: Lexicon): Zone | null => {
  const repeated = repeatedHeadline(layout, at)
  if (repeated !== null) return { kind: 'headline', ...repeated }
  for (const rule of rules) {
    const match = matchRule(rule, layout.content, at)
    if (match !== null) return { kind: rule.kind, start: at, end: at + match[0].trimEnd().length }
  }
  const writers = bylineAt(layout, at, lexicon)
  if (writers !== null) return { kind: 'credit', ...writers }
  const caption = inlineCaption(layout.content, at, lexicon)
  return caption === null ? null : { kind: 'caption', ...caption }
}

/** The names of a report's writers: a short line, or what stands before the headline said again. Nothing else ends them. */
const bylineAt = (layout: Layout, at: number, lexicon: Lexicon): Span | null => {
  const { byline } = zoneRulesOf(lexicon)
  byline.lastIndex = at
  if (!byline.test(layout.content)) return null
  for (const match of layout.content.slice(at, at + MAX_BYLINE).matchAll(/\s+(?=\S)/g)) {
    const start = at + match.index + match[0].length
    if (repeatedHeadline(layout, start) !== null) return { start: at, end: at + match.index }
  }
  const line = layout.lines.find((one) => one.end > at)
  if (line !== undefined && line.end - at <= MAX_BYLINE && !/[.!?]$/.test(textOf(layout, line)))
    return { start: at, end: line.end }
  return null
}

/** The next place that no zone covers and that is neither white space nor a stray full stop. */
const skipZones = (layout: Layout, from: number): number => {
  let at = from
  for (const zone of [...layout.zones.zones, { start: layout.content.length, end: layout.content.length }]) {
    at = Math.max(at, from)
    while (at < zone.start && /[\s.]/.test(layout.content.charAt(at))) at++
    if (at < zone.start) return at
    at = Math.max(at, zone.end)
  }
  return layout.content.length
}

const markDatelines = (layout: Layout, lexicon: Lexicon): void => {
  const dateliner = datelinesOf(lexicon)
  const starts = [
    skipZones(layout, 0),
    ...freeLines(layout)
      .slice(0, DATELINE_LINES)
      .map((line) => line.start),
  ]
  for (const start of starts) {
    const found = dateliner.at(layout.content, start)
    if (found !== null && layout.zones.add({ kind: 'dateline', ...found })) return
  }
  const found = dateliner.near(layout.content)
  if (found !== null) layout.zones.add({ kind: 'dateline', ...found })
}
