import type { Zone, ZoneKind } from '../../model/document.ts'
import type { RawItem } from '../../pipeline/layers.ts'
import { linesOf, trimmed } from '../../text/lines.ts'
import { COLUMN_NAMES, type Field } from './column-names.ts'
import { recordFrom } from './record-schema.ts'
import { bareRecord, type SourceRecord } from './source-record.ts'

/** What the line of a field is; the title's own words are the headline. */
const ZONE_OF: Readonly<Partial<Record<Field, ZoneKind>>> = {
  outlet: 'credit',
  agency: 'credit',
  published: 'date_line',
  updated: 'updated_line',
}
const MAX_HEAD_LINES = 12

interface Head {
  readonly fields: Readonly<Partial<Record<Field, string>>>
  readonly zones: readonly Zone[]
}

/**
 * Reads a plain text. Lines such as `Outlet: The Bell` or `Published: 2020-01-21` before its first blank line are read
 * as metadata, and a line in square brackets among them as a remark; they are marked as zones, and nothing is cut.
 */
export const readPlain = (item: RawItem, text: string): SourceRecord => {
  const bare = { ...bareRecord(item.name, text, item.bytes), url: item.url }
  const head = headOf(text)
  if (head === null) return bare
  const record = recordFrom({ ...head.fields, doc: item.name, text }, item.name, item.bytes)
  if (!('code' in record)) return { ...record, url: record.url ?? item.url, zones: head.zones }
  // A day in words is left to the rules that read such lines.
  const { published: _published, updated: _updated, ...others } = head.fields
  const rest = recordFrom({ ...others, doc: item.name, text }, item.name, item.bytes)
  return 'code' in rest ? bare : { ...rest, url: rest.url ?? item.url, zones: head.zones }
}

const headOf = (text: string): Head | null => {
  const fields: Partial<Record<Field, string>> = {}
  const zones: Zone[] = []
  for (const line of headLines(text)) {
    const words = text.slice(line.start, line.end)
    const label = /^(\p{L}[\p{L} _-]{1,24}?)[ \t]*:[ \t]*(\S.*)$/u.exec(words)
    const field = COLUMN_NAMES.get(label?.[1]?.toLowerCase().replace(/[\s-]+/g, '_') ?? '')
    const value = label?.[2] ?? ''
    if (field !== undefined && field !== 'text' && field !== 'doc') {
      fields[field] ??= value
      zones.push(...zonesOf(field, line.start, line.end, value.length))
    } else if (/^\[[^\]]*\]$/.test(words)) zones.push({ kind: 'clutter', ...line })
    else return null
  }
  return Object.keys(fields).length < 2 ? null : { fields, zones }
}

/** The lines before the first blank one, if there are few and something follows them. */
const headLines = (text: string): readonly { start: number; end: number }[] => {
  const lines = linesOf(text.slice(0, 5000)).map((line) => trimmed(text, line))
  const first = lines.findIndex((line) => line.start < line.end)
  const blank = lines.findIndex((line, i) => i > first && line.start === line.end)
  return first < 0 || blank < 0 || blank - first > MAX_HEAD_LINES ? [] : lines.slice(first, blank)
}

const zonesOf = (field: Field, start: number, end: number, valueLength: number): readonly Zone[] => {
  if (field !== 'title') return [{ kind: ZONE_OF[field] ?? 'clutter', start, end }]
  return [
    { kind: 'clutter', start, end: end - valueLength },
    { kind: 'headline', start: end - valueLength, end },
  ]
}
