import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { extractClaims } from '@sijil/core/stages/extract/extract-claims.js'
import { readText } from '@sijil/core/text/reader.js'
import { loadLexicons } from '@sijil/server/sources/lexicons.js'
import compromise from 'compromise'

/**
 * Text to claims, in documents a second on one core, beside bare tokenising and tagging of the same texts by wink-nlp and by
 * compromise in the same run: `node bench/speed.mjs [ROUNDS]`, after `npm run build` (the built code is what users run). Rounds
 * alternate, so that a busy machine slows all alike; time is the processor's, and the median counts.
 *
 * Two kinds of text: reports of a war, nearly every one of which tells claims, read again and again; and news of every kind,
 * each document new to the reader, most of which tell none. Where ../shared is not at hand, the examples stand for both.
 */
const NEWS_DEV = new URL('../../shared/data/news-dev.jsonl', import.meta.url)
const WIKINEWS = new URL('../../shared/data/wikinews.jsonl.gz', import.meta.url)
const EXAMPLES = new URL('../examples/reports/', import.meta.url)
const rounds = Number(process.argv[2] ?? 9)
/** Rounds before measuring: code that was run a few times only has not been compiled yet. */
const WARM_UP = 10

/** What text to claims should reach, in times the rate of each. */
const BARS = { wink: [0.5, 0.6], compromise: 10 }

const linesOf = (bytes) =>
  bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const examples = () =>
  readdirSync(EXAMPLES)
    .filter((name) => /^(0\d|1[0-35]|23)-.*\.(txt|md)$/.test(name))
    .map((name) => ({ published: '2024-03-13', text: readFileSync(new URL(name, EXAMPLES), 'utf8') }))

const warNews = existsSync(NEWS_DEV) ? linesOf(readFileSync(NEWS_DEV)) : Array.from({ length: 20 }, examples).flat()
const allNews = existsSync(WIKINEWS) ? linesOf(gunzipSync(readFileSync(WIKINEWS))) : warNews

const requireOfCore = createRequire(new URL('../packages/core/package.json', import.meta.url))
const nlp = requireOfCore('wink-nlp')(requireOfCore('wink-eng-lite-web-model'), ['sbd', 'pos'])
const tagByWink = ({ text }) => {
  for (const line of text.split('\n')) {
    const tokens = nlp.readDoc(line).tokens()
    tokens.out()
    tokens.out(nlp.its.pos)
  }
}
const tagByCompromise = ({ text }) => {
  compromise(text)
}

const lexicons = await loadLexicons()
const english = lexicons.get('en')
const gazetteer = {
  version: 'none',
  lookup: () => [],
  known: () => null,
  areaAt: () => null,
  homes: [],
  area: () => null,
}
const context = { today: '2026-01-01', lexicons, gazetteer }
const readClaims = ({ text, published }) => {
  const frame = { text: readText(text, 'en', english), zones: [], published, outlet: null }
  extractClaims('d', frame, english, context, { by: 'bench', version: '1' })
}

const perSecond = (work, documents) => {
  const before = process.cpuUsage()
  for (const document of documents) work(document)
  const { user, system } = process.cpuUsage(before)
  return documents.length / ((user + system) / 1e6)
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

const measure = (name, batchOf) => {
  const rates = { wink: [], ours: [], compromise: [] }
  for (let round = 0; round < rounds; round++) {
    const documents = batchOf(round)
    rates.wink.push(perSecond(tagByWink, documents))
    rates.ours.push(perSecond(readClaims, documents))
    // compromise takes tens of times as long: a few documents tell
    if (round < 3) rates.compromise.push(perSecond(tagByCompromise, documents.slice(0, 40)))
  }
  const [wink, ours, other] = [median(rates.wink), median(rates.ours), median(rates.compromise)]
  console.log(`${name}: ${rounds} rounds of ${batchOf(0).length} documents, one core`)
  console.log(`  wink's tokens and tags   ${wink.toFixed(0)} documents a second`)
  console.log(`  compromise's tags        ${other.toFixed(0)}`)
  console.log(`  text to claims           ${ours.toFixed(0)}`)
  console.log(`  ratio to wink            ${(ours / wink).toFixed(2)} (bar ${BARS.wink.join(', then ')})`)
  console.log(`  ratio to compromise      ${(ours / other).toFixed(1)} (bar ${BARS.compromise})`)
}

perSecond(tagByWink, warNews)
for (let round = 0; round < WARM_UP; round++) perSecond(readClaims, warNews)
perSecond(tagByCompromise, warNews.slice(0, 20))
measure('reports of a war, the same in each round', () => warNews)
const size = Math.floor(allNews.length / rounds)
measure('news of every kind, others in each round', (round) => allNews.slice(round * size, (round + 1) * size))
