import type { RawItem, Refusal } from '../../pipeline/layers.ts'
import { recordFrom } from './record-schema.ts'
import { type Fault, refuse } from './refuse.ts'
import type { SourceRecord } from './source-record.ts'
import { utf8 } from './utf8.ts'

/** What a reader finds in an item. */
export interface Found {
  readonly records: readonly SourceRecord[]
  readonly refusals: readonly Refusal[]
}

/** Whether a reader's answer is a fault. */
export const isFault = (value: SourceRecord | Fault): value is Fault => 'code' in value

/** Reads a `.json` file: one document, or a list of documents. A file of JSON lines with that ending is read as such. */
export const readJson = (item: RawItem, text: string): Found | 'lines' => {
  const value = tryParse(text)
  if (value instanceof SyntaxError) {
    if (/^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)) return 'lines'
    return { records: [], refusals: [refuse(item, null, brokenJson('the file', value))] }
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  const records: SourceRecord[] = []
  const refusals: Refusal[] = []
  list.forEach((entry, i) => {
    const alone = !Array.isArray(value)
    const bytes = alone ? item.bytes : utf8(JSON.stringify(entry))
    const record = recordFrom(entry, alone ? item.name : `${item.name}:${i + 1}`, bytes)
    if (isFault(record)) refusals.push(refuse(item, alone ? null : `item ${i + 1}`, record))
    else records.push(record)
  })
  return { records, refusals }
}

/** The value of a JSON text, or the error that says where it breaks. */
export const tryParse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError(String(error))
  }
}

/** What to say of broken JSON: where it breaks, without the words of the document. */
export const brokenJson = (what: string, error: SyntaxError): Fault => {
  const position = /position (\d+)/.exec(error.message)?.[1]
  const at = position === undefined ? 'it breaks off' : `it breaks at character ${Number(position) + 1}`
  return {
    code: 'broken_json',
    text: `${what} is not valid JSON (${at}): mend it, often a missing quote, comma or bracket, and ingest it again; all else was read`,
  }
}
