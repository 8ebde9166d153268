import type { RawItem } from '@sijil/core/pipeline/layers.js'
import type { Reading } from '../sources/read-paths.ts'

/** Items that are read together, refusals met on the way, and how far the reading has come. */
export interface Batch {
  readonly items: readonly RawItem[]
  readonly refusals: readonly Extract<Reading, { kind: 'refusal' }>['refusal'][]
  readonly done: number
  readonly total: number | null
}

const MOST_ITEMS = 48
const MOST_BYTES = 250_000

/** Gathers readings into batches: enough of them to be worth a trip to a thread, few enough to stay small. */
export async function* inBatches(readings: AsyncIterable<Reading>): AsyncGenerator<Batch> {
  let items: RawItem[] = []
  let refusals: Batch['refusals'][number][] = []
  let bytes = 0
  let last: Reading | null = null
  for await (const reading of readings) {
    last = reading
    if (reading.kind === 'refusal') refusals.push(reading.refusal)
    else {
      items.push(reading.item)
      bytes += reading.item.bytes.length
    }
    if (items.length < MOST_ITEMS && bytes < MOST_BYTES && refusals.length < MOST_ITEMS) continue
    yield { items, refusals, done: reading.done, total: reading.total }
    items = []
    refusals = []
    bytes = 0
  }
  if (last !== null && items.length + refusals.length > 0) yield { items, refusals, done: last.done, total: last.total }
}
