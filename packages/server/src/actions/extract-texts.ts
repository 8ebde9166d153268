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
import { messageOf } from '../error-facts.ts'
import { loadContext } from '../sources/load-context.ts'
import { readPaths } from '../sources/read-paths.ts'

/** What to read, and what "today" is for documents that have no date of their own. */
export interface ExtractRequest {
  readonly paths: readonly string[]
  readonly stdin: Readable
  readonly today: Day
  readonly signal?: AbortSignal
}

/** A document with its claims. */
export interface ReadDocument {
  readonly document: Document
  readonly claims: readonly Claim[]
}

/** What came of a part of the input: a document with its claims, or why something was refused. */
export type Extracted =
  | ({ readonly kind: 'document' } & ReadDocument)
  | { readonly kind: 'refusal'; readonly refusal: Refusal }

/** Reads parts of files that are there already, the same way. */
export async function* extractItems(items: readonly RawItem[], today: Day): AsyncGenerator<Extracted> {
  const context = await loadContext({ today, gazetteers: [] })
  const pipeline = makePipeline([normalise, extractStage], ['documents'])
  for (const item of items) yield* extractItem(pipeline, item, context)
}

/** Reads texts and gives their claims, in the order of the inputs. Needs no store and keeps nothing. */
export async function* extractTexts({ paths, stdin, today, signal }: ExtractRequest): AsyncGenerator<Extracted> {
  const context = await loadContext({ today, gazetteers: [] })
  const pipeline = makePipeline([normalise, extractStage], ['documents'])
  for await (const reading of readPaths(paths, { stdin })) {
    signal?.throwIfAborted()
    if (reading.kind === 'item') yield* extractItem(pipeline, reading.item, context)
    else yield refused(reading.refusal)
  }
}

function* extractItem(pipeline: Pipeline, raw: RawItem, context: Context): Generator<Extracted> {
  const { documents, refusals } = ingest.run({ raw: [raw] }, context)
  // One by one: what goes wrong with one document must not take the others with it.
  for (const text of documents) yield extractOne(pipeline, text, context)
  yield* refusals.map(refused)
}

const extractOne = (pipeline: Pipeline, text: DocumentText, context: Context): Extracted => {
  try {
    const { documents = [], claims = [] } = pipeline.run({ documents: [text] }, context)
    return { kind: 'document', document: documents[0]?.document ?? text.document, claims }
  } catch (error) {
    const told = `reading it went wrong within Sijil (${messageOf(error)}); please report it with the text`
    return refused({ name: text.document.doc, at: null, code: 'fault', text: told })
  }
}

const refused = (refusal: Refusal): Extracted => ({ kind: 'refusal', refusal })
