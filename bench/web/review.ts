/**
 * How long the review page takes from the arrival of its data until it answers a key, with an article of 60,000 characters
 * and 500 claims: `npx tsx --conditions=source bench/web/review.ts`. Needs the built pages and Chromium. The bar is 300 ms.
 */
import { launch } from '../../test/browser/chromium.ts'
import { HELPER, quantile, SESSION, servePages } from './in-page.ts'

const LENGTH = 60_000
const CLAIMS = 500
const RUNS = 7
const BAR_MS = 300
const DOC = 'a'.repeat(32)

const SENTENCE = 'At least 12 people were killed and 30 others were hurt when shells struck a market in the town. '
const paragraphs = Array.from({ length: Math.ceil(LENGTH / (SENTENCE.length * 4 + 1)) }, () => SENTENCE.repeat(4))
const text = paragraphs.join('\n').slice(0, LENGTH)

const step = Math.floor(LENGTH / CLAIMS)
const claims = Array.from({ length: CLAIMS }, (_, at) => {
  const start = at * step
  return {
    kind: 'casualty',
    doc: 'bench.txt',
    id: at.toString(16).padStart(32, '0'),
    start,
    // Some reach into the next ones, as nested claims do.
    end: start + (at % 5 === 0 ? step + 40 : 30),
    quote: text.slice(start, start + 30),
    places: ['Halsaq'],
    from: '2024-03-21',
    to: '2024-03-21',
    means: 'shelling',
    actors: ['an army'],
    sources: ['rescuers'],
    attribution: [{ text: 'rescuers', type: 'civil_defence' }],
    incidents: [{ id: `XS-2024-0321-${at.toString().padStart(5, '0')}`, low: 12, high: 12 }],
    confidence: 0.8,
    rule: 'bench',
    maker: { by: 'bench', version: '1' },
    slots: { places: { certainty: 'stated', confidence: 0.9 }, means: { certainty: 'implied', confidence: 0.6 } },
    document: DOC,
    reviews: [],
    rejected: false,
    version: '0000',
    metric: at % 3 === 0 ? 'injured' : 'killed',
    low: 12,
    high: null,
    hedge: 'at_least',
    vague: null,
    unit: 'person',
    each: false,
    status: 'civilian',
    groups: { children: [2, 2] },
    scope: 'incident',
    partOf: null,
    relation: null,
    restates: null,
  }
})
const read = {
  doc: 'bench.txt',
  outlet: 'The Bench',
  published: '2024-03-22',
  title: 'A long report',
  language: 'en',
  copy: null,
  claims: CLAIMS,
  id: DOC,
  agency: null,
  url: null,
  updated: null,
  supersedes: null,
  warnings: [],
  sha256: '',
}

const pages = await servePages({
  '/api/session': SESSION,
  [`/api/documents/${DOC}/text`]: { document: read, text, withheld: false, zones: [], claims },
})
const browser = await launch()
const runs: { readonly ready: number; readonly key: number }[] = []
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(HELPER)
  for (let run = 0; run < RUNS; run += 1) {
    const page = await context.newPage()
    // When the last byte of the data has come, and when a key pressed from then on has been answered by a frame.
    await page.addInitScript(() => {
      const marks: Record<string, number> = {}
      Object.assign(globalThis, { marks })
      const fetched = fetch
      globalThis.fetch = async (...asked) => {
        const reply = await fetched(...asked)
        if (String(asked[0]).includes('/text')) {
          const read = reply.json.bind(reply)
          const json = async (): Promise<unknown> => {
            const body: unknown = await read()
            marks.data = performance.now()
            return body
          }
          Object.defineProperty(reply, 'json', { value: json })
        }
        return reply
      }
      const watch = new MutationObserver(() => {
        if (marks.data !== undefined && marks.drawn === undefined && document.querySelector('li[id^="claim-"]'))
          requestAnimationFrame(() => {
            marks.drawn = performance.now()
            setTimeout(() => {
              marks.ready = performance.now()
              dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
              const selected = (): void => {
                if (document.querySelector('li[aria-current=true]')) marks.key = performance.now()
                else requestAnimationFrame(selected)
              }
              requestAnimationFrame(selected)
            })
          })
      })
      addEventListener('DOMContentLoaded', () => watch.observe(document.body, { childList: true, subtree: true }))
    })
    await page.goto(`${pages.url}/review/${DOC}`)
    await page.waitForFunction(() => (globalThis as unknown as { marks: { key?: number } }).marks.key !== undefined)
    const marks = await page.evaluate(
      () => (globalThis as unknown as { marks: { data: number; ready: number; key: number } }).marks,
    )
    runs.push({ ready: marks.ready - marks.data, key: marks.key - marks.data })
    await page.close()
  }
} finally {
  await browser.close()
  pages.close()
}
// The first one compiles the page's scripts: a person pays that once a day.
const later = runs.slice(1)
const told = {
  characters: text.length,
  claims: CLAIMS,
  first: Math.round(runs[0]?.ready ?? Number.NaN),
  readyMedian: Math.round(
    quantile(
      later.map(({ ready }) => ready),
      0.5,
    ),
  ),
  readyWorst: Math.round(Math.max(...later.map(({ ready }) => ready))),
  firstKeyMedian: Math.round(
    quantile(
      later.map(({ key }) => key),
      0.5,
    ),
  ),
  barMs: BAR_MS,
}
process.stdout.write(`${JSON.stringify(told, null, 1)}\n`)
process.exitCode = told.readyMedian <= BAR_MS ? 0 : 1
