/**
 * Frames of the map while it is dragged, with 50,000 incidents and with none, in one run and one browser:
 * `npx tsx --conditions=source bench/web/map.ts`. Needs the built pages and Chromium. The bar: the 95th of a hundred frames
 * takes no more than twice what it takes on the empty map.
 */
import type { Page } from 'playwright-core'
import { launch } from '../../test/browser/chromium.ts'
import { HELPER, quantile, SESSION, servePages } from './in-page.ts'

const INCIDENTS = Number(process.argv[2] ?? 50_000)
const DRAGS = 12
const STEPS = 20
const BAR = 2

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
const nothing = { items: [], unplaced: 0, complete: true }

/** The frames, in milliseconds, while the map is dragged to and fro. */
const frames = async (page: Page, url: string): Promise<readonly number[]> => {
  await page.goto(`${url}/map`)
  await page.locator('[data-drawn] canvas').waitFor({ timeout: 120_000 })
  await page.waitForTimeout(3000)
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
    await page.mouse.move(x - by * 200, y)
    await page.mouse.down()
    await page.mouse.move(x + by * 200, y + by * 60, { steps: STEPS })
    await page.mouse.up()
  }
  return page.evaluate(() => {
    Object.assign(globalThis, { going: false })
    return (globalThis as unknown as { times: number[] }).times.slice(2)
  })
}

const browser = await launch()
const measured: { readonly empty: number; readonly full: number }[] = []
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(HELPER)
  const empty = await servePages({ '/api/session': SESSION, '/api/incidents/points': nothing })
  const full = await servePages({
    '/api/session': SESSION,
    '/api/incidents/points': { items: points, unplaced: 0, complete: true },
  })
  for (let run = 0; run < 3; run += 1) {
    const page = await context.newPage()
    const without = quantile(await frames(page, empty.url), 0.95)
    const with50k = quantile(await frames(page, full.url), 0.95)
    measured.push({ empty: without, full: with50k })
    await page.close()
  }
  empty.close()
  full.close()
} finally {
  await browser.close()
}
const ratios = measured.map(({ empty, full }) => full / empty)
const told = {
  incidents: INCIDENTS,
  p95EmptyMs: measured.map(({ empty }) => Math.round(empty * 10) / 10),
  p95FullMs: measured.map(({ full }) => Math.round(full * 10) / 10),
  ratioMedian: Math.round(quantile(ratios, 0.5) * 100) / 100,
  bar: BAR,
}
process.stdout.write(`${JSON.stringify(told, null, 1)}\n`)
process.exitCode = told.ratioMedian <= BAR ? 0 : 1
