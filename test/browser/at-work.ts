import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launch } from './chromium.ts'
import { setUp, startWorkbench, type Watched, type Workbench, watchedPage, windowOf } from './workbench.ts'

/** The map of an incident, drawn without a graphics card, can hold a page up for seconds on a busy machine. */
export const PATIENCE = 40_000

/** A workbench that somebody is signed in to, and a window of it for each test, of which no fault may be told. */
export interface AtWork {
  workbench: Workbench
  browser: Browser
  signedIn: BrowserContext
  context: BrowserContext
  watched: Watched
}

/** Sets one up for the tests of a suite; its parts are there once the tests run. */
export const atWork = (): Readonly<AtWork> => {
  const at: Partial<AtWork> = {}
  beforeAll(async () => {
    at.workbench = await startWorkbench()
    at.browser = await launch()
    at.signedIn = await at.browser.newContext()
    await setUp(await at.signedIn.newPage(), at.workbench)
  }, 120_000)
  afterAll(async () => {
    await at.browser?.close()
    await at.workbench?.end()
  })
  beforeEach(async () => {
    const { browser, signedIn, workbench } = at as AtWork
    at.context = await windowOf(browser, signedIn)
    at.context.setDefaultTimeout(PATIENCE)
    at.watched = await watchedPage(at.context, workbench)
  })
  afterEach(async () => {
    const { context, watched } = at as AtWork
    await context.close()
    expect(watched.faults).toEqual([])
  })
  return at as AtWork
}
