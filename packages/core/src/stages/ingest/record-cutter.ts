import { concat } from './concat.ts'

/** A part of a file of records: whole records, and the line that the first stands in. */
export interface RecordPart {
  readonly bytes: Uint8Array
  readonly firstLine: number
}

/** How to cut. */
export interface CutterOptions {
  /** A table: line breaks within quotes are no ends of records, and each part begins with the header row. */
  readonly table: boolean
  /** A part ends with the record that makes it this long. */
  readonly partBytes: number
  /** What a record has beyond this is dropped, so that an endless one is not kept in memory. */
  readonly maxRecord: number
}

/** Cuts a stream of bytes into parts between records. */
export interface RecordCutter {
  push(chunk: Uint8Array): readonly RecordPart[]
  /** What is left; null when nothing is. */
  end(): RecordPart | null
}

const LINE_FEED = 10
const QUOTE = 34

/** Begins to cut. */
export const recordCutter = (options: CutterOptions): RecordCutter => {
  let kept: Uint8Array[] = []
  let length = 0
  let recordLength = 0
  let inQuotes = false
  let line = 1
  let firstLine = 1
  let header: Uint8Array | null = null

  const keep = (bytes: Uint8Array): void => {
    const room = Math.max(0, options.maxRecord - recordLength)
    recordLength += bytes.length
    const piece = bytes.length <= room ? bytes : bytes.subarray(0, room)
    if (piece.length === 0) return
    kept.push(piece)
    length += piece.length
  }
  const take = (): RecordPart => {
    const bytes = concat(header === null ? kept : [header, ...kept])
    const part = { bytes, firstLine }
    kept = []
    length = 0
    firstLine = line
    return part
  }
  const endRecord = (parts: RecordPart[]): void => {
    // A record that was cut short has lost its line break: the next must not run on in its line.
    if (recordLength > options.maxRecord) {
      kept.push(Uint8Array.of(LINE_FEED))
      length++
    }
    recordLength = 0
    if (options.table && header === null) {
      const { bytes } = take()
      header = bytes
    } else if (length >= options.partBytes) parts.push(take())
  }
  return {
    push: (chunk) => {
      const parts: RecordPart[] = []
      let from = 0
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i]
        if (byte === QUOTE && options.table) inQuotes = !inQuotes
        if (byte !== LINE_FEED) continue
        line++
        if (inQuotes) continue
        keep(chunk.subarray(from, i + 1))
        from = i + 1
        endRecord(parts)
      }
      if (from < chunk.length) keep(chunk.slice(from))
      return parts
    },
    end: () => (length > 0 || (header !== null && firstLine === line) ? take() : null),
  }
}
