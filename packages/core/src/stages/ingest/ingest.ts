import type { DocumentWarning } from '../../model/document.ts'
import type { Day } from '../../model/time-range.ts'
import type { DocumentText, RawItem, Refusal } from '../../pipeline/layers.ts'
import type { Stage } from '../../pipeline/stage.ts'
import { decode } from './decode.ts'
import { type FileKind, fileKindOf, KNOWN_ENDINGS, MEDIA_TYPE_OF } from './file-kind.ts'
import { MAX_DOCUMENT_BYTES } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readHtml } from './read-html.ts'
import { type Found, isFault, readJson } from './read-json.ts'
import { readJsonLines } from './read-json-lines.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPlain } from './read-plain.ts'
import { type Fault, refuse, withCommas } from './refuse.ts'
import type { SourceRecord } from './source-record.ts'
import { toDocument } from './to-document.ts'

/**
 * Bytes to documents. What can't be read becomes a refusal that says what was wrong, where, and what to do; it never
 * stops the rest. Documents with equal ids within a batch are one.
 */
export const ingest: Stage<'raw', 'documents' | 'refusals'> = {
  name: 'ingest',
  version: '1',
  needs: ['raw'],
  adds: ['documents', 'refusals'],
  run: ({ raw }, { today }) => {
    const documents = new Map<string, DocumentText>()
    const refusals: Refusal[] = []
    for (const item of raw) {
      const found = readItem(item, today)
      for (const document of found.documents) documents.set(document.document.id, document)
      refusals.push(...found.refusals)
    }
    return { documents: [...documents.values()], refusals }
  },
}

interface ItemFound {
  readonly documents: readonly DocumentText[]
  readonly refusals: readonly Refusal[]
}

const readItem = (item: RawItem, today: Day): ItemFound => {
  const kind = fileKindOf(item)
  if (kind === null) return refused(item, unknownFormat())
  if (item.bytes.length === 0) return refused(item, { code: 'empty', text: 'the file is empty: nothing was stored' })
  if (kind !== 'csv' && kind !== 'json_lines' && item.bytes.length > MAX_DOCUMENT_BYTES)
    return refused(item, tooLarge(item.bytes.length))
  const decoded = decode(item.bytes, item.mediaType)
  if ('fault' in decoded) return refused(item, decoded.fault)
  return toDocuments(item, kind, readAs(kind, item, decoded.text), decoded.warnings, today)
}

const readAs = (kind: FileKind, item: RawItem, text: string): Found => {
  if (kind === 'json_lines') return readJsonLines(item, text)
  if (kind === 'csv') return readCsv(item, text)
  if (kind === 'json') {
    const found = readJson(item, text)
    return found === 'lines' ? readJsonLines(item, text) : found
  }
  return single(item, readOne(kind, item, text))
}

const readOne = (kind: 'text' | 'markdown' | 'html', item: RawItem, text: string): SourceRecord | Fault => {
  if (text.trim() === '') return { code: 'empty', text: 'there is nothing but blanks in it: nothing was stored' }
  if (kind === 'html') return readHtml(item, text)
  if (kind === 'markdown') return readMarkdown(item, text)
  return readPlain(item, text)
}

const single = (item: RawItem, record: SourceRecord | Fault): Found =>
  isFault(record) ? { records: [], refusals: [refuse(item, null, record)] } : { records: [record], refusals: [] }

const toDocuments = (
  item: RawItem,
  kind: FileKind,
  found: Found,
  warnings: readonly DocumentWarning[],
  today: Day,
): ItemFound => {
  const documents: DocumentText[] = []
  const refusals: Refusal[] = [...found.refusals]
  for (const record of found.records) {
    const document = toDocument({ ...record, warnings: [...warnings, ...record.warnings] }, MEDIA_TYPE_OF[kind], today)
    if ('document' in document) documents.push(document)
    else refusals.push(refuse(item, record.doc === item.name ? null : record.doc, document))
  }
  return { documents, refusals }
}

const refused = (item: RawItem, fault: Fault): ItemFound => ({ documents: [], refusals: [refuse(item, null, fault)] })

const unknownFormat = (): Fault => ({
  code: 'unknown_format',
  text: `files of this kind are not read (${KNOWN_ENDINGS.join(', ')} are): save its words as a UTF-8 .txt file`,
})

const tooLarge = (bytes: number): Fault => ({
  code: 'too_large',
  text: `${withCommas(bytes)} bytes are more than one document can have (${withCommas(MAX_DOCUMENT_BYTES)}): split it into a file for each report, or into JSON lines`,
})
