import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extractClaims } from '@sijil/core/stages/extract/extract-claims.js'
import { readText } from '@sijil/core/text/reader.js'
import { loadLexicons } from '@sijil/server/sources/lexicons.js'

/**
 * Text to claims, in documents a second on one core, beside bare tokenising and tagging of the same texts in the same run:
 * `node bench/speed.mjs [ROUNDS]`, after `npm run build` (the built code is what users run). Rounds alternate, so that a busy machine slows
 * both; the median counts.
 */
const SHARED = new URL('../../shared/data/news-dev.jsonl', import.meta.url)
const EXAMPLES = new URL('../examples/reports/', import.meta.url)

const exampleTexts = () =>
  readdirSync(EXAMPLES)
    .filter((name) => /^(0\d|1[0-35]|23)-.*\.(txt|md)$/.test(name))
    .map((name) => ({ published: '2024-03-13', text: readFileSync(new URL(name, EXAMPLES), 'utf8') }))

const documents = existsSync(SHARED)
  ? readFileSync(SHARED, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : Array.from({ length: 20 }, exampleTexts).flat()

const requireOfCore = createRequire(new URL('../packages/core/package.json', import.meta.url))
const nlp = requireOfCore('wink-nlp')(requireOfCore('wink-eng-lite-web-model'), ['sbd', 'pos'])
const tagBarely = ({ text }) => {
  for (const line of text.split('\n')) {
    const tokens = nlp.readDoc(line).tokens()
    tokens.out()
    tokens.out(nlp.its.pos)
  }
}

const lexicons = await loadLexicons()
const english = lexicons.get('en')
const gazetteer = { version: 'none', lookup: () => [], known: () => null, areaAt: () => null }
const context = { today: '2026-01-01', lexicons, gazetteer }
const readClaims = ({ text, published }) => {
  const frame = { text: readText(text, 'en', english), zones: [], published, outlet: null }
  extractClaims('d', frame, english, context, { by: 'bench', version: '1' })
}

const perSecond = (work) => {
  const start = process.hrtime.bigint()
  for (const document of documents) work(document)
  return documents.length / (Number(process.hrtime.bigint() - start) / 1e9)
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

const bare = []
const ours = []
perSecond(tagBarely)
perSecond(readClaims)
for (let round = 0; round < Number(process.argv[2] ?? 5); round++) {
  bare.push(perSecond(tagBarely))
  ours.push(perSecond(readClaims))
}
const length = documents.reduce((sum, { text }) => sum + text.length, 0) / documents.length
console.log(
  `${documents.length} documents of ${Math.round(length)} characters on average, ${bare.length} rounds, one core`,
)
console.log(`bare tokens and tags   ${median(bare).toFixed(0)} documents a second`)
console.log(`text to claims         ${median(ours).toFixed(0)} documents a second`)
console.log(`ratio                  ${(median(ours) / median(bare)).toFixed(2)}`)
