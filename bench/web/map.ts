/**
 * Frames of the map while it is dragged, with 50,000 incidents and with none but two in the corners, which make the empty
 * map show the same land: in one run and one browser, by turns. `npx tsx --conditions=source bench/web/map.ts`. Needs the
 * built pages and Chromium. The bar: the 95th of a hundred frames takes no more than twice what it takes on the empty map.
 *
 * The window is small, because the map is drawn by the processor where this runs: a large one measures how fast that fills
 * pixels, which both maps ask alike.
 */
import type { Page } from 'playwright-core'
import { launch } from '../../test/browser/chromium.ts'
import { HELPER, quantile, SESSION, servePages } from './in-page.ts'

const INCIDENTS = Number(process.argv[2] ?? 50_000)
const RUNS = 3
const DRAGS = 4
const STEPS = 16
const WINDOW = { width: 900, height: 600 }
const BAR = 2
/** A page that takes longer has failed, not measured. */
const LONGEST_MS = 60_000

/** A sequence that is the same in every run. */
let seed = 7
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const MEANS = ['airstrike', 'shelling', 'gunfire', 'mine_ied'] as const
const points = Array.from({ length: INCIDENTS }, (_, at) => {
  const low = Math.floor(random() * 12)
  const day = new Date(Date.UTC(2013, 0, 1 + Math.floor(random() * 3600))).toISOString().slice(0, 10)
  const killed = { low, high: low + Math.floor(random() * 4), best: low }
  return {
    code: `SY-${at}`,
    lat: 33 + random() * 4 + (random() - 0.5),
    lon: 36 + random() * 5 + (random() - 0.5),
    radius: random() < 0.5 ? 0 : 5000,
    precision: 2,
    from: day,
    to: day,
    killed,
    injured: killed,
    means: [MEANS[at % MEANS.length]],
    grade: 'fair',
    actors: [],
    place: `Place ${at % 900}`,
    admin1: null,
    country: 'SY',
  }
})
const reply = (items: readonly unknown[]) => ({
  '/api/session': SESSION,
  '/api/views': { items: [] },
  '/api/incidents/points': { items, unplaced: 0, complete: true },
})
/** Two in the corners of where the others are: the map shows the same land, and nothing on it. */
const corners = [
  { lat: 32.5, lon: 35.5 },
  { lat: 37.5, lon: 41.5 },
].map((corner, at) => ({ ...points[at], ...corner, code: `SY-corner-${at}` }))

interface Frames {
  /** From the request for the page until it is drawn and at rest. */
  readonly restMs: number
  readonly p95Ms: number
}

/** Until every frame of a second has come in time. */
const rest = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      new Promise((told) => {
        const started = performance.now()
        let last = started
        const next = (now: number): void => {
          if (now - last > 60) told(false)
          else if (now - started > 1000) told(true)
          else requestAnimationFrame(next)
          last = now
        }
        requestAnimationFrame(next)
      }),
    undefined,
    { timeout: LONGEST_MS },
  )

/** The frames while the map is dragged to and fro. */
const frames = async (page: Page, url: string): Promise<Frames> => {
  const started = Date.now()
  await page.goto(`${url}/map`)
  await page.locator('[data-drawn] canvas').waitFor({ timeout: LONGEST_MS })
  await rest(page)
  const restMs = Date.now() - started
  const box = await page.locator('[data-drawn] canvas').boundingBox()
  if (box === null) throw new Error('the map has no place')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { times, going: true })
    let last = performance.now()
    const next = (now: number): void => {
      times.push(now - last)
      last = now
      if ((globalThis as unknown as { going: boolean }).going) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  for (let drag = 0; drag < DRAGS; drag += 1) {
    const by = drag % 2 === 0 ? 1 : -1
    await page.mouse.move(x - by * 150, y)
    await page.mouse.down()
    await page.mouse.move(x + by * 150, y + by * 60, { steps: STEPS })
    await page.mouse.up()
  }
  const times = await page.evaluate(() => {
    Object.assign(globalThis, { going: false })
    return (globalThis as unknown as { times: number[] }).times.slice(2)
  })
  return { restMs, p95Ms: quantile(times, 0.95) }
}

const browser = await launch()
const [empty, full] = [await servePages(reply(corners)), await servePages(reply(points))]
const measured: { readonly empty: Frames; readonly full: Frames }[] = []
try {
  const context = await browser.newContext({ viewport: WINDOW })
  await context.addInitScript(HELPER)
  context.setDefaultTimeout(LONGEST_MS)
  for (let run = 0; run < RUNS; run += 1) {
    const page = await context.newPage()
    measured.push({ empty: await frames(page, empty.url), full: await frames(page, full.url) })
    await page.close()
  }
} finally {
  await browser.close()
  empty.close()
  full.close()
}
const rounded = (value: number): number => Math.round(value * 10) / 10
const told = {
  incidents: INCIDENTS,
  atRestEmptyMs: measured.map(({ empty }) => empty.restMs),
  atRestFullMs: measured.map(({ full }) => full.restMs),
  p95EmptyMs: measured.map(({ empty }) => rounded(empty.p95Ms)),
  p95FullMs: measured.map(({ full }) => rounded(full.p95Ms)),
  ratioMedian:
    Math.round(
      quantile(
        measured.map(({ empty, full }) => full.p95Ms / empty.p95Ms),
        0.5,
      ) * 100,
    ) / 100,
  bar: BAR,
}
process.stdout.write(`${JSON.stringify(told, null, 1)}\n`)
process.exitCode = told.ratioMedian <= BAR ? 0 : 1
