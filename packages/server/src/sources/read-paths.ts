import { createReadStream } from 'node:fs'
import type { RawItem, Refusal } from '@sijil/core/pipeline/layers.js'
import { partsOf } from '@sijil/core/stages/ingest/parts-of.js'
import { type FoundFile, findFiles, unreadable } from './find-files.ts'

/** What standing input is called where no name is known. */
const STDIN = 'stdin'

/** Something read, with how far the reading has come. */
export type Reading = (
  | { readonly kind: 'item'; readonly item: RawItem }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
) & {
  /** Bytes of the inputs done with; `total` is null while standard input is read. */
  readonly done: number
  readonly total: number | null
}

export interface PathOptions {
  /** What `-` stands for. */
  readonly stdin: AsyncIterable<Uint8Array> | null
}

/**
 * Reads files, folders, patterns and `-` (standard input), a part at a time. What cannot be read is told and passed over.
 */
export async function* readPaths(paths: readonly string[], { stdin }: PathOptions): AsyncGenerator<Reading> {
  const { files, refusals } = await findFiles(paths.filter((path) => path !== '-'))
  const withStdin = paths.includes('-') && stdin !== null
  const total = withStdin ? null : files.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const refusal of refusals) yield { kind: 'refusal', refusal, done, total }
  for (const file of files) {
    yield* readFile(file, done, total)
    done += file.size
  }
  if (withStdin) yield* readStdin(stdin, done)
}

async function* readFile(file: FoundFile, before: number, total: number | null): AsyncGenerator<Reading> {
  let done = before
  try {
    const source = { name: file.name, mediaType: null, url: null }
    for await (const item of partsOf(source, createReadStream(file.path))) {
      done += item.bytes.length
      yield { kind: 'item', item, done, total }
    }
  } catch (error) {
    yield { kind: 'refusal', refusal: unreadable(file.name, error), done, total }
  }
}

async function* readStdin(stdin: AsyncIterable<Uint8Array>, before: number): AsyncGenerator<Reading> {
  const chunks = stdin[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const source = { name: STDIN, mediaType: sniff(first.value), url: null }
  let done = before
  for await (const item of partsOf(source, resumed(first.value, chunks))) {
    done += item.bytes.length
    yield { kind: 'item', item, done, total: null }
  }
}

/** Standard input has no name to tell its format by, only its beginning. */
const sniff = (chunk: Uint8Array): string => {
  const head = new TextDecoder().decode(chunk).trimStart()
  if (head.startsWith('{')) return startsWithWholeObject(head) ? 'application/x-ndjson' : 'application/json'
  if (head.startsWith('[')) return 'application/json'
  return /^<(!doctype|html|head|body)/i.test(head) ? 'text/html' : 'text/plain'
}

/** One object a line, or one object over several lines? A line that is longer than what came counts as whole. */
const startsWithWholeObject = (head: string): boolean => {
  const end = head.indexOf('\n')
  if (end < 0) return true
  try {
    JSON.parse(head.slice(0, end))
    return true
  } catch {
    return false
  }
}

async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
