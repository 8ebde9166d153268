import { Readable } from 'node:stream'
import { type ClaimRecord, toClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { Document } from '@sijil/core/model/document.js'
import type { Day } from '@sijil/core/model/time-range.js'
import { textNotRead } from '../problems/record.ts'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import { extractItems } from './extract-texts.ts'
import { type LocatedLine, locate } from './locate.ts'
import type { Store } from './with-store.ts'

/** A report as somebody typed or pasted it. */
export interface TypedReport {
  readonly text: string
  readonly outlet?: string | undefined
  readonly published?: string | undefined
  readonly title?: string | undefined
}

/** What a text says. */
export interface ReadReport {
  readonly language: string | null
  readonly claims: readonly ClaimRecord[]
  readonly warnings: Document['warnings']
}

/** Reads a text and gives its claims; nothing is kept. Throws a Problem for a text that cannot be read. */
export const readReport = async (report: TypedReport, today: Day): Promise<ReadReport> => {
  const bytes = new TextEncoder().encode(`${JSON.stringify({ doc: 'text', ...report })}\n`)
  const item = { name: 'text.jsonl', bytes, mediaType: null, url: null }
  for await (const extracted of extractItems([item], today)) {
    if (extracted.kind === 'refusal') throw textNotRead(extracted.refusal)
    const { document, claims } = extracted
    const records = claims.map((claim) => toClaimRecord(claim, { doc: document.doc }))
    return { language: document.language, claims: records, warnings: document.warnings }
  }
  throw textNotRead({ name: 'text', at: null, code: 'empty', text: 'it holds no words' })
}

/** Where the places of some texts lie, by the gazetteers in use; nothing is kept. */
export const locateTexts = async (
  store: Store,
  texts: readonly { readonly id: string; readonly text: string }[],
  country: string | null,
): Promise<readonly LocatedLine[]> => {
  const input = Readable.from(texts.map((one) => `${JSON.stringify(one)}\n`))
  const found: LocatedLine[] = []
  for await (const line of locate({ input, country, files: [], imported: await importedIndexes(store) }))
    if ('places' in line) found.push(line)
  return found
}
