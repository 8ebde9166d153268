import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ClaimRecord, toClaimRecord } from '../contract/claim-record.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { makeGazetteer } from '../gazetteer/make-gazetteer.ts'
import type { Day } from '../model/time-range.ts'
import { makePipeline } from '../pipeline/pipeline.ts'
import type { Context } from '../pipeline/stage.ts'
import { extractStage } from '../stages/extract/index.ts'
import { ingest } from '../stages/ingest/ingest.ts'
import { normalise } from '../stages/normalise/normalise.ts'
import { testContext } from './context.ts'
import { readShared, readSharedLines, sharedUrl } from './shared.ts'

/** A document of the development material. */
export interface SharedDocument {
  readonly doc: string
  readonly published: Day | null
  readonly outlet: string | null
  readonly text: string
}

export type GoldSet = 'seeds' | 'news-dev'

/** What the scorer of the development material prints with `--json`; rates from 0 to 1. */
export interface GoldScores {
  readonly count: { readonly P: number; readonly R: number; readonly F: number }
  readonly leak: number
  readonly lost: number
  readonly scope: number
  readonly status: number
  readonly groups: { readonly P: number; readonly R: number }
  readonly parts: { readonly P: number; readonly R: number }
}

const NO_GAZETTEER: Gazetteer = makeGazetteer('none', [])

/** Reads a text as `sijil extract` does and extracts its claims, in the fields of the codebook. */
export const recordsOf = (document: SharedDocument, gazetteer: Gazetteer = NO_GAZETTEER): readonly ClaimRecord[] => {
  plain ??= testContext()
  const context = { ...plain, gazetteer }
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  const raw = { name: `${document.doc}.json`, bytes, mediaType: null, url: null }
  const { claims = [] } = reading.run({ documents: ingest.run({ raw: [raw] }, context).documents }, context)
  return claims.map((claim) => toClaimRecord(claim, { doc: document.doc }))
}

let plain: Context | undefined

const reading = makePipeline([normalise, extractStage], ['documents'])

/** The documents that a gold file codes. */
export const goldDocuments = (set: GoldSet): readonly SharedDocument[] => {
  if (set === 'seeds') {
    const names = new Set(readSharedLines<{ doc: string }>('gold/seeds.jsonl').map((claim) => claim.doc))
    return [...names].sort().map((doc) => ({ doc, published: null, outlet: null, text: readShared(`seeds/${doc}`) }))
  }
  const listed = new Set(readShared('gold/news-dev.docs').split(/\s+/))
  return readSharedLines<SharedDocument>('data/news-dev.jsonl').filter((document) => listed.has(document.doc))
}

/** Runs the scorer over predictions; `args` are passed on (`--json`, `--misses N`). */
export const score = (set: GoldSet, records: readonly ClaimRecord[], ...args: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gold-'))
  try {
    const file = join(folder, 'predicted.jsonl')
    writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'))
    const scorer = fileURLToPath(sharedUrl('eval/score-claims.mjs'))
    const gold = fileURLToPath(sharedUrl(`gold/${set}.jsonl`))
    const docs = set === 'news-dev' ? ['--docs', fileURLToPath(sharedUrl('gold/news-dev.docs'))] : []
    return execFileSync(process.execPath, [scorer, gold, file, ...docs, ...args], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
