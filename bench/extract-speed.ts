/**
 * Documents a second from text to claims, beside bare tokenising and tagging in the same run:
 * `tsx --conditions=source bench/extract-speed.ts`.
 */
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { DocumentId } from '../packages/core/src/model/document.ts'
import type { Day } from '../packages/core/src/model/time-range.ts'
import type { Context } from '../packages/core/src/pipeline/stage.ts'
import { extractClaims } from '../packages/core/src/stages/extract/extract-claims.ts'
import { findCores } from '../packages/core/src/stages/extract/find-cores.ts'
import { viewOf } from '../packages/core/src/stages/extract/words/view.ts'
import { wordsOf } from '../packages/core/src/stages/extract/words/words.ts'
import { loadBuiltInGazetteer } from '../packages/core/src/testing/gazetteers.ts'
import type { SharedDocument } from '../packages/core/src/testing/gold-predictions.ts'
import { loadLexicon } from '../packages/core/src/testing/lexicons.ts'
import { readSharedLines, sharedIsThere } from '../packages/core/src/testing/shared.ts'
import { readText } from '../packages/core/src/text/reader.ts'

const RUNS = 3

/** Processor time in milliseconds, so that what else the machine does matters little. */
const best = (work: () => void): number => {
  let shortest = Number.POSITIVE_INFINITY
  for (let run = 0; run <= RUNS; run++) {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    if (run > 0) shortest = Math.min(shortest, (user + system) / 1000)
  }
  return shortest
}

const report = (documents: readonly SharedDocument[]): void => {
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const lexicon = loadLexicon('en')
  const words = wordsOf(lexicon)
  const gazetteer = loadBuiltInGazetteer()
  const context: Context = { today: '2026-01-01' as Day, lexicons: new Map([['en', lexicon]]), gazetteer }
  const readings = documents.map((document) => readText(document.text, 'en', lexicon))
  const bare = best(() => {
    for (const { text } of documents) {
      const doc = nlp.readDoc(text)
      doc.tokens().out(nlp.its.value)
      doc.tokens().out(nlp.its.pos)
    }
  })
  const reading = best(() => {
    for (const { text } of documents) readText(text, 'en', lexicon)
  })
  const counting = best(() => {
    for (const text of readings) findCores(viewOf(text, words))
  })
  const extracting = best(() =>
    documents.forEach(({ doc, published, outlet }, i) => {
      const text = readings[i]
      if (text !== undefined)
        extractClaims(doc as DocumentId, { text, zones: [], published, outlet }, lexicon, context, {
          by: 'bench',
          version: '0',
        })
    }),
  )
  const line = (name: string, ms: number): string =>
    `${name.padEnd(28)}${ms.toFixed(0).padStart(7)} ms${((1000 * documents.length) / ms).toFixed(0).padStart(8)} docs/s\n`
  process.stdout.write(
    `${documents.length} documents, the best of ${RUNS} runs\n` +
      line('bare tokenise and tag', bare) +
      line('read', reading) +
      line('numbers tied to harm', counting) +
      line('extract', extracting) +
      line('text to claims', reading + extracting) +
      `ratio to bare tokenise and tag ${(bare / (reading + extracting)).toFixed(2)}\n`,
  )
}

if (sharedIsThere) report(readSharedLines<SharedDocument>('data/news-dev.jsonl'))
else process.stderr.write('the development material is not beside this checkout: nothing to measure\n')
