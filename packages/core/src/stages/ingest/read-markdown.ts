import type { Zone } from '../../model/document.ts'
import type { RawItem } from '../../pipeline/layers.ts'
import { recordFrom } from './record-schema.ts'
import type { Fault } from './refuse.ts'
import type { SourceRecord } from './source-record.ts'

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/
const HEADING = /^(#{1,6})[ \t]+\S.*$/gm

/**
 * Reads a Markdown file: front matter (`name: value` lines between `---`) becomes metadata, headings become zones, and
 * the text is kept as it stands.
 */
export const readMarkdown = (item: RawItem, text: string): SourceRecord | Fault => {
  const front = FRONT_MATTER.exec(text)
  const record = recordFrom({ ...fieldsOf(front?.[1] ?? ''), text }, item.name, item.bytes)
  if ('code' in record) return record
  const zones: Zone[] = front === null ? [] : [{ kind: 'clutter', start: 0, end: front[0].trimEnd().length }]
  const body = front?.[0].length ?? 0
  for (const match of text.matchAll(HEADING)) {
    if (match.index < body) continue
    const kind = match[1] === '#' && !zones.some((zone) => zone.kind === 'headline') ? 'headline' : 'subheading'
    zones.push({ kind, start: match.index, end: match.index + match[0].trimEnd().length })
  }
  return { ...record, doc: item.name, zones }
}

const KNOWN = new Set(['title', 'outlet', 'agency', 'url', 'published', 'updated', 'language'])
const OTHER_NAMES: Readonly<Record<string, string>> = {
  date: 'published',
  source: 'outlet',
  lang: 'language',
  link: 'url',
}

const fieldsOf = (front: string): Readonly<Record<string, string>> => {
  const fields: Record<string, string> = {}
  for (const line of front.split(/\r?\n/)) {
    const match = /^(\w+)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line)
    const name = match?.[1]?.toLowerCase() ?? ''
    const field = OTHER_NAMES[name] ?? name
    if (KNOWN.has(field)) fields[field] ??= (match?.[2] ?? '').replace(/^(["'])(.*)\1$/, '$2')
  }
  return fields
}
