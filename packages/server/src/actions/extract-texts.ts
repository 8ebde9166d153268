import type { Readable } from 'node:stream'
import type { Claim } from '@sijil/core/model/claim.js'
import type { Document } from '@sijil/core/model/document.js'
import type { Day } from '@sijil/core/model/time-range.js'
import type { DocumentText, RawItem, Refusal } from '@sijil/core/pipeline/layers.js'
import { makePipeline, type Pipeline } from '@sijil/core/pipeline/pipeline.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { extractStage } from '@sijil/core/stages/extract/index.js'
import { ingest } from '@sijil/core/stages/ingest/ingest.js'
import { normalise } from '@sijil/core/stages/normalise/normalise.js'
import { loadContext } from '../sources/load-context.ts'
import { readPaths } from '../sources/read-paths.ts'

/** What to read, and what "today" is for documents that have no date of their own. */
export interface ExtractRequest {
  readonly paths: readonly string[]
  readonly stdin: Readable
  readonly today: Day
  readonly signal?: AbortSignal
}

/** What came of one file or one line of a container: its documents with their claims, or why it was refused. */
export interface Extracted {
  readonly documents: readonly { readonly document: Document; readonly claims: readonly Claim[] }[]
  readonly refusals: readonly Refusal[]
}

/** Reads texts and gives their claims, in the order of the inputs. Needs no store and keeps nothing. */
export async function* extractTexts({ paths, stdin, today, signal }: ExtractRequest): AsyncGenerator<Extracted> {
  const context = await loadContext({ today, gazetteers: [] })
  const pipeline = makePipeline([ingest, normalise, extractStage], ['raw'])
  for await (const reading of readPaths(paths, { stdin })) {
    signal?.throwIfAborted()
    yield reading.kind === 'item'
      ? extractItem(pipeline, reading.item, context)
      : { documents: [], refusals: [reading.refusal] }
  }
}

const extractItem = (pipeline: Pipeline, raw: RawItem, context: Context): Extracted => {
  const { documents = [], claims = [], refusals = [] } = pipeline.run({ raw: [raw] }, context)
  return { documents: documents.map((text) => ({ document: text.document, claims: claimsOf(text, claims) })), refusals }
}

const claimsOf = ({ document }: DocumentText, claims: readonly Claim[]): readonly Claim[] =>
  claims.filter((claim) => claim.document === document.id)
