import type { RawItem } from '../../pipeline/layers.ts'

/** The formats that can be read. */
export type FileKind = 'text' | 'markdown' | 'html' | 'json' | 'json_lines' | 'csv'

const BY_ENDING: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  jsonl: 'json_lines',
  ndjson: 'json_lines',
  csv: 'csv',
  tsv: 'csv',
}

const BY_MEDIA_TYPE: Readonly<Record<string, FileKind>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/json': 'json',
  'application/jsonl': 'json_lines',
  'application/x-ndjson': 'json_lines',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
}

/** The media type that a document of a format is stored with. */
export const MEDIA_TYPE_OF: Readonly<Record<FileKind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  json: 'application/json',
  json_lines: 'application/x-ndjson',
  csv: 'text/csv',
}

/** The endings of names that are read, for messages. */
export const KNOWN_ENDINGS: readonly string[] = Object.keys(BY_ENDING).map((ending) => `.${ending}`)

/** What a name's ending or, failing that, its carrier says it is; null for a format that is not read. No ending = text. */
export const fileKindOf = (item: Pick<RawItem, 'name' | 'mediaType'>): FileKind | null => {
  const ending = /\.([A-Za-z0-9]+)$/.exec(item.name)?.[1]?.toLowerCase()
  const byEnding = ending === undefined ? undefined : BY_ENDING[ending]
  const byCarrier = BY_MEDIA_TYPE[item.mediaType?.split(';')[0]?.trim().toLowerCase() ?? '']
  return byEnding ?? byCarrier ?? (ending === undefined || !/[a-z]/.test(ending) ? 'text' : null)
}
