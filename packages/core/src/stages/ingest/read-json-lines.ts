import type { RawItem, Refusal } from '../../pipeline/layers.ts'
import { MAX_RECORD_BYTES } from './limits.ts'
import { brokenJson, type Found, isFault, tryParse } from './read-json.ts'
import { recordFrom } from './record-schema.ts'
import { type Fault, refuse, withCommas } from './refuse.ts'
import type { SourceRecord } from './source-record.ts'
import { utf8 } from './utf8.ts'

/** Reads JSON lines: a document a line. A line that can't be read is refused by its number; all others are read. */
export const readJsonLines = (item: RawItem, text: string): Found => {
  const records: SourceRecord[] = []
  const refusals: Refusal[] = []
  let number = (item.part?.firstLine ?? 1) - 1
  for (const line of text.split('\n')) {
    number++
    if (line.trim() === '') continue
    const record = readLine(line, `${item.name}:${number}`, number)
    if (isFault(record)) refusals.push(refuse(item, `line ${number}`, record))
    else records.push(record)
  }
  return { records, refusals }
}

const readLine = (line: string, name: string, number: number): SourceRecord | Fault => {
  if (line.length > MAX_RECORD_BYTES) return tooLong(number)
  const value = tryParse(line)
  if (value instanceof SyntaxError) return brokenJson(`line ${number}`, value)
  return recordFrom(value, name, utf8(line.trim()))
}

const tooLong = (number: number): Fault => ({
  code: 'too_large',
  text: `line ${number} has more than ${withCommas(MAX_RECORD_BYTES)} bytes: put one document on a line`,
})
