/**
 * Scores extraction on the development gold: `tsx --conditions=source bench/score-gold.ts [seeds|news-dev] [--misses N]`.
 * `--out FILE` also writes the predicted claims, one a line.
 */
import { writeFileSync } from 'node:fs'
import { loadBuiltInGazetteer } from '../packages/core/src/testing/gazetteers.ts'
import { type GoldSet, goldDocuments, recordsOf, score } from '../packages/core/src/testing/gold-predictions.ts'
import { sharedIsThere } from '../packages/core/src/testing/shared.ts'

const args = process.argv.slice(2)
const option = (name: string): string | undefined => {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}

if (!sharedIsThere) process.stderr.write('the development material is not beside this checkout: nothing to score\n')
else {
  const gazetteer = loadBuiltInGazetteer()
  for (const set of ['seeds', 'news-dev'] satisfies GoldSet[]) {
    if (args.some((arg) => arg === 'seeds' || arg === 'news-dev') && !args.includes(set)) continue
    const records = goldDocuments(set).flatMap((document) => recordsOf(document, gazetteer))
    const misses = option('--misses')
    const out = option('--out')
    if (out !== undefined) writeFileSync(out, records.map((record) => JSON.stringify(record)).join('\n'))
    process.stdout.write(`${set}\n${score(set, records, ...(misses === undefined ? [] : ['--misses', misses]))}\n`)
  }
}
