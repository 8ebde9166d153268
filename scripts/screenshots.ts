/**
 * Pictures of every page in all appearances, from the examples: `npm run screenshots [FOLDER] [APPEARANCE…]` (`tmp/screenshots`,
 * which git ignores, unless named; all appearances unless some are).
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../test/browser/chromium.ts'
import { agreementVisits, codingVisits, known, visit, visits } from '../test/browser/pages.ts'
import {
  type Appearance,
  makeCodings,
  setUp,
  startWorkbench,
  watchedPage,
  windowOf,
} from '../test/browser/workbench.ts'

const [folder = 'tmp/screenshots', ...wanted] = process.argv.slice(2)
const APPEARANCES: readonly (Appearance & { readonly name: string })[] = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: 'contrast', theme: 'contrast' },
  { name: 'arabic', theme: 'light', locale: 'ar' },
  { name: 'arabic-dark', theme: 'dark', locale: 'ar' },
  { name: 'phone', theme: 'light', width: 390, height: 844 },
  { name: 'phone-arabic', theme: 'dark', locale: 'ar', width: 390, height: 844 },
]
/** What a map with a software renderer takes to settle. */
const SETTLES_MS = 2500

mkdirSync(folder, { recursive: true })
const workbench = await startWorkbench()
const browser = await launch()
try {
  const signedIn = await browser.newContext()
  const first = await signedIn.newPage()
  await setUp(first, workbench)
  const { open, finished } = await makeCodings(browser, first, workbench)
  const pages = [...visits(await known(first)), ...codingVisits(open), ...agreementVisits(finished)]
  for (const { name, ...appearance } of APPEARANCES.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
    const context = await windowOf(browser, signedIn, appearance)
    const { page, faults } = await watchedPage(context, workbench)
    for (const one of pages) {
      await visit(page, workbench.url, one)
      if (['map', 'incident'].includes(one.name)) await page.waitForTimeout(SETTLES_MS)
      const path = join(folder, `${one.name}-${name}.png`)
      await page.screenshot({ path })
      process.stdout.write(`${path}\n`)
    }
    for (const fault of faults) process.stderr.write(`${name}: ${fault}\n`)
    await context.close()
  }
} finally {
  await browser.close()
  await workbench.end()
}
