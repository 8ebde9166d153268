import type { RawItem } from '../../pipeline/layers.ts'
import { concat } from './concat.ts'
import { fileKindOf } from './file-kind.ts'
import { MAX_DOCUMENT_BYTES, MAX_RECORD_BYTES, PART_BYTES } from './limits.ts'
import { recordCutter } from './record-cutter.ts'
import { streamDecoder } from './try-decode.ts'
import { utf8 } from './utf8.ts'

/** What is known of a file before its bytes come. */
export type Source = Pick<RawItem, 'name' | 'mediaType' | 'url'>

/**
 * A file's bytes as items to ingest, in bounded memory however long it is. Files of records (JSON lines, CSV) come in
 * parts of about 1 MB, cut between records and knowing their line; of anything else comes one item, and of one that is
 * too long no more than shows that it is.
 */
export async function* partsOf(source: Source, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawItem> {
  const kind = fileKindOf(source)
  if (kind !== 'json_lines' && kind !== 'csv') {
    yield { ...source, bytes: await gather(chunks, MAX_DOCUMENT_BYTES + 1) }
    return
  }
  const cutter = recordCutter({ table: kind === 'csv', partBytes: PART_BYTES, maxRecord: MAX_RECORD_BYTES + 1 })
  let parts = 0
  for await (const chunk of narrow(chunks)) {
    for (const { bytes, firstLine } of cutter.push(chunk)) {
      parts++
      yield { ...source, bytes, part: { firstLine } }
    }
  }
  const last = cutter.end()
  if (last !== null) yield { ...source, bytes: last.bytes, part: { firstLine: last.firstLine } }
  else if (parts === 0) yield { ...source, bytes: new Uint8Array() }
}

/** UTF-16 as UTF-8, so that a line break is one byte; everything else as it is. */
async function* narrow(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decode: ((chunk: Uint8Array) => string) | null | undefined
  for await (const chunk of chunks) {
    if (decode === undefined) decode = wideDecoder(chunk)
    yield decode === null ? chunk : utf8(decode(chunk))
  }
}

const wideDecoder = (chunk: Uint8Array): ((chunk: Uint8Array) => string) | null => {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return streamDecoder('utf-16le')
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return streamDecoder('utf-16be')
  return null
}

const gather = async (chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> => {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    kept.push(chunk)
    length += chunk.length
    if (length >= limit) break
  }
  return concat(kept)
}
