import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'

/**
 * Everything that reading makes of many documents, one a line: language, zones, dates, tokens, sentences, claims, persons.
 * For a change that must change nothing: `npm run build`, then
 *
 *   node bench/dump-readings.mjs OUT [CHECKOUT]
 *
 * with the code as it is and as it was (another checkout, built), and compare the two files byte for byte. Documents: the
 * examples, and where it is at hand all of ../shared.
 */
const [out, checkout = '.'] = process.argv.slice(2)
if (out === undefined) throw new Error('usage: node bench/dump-readings.mjs OUT [CHECKOUT]')
const WIKINEWS = 3000
const SHARED = new URL('../../shared/', import.meta.url)
const EXAMPLES = new URL('../examples/reports/', import.meta.url)

const built = (path) => import(pathToFileURL(resolve(checkout, 'packages', path)).href)
const { makePipeline } = await built('core/dist/pipeline/pipeline.js')
const { ingest } = await built('core/dist/stages/ingest/ingest.js')
const { normalise } = await built('core/dist/stages/normalise/normalise.js')
const { extractStage } = await built('core/dist/stages/extract/index.js')
const { findPersons } = await built('core/dist/stages/extract/persons/find-persons.js')
const { loadContext } = await built('server/dist/sources/load-context.js')

const item = (name, bytes) => ({ name, bytes, mediaType: null, url: null })
const filesOf = (folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => item(name, readFileSync(new URL(name, folder)))) : []
const linesOf = (name, bytes, count) => {
  const lines = bytes.toString().trim().split('\n')
  const step = Math.max(1, Math.floor(lines.length / count))
  const some = lines.filter((_, i) => i % step === 0)
  return some.map((line, i) => item(`${name}-${i}.jsonl`, Buffer.from(line)))
}
function* items() {
  yield* filesOf(EXAMPLES)
  yield* filesOf(new URL('seeds/', SHARED))
  const newsDev = new URL('data/news-dev.jsonl', SHARED)
  if (existsSync(newsDev)) yield* linesOf('news-dev', readFileSync(newsDev), 10_000)
  const wikinews = new URL('data/wikinews.jsonl.gz', SHARED)
  if (existsSync(wikinews)) yield* linesOf('wikinews', gunzipSync(readFileSync(wikinews)), WIKINEWS)
}

const context = await loadContext({ today: '2026-01-01', gazetteers: [] })
const pipeline = makePipeline([ingest, normalise, extractStage], ['raw'])
const file = createWriteStream(out)
let documents = 0
let claims = 0
for (const raw of items()) {
  const layers = pipeline.run({ raw: [raw] }, context)
  for (const { document } of layers.documents) {
    const { id, doc, language, zones, published, outlet } = document
    const text = layers.readings.get(id)
    const persons = language === 'en' ? findPersons({ text, zones, published, outlet }, context) : []
    const own = layers.claims.filter((claim) => claim.document === id)
    const tokens = text.tokens.map(
      (token) => `${token.start} ${token.end} ${token.tag} ${token.sentence} ${token.lower}`,
    )
    file.write(`${JSON.stringify({ doc, document, claims: own, persons, sentences: text.sentences, tokens })}\n`)
    documents++
    claims += own.length
  }
}
file.end(() => console.log(`${documents} documents, ${claims} claims: ${out}`))
