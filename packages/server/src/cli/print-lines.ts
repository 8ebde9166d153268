import type { Output } from './io.ts'

const BATCH = 64 * 1024

/** Prints one JSON object a line, as they come, with no more in memory than a batch. */
export const printJsonLines = async (out: Output, records: AsyncIterable<object> | Iterable<object>): Promise<void> =>
  printText(out, jsonLines(records))

async function* jsonLines(records: AsyncIterable<object> | Iterable<object>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`
}

/** Prints pieces of text in batches, waiting for the reader. */
export const printText = async (out: Output, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> => {
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < BATCH) continue
    await out.write(waiting)
    waiting = ''
  }
  if (waiting !== '') await out.write(waiting)
}
