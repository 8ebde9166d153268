import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumIsThere, launch } from './chromium.ts'
import { agreementVisits, codingVisits, known, type Visit, visit, visits } from './pages.ts'
import { makeCodings, setUp, startWorkbench, type Workbench, watchedPage, windowOf } from './workbench.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How pages look, and whether all of them are visited or those on which most stands. */
export interface Appearance {
  readonly theme: 'light' | 'dark'
  readonly locale: 'en' | 'ar'
  readonly all: boolean
}

const DENSEST = ['incident', 'review', 'timeline']

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[]
}

/** What shuts people out of the page, as axe finds it: WCAG 2.2 A and AA. */
const violations = async (page: Page): Promise<readonly string[]> => {
  // A script of the test's own, put in past the page's policy by the browser itself.
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const axe = (
      globalThis as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: Violation[] }> } }
    ).axe
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    // What passes is not told, nor are style sheets fetched anew.
    return (await axe.run(document, { runOnly: tags, resultTypes: ['violations'], preload: false })).violations
  })
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map(({ html, any }) => `${html.slice(0, 160)} (${any[0]?.message ?? ''})`)
        .join(' | ')}`,
  )
}

/** Visits the pages as they look in each of these appearances, and finds nothing that shuts people out. */
export const testEveryPage = (appearances: readonly Appearance[]): unknown =>
  describe.skipIf(!chromiumIsThere)('every page can be used by everybody', () => {
    let workbench: Workbench
    let browser: Browser
    let signedIn: BrowserContext
    let pages: readonly Visit[] = []

    beforeAll(async () => {
      workbench = await startWorkbench()
      browser = await launch()
      signedIn = await browser.newContext()
      const page = await signedIn.newPage()
      await setUp(page, workbench)
      const { open, finished } = await makeCodings(browser, page, workbench)
      pages = [...visits(await known(page)), ...codingVisits(open), ...agreementVisits(finished)]
    }, 120_000)
    afterAll(async () => {
      await browser?.close()
      await workbench?.end()
    })

    test.each(appearances)('$theme, $locale', { timeout: 240_000 }, async ({ all, ...appearance }) => {
      const context = await windowOf(browser, signedIn, appearance)
      const { page, faults } = await watchedPage(context, workbench)
      const found: string[] = []
      for (const one of pages.filter(({ name }) => all || DENSEST.includes(name))) {
        await visit(page, workbench.url, one)
        found.push(...(await violations(page)).map((text) => `${one.name}: ${text}`))
      }
      await context.close()
      expect(found).toEqual([])
      expect(faults).toEqual([])
    })

    test('the direction follows the language, and no page is wider than its window', { timeout: 120_000 }, async () => {
      for (const [locale, direction] of [
        ['en', 'ltr'],
        ['ar', 'rtl'],
      ] as const) {
        const context = await windowOf(browser, signedIn, { locale, width: 390, height: 800 })
        const { page } = await watchedPage(context, workbench)
        for (const one of pages.filter(({ name }) =>
          ['incidents', 'incident', 'inbox', 'tolls', 'agreement', 'settings-people'].includes(name),
        )) {
          await visit(page, workbench.url, one)
          expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction)
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
            `${one.name} ${locale}`,
          ).toBeLessThanOrEqual(0)
        }
        await context.close()
      }
    })
  })
