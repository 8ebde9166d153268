import { type Document, type DocumentWarning, documentIdOf, textIdOf } from '../../model/document.ts'
import { sha256Hex } from '../../model/hash.ts'
import type { Day } from '../../model/time-range.ts'
import type { DocumentText } from '../../pipeline/layers.ts'
import { MAX_TEXT_LENGTH } from './limits.ts'
import { type Fault, withCommas } from './refuse.ts'
import type { SourceRecord } from './source-record.ts'

/** Characters that no store and no exchange can hold: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Makes a document of a record, or says why there is none in it. */
export const toDocument = (record: SourceRecord, mediaType: string, today: Day): DocumentText | Fault => {
  if (record.text.trim() === '') return EMPTY
  if (record.text.length > MAX_TEXT_LENGTH) return tooLong(record.text.length)
  const content = record.text.replace(UNSTORABLE, '\ufffd')
  const { doc, title, outlet, agency, url, published, updated, language, zones } = record
  const text = { id: textIdOf(content), content }
  const named = { text: text.id, doc, outlet, url, published }
  const warnings = [...record.warnings, ...warningsOf(record, content, today)]
  const document: Document = {
    kind: 'document',
    id: documentIdOf(named),
    ...named,
    title,
    agency,
    updated,
    language,
    publishedFrom: published === null ? null : 'metadata',
    mediaType,
    rawSha256: sha256Hex(record.bytes),
    zones,
    warnings,
    supersedes: null,
  }
  return { document, text }
}

const EMPTY: Fault = { code: 'empty', text: 'there is no text in it: nothing was stored' }

const tooLong = (length: number): Fault => ({
  code: 'too_large',
  text: `the text has ${withCommas(length)} characters, and at most ${withCommas(MAX_TEXT_LENGTH)} are read as one document: split it into a file for each report, or into JSON lines`,
})

const warningsOf = (record: SourceRecord, content: string, today: Day): readonly DocumentWarning[] => {
  const warnings: DocumentWarning[] = []
  if (content !== record.text)
    warnings.push({ code: 'broken_characters', text: 'characters that cannot be stored were replaced by \ufffd' })
  if (record.published !== null && record.published > today)
    warnings.push({
      code: 'future_date',
      text: `dated ${record.published}, in the future (today is ${today}): mend the date at the source, since every "on Tuesday" in it is resolved by it`,
    })
  return warnings
}
