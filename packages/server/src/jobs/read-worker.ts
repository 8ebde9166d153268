import type { Context } from '@sijil/core/pipeline/stage.js'
import { type ContextOptions, contextFrom } from '../sources/load-context.ts'
import { type BatchRead, type HashedItem, readBatch } from './read-batch.ts'

/** What a worker thread is asked. */
export interface ReadTask {
  readonly batch: readonly HashedItem[]
  readonly context: ContextOptions
}

let loaded: Promise<Context> | undefined

/** What a worker thread does. Lexicons and gazetteer are loaded once a thread; they do not change during a run. */
export const read = async ({ batch, context }: ReadTask): Promise<BatchRead> => {
  loaded ??= contextFrom(context)
  return readBatch(batch, await loaded)
}
