import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumIsThere, launch } from './chromium.ts'
import { makePmtiles } from './make-pmtiles.ts'
import { setUp, startWorkbench, type Watched, type Workbench, watchedPage, windowOf } from './workbench.ts'

/** The map of an incident, drawn without a graphics card, can hold a page up for seconds on a busy machine. */
const PATIENCE = 40_000
const PASSWORD = 'correct horse battery'

/** Chooses one of a few. */
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`${label}$`) }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

describe.skipIf(!chromiumIsThere)('a team at work', () => {
  let workbench: Workbench
  let browser: Browser
  let signedIn: BrowserContext
  let context: BrowserContext
  let watched: Watched

  beforeAll(async () => {
    workbench = await startWorkbench()
    browser = await launch()
    signedIn = await browser.newContext()
    await setUp(await signedIn.newPage(), workbench)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await workbench?.end()
  })
  beforeEach(async () => {
    context = await windowOf(browser, signedIn)
    context.setDefaultTimeout(PATIENCE)
    watched = await watchedPage(context, workbench)
  })
  afterEach(async () => {
    const { faults } = watched
    await context.close()
    expect(faults).toEqual([])
  })

  /** Adds somebody as the owner does, and opens a window in which they have joined. */
  const colleague = async (page: Page, name: string, email: string): Promise<BrowserContext> => {
    await page.goto(`${workbench.url}/admin?part=people`)
    await page.getByRole('button', { name: 'Add somebody' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Name').fill(name)
    await sheet.getByLabel('E-mail').fill(email)
    await sheet.getByRole('button', { name: 'Make the account' }).click()
    const link = await page.getByRole('dialog').getByLabel('New link').inputValue()
    await page.keyboard.press('Escape')
    const theirs = await browser.newContext({ reducedMotion: 'reduce' })
    theirs.setDefaultTimeout(PATIENCE)
    const join = await theirs.newPage()
    await join.goto(link)
    await join.getByLabel('Password').fill(PASSWORD)
    await join.getByRole('button', { name: 'Join' }).click()
    await join.waitForURL('**/incidents')
    await join.close()
    return theirs
  }

  test('two colleagues code a document blind; where they differ a third settles it', { timeout: 180_000 }, async () => {
    const { page } = watched
    const contexts = [
      await colleague(page, 'Lina Coder', 'lina@example.org'),
      await colleague(page, 'Omar Coder', 'omar@example.org'),
    ]
    await page.goto(`${workbench.url}/coding`)
    await page.getByRole('button', { name: 'Code a document twice' }).click()
    const sheet = page.getByRole('dialog')
    await choose(page, 'First coder', 'Lina Coder')
    await choose(page, 'Second coder', 'Omar Coder')
    await sheet.getByLabel('Document', { exact: true }).first().fill('Air raids')
    await sheet
      .locator('label')
      .filter({ hasText: /Air raids kill at least 19/ })
      .click()
    await sheet.getByRole('button', { name: 'Give it to both' }).click()
    await sheet.waitFor({ state: 'detached' })

    for (const [at, theirs] of contexts.entries()) {
      const own = await watchedPage(theirs, workbench)
      await own.page.goto(`${workbench.url}/coding`)
      await own.page.getByRole('link', { name: 'Code it' }).click()
      const cards = own.page.getByRole('region', { name: 'What was read in it' }).getByRole('listitem')
      await cards.first().waitFor()
      const count = await cards.count()
      // What the first made of it shows nowhere on the sheet of the second.
      expect(await cards.getByText('accepted').count()).toBe(0)
      for (let card = 0; card < count; card += 1) {
        const one = cards.nth(card)
        await one.getByRole('button').first().click()
        // The second coder sees no such claim where the first accepts it.
        const reject = at === 1 && card === 0
        await one.getByRole('button', { name: reject ? 'Reject' : 'Accept' }).click()
        await one.getByText(reject ? 'rejected' : 'accepted').waitFor()
      }
      await own.page.getByRole('button', { name: 'I am done' }).click()
      await own.page.waitForURL('**/coding')
      expect(own.faults).toEqual([])
      await theirs.close()
    }

    await page.goto(`${workbench.url}/coding`)
    await page.getByRole('link', { name: 'Adjudicate' }).click()
    await page.getByText('1 claim seen otherwise').waitFor()
    await page
      .locator('label')
      .filter({ hasText: /There is a claim/ })
      .click()
    await page.getByLabel('Why').fill('It stands there')
    await page.getByRole('button', { name: 'Settle it' }).click()
    await page.getByText('in the record').waitFor()
  })

  test('a reviewer corrects an incident, sees both values, and takes it back', { timeout: 150_000 }, async () => {
    const { page } = watched
    await page.goto(`${workbench.url}/incidents?place=Halsaq`)
    await page.locator('main table a').first().click()
    await page.getByRole('button', { name: 'Correct' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Killed: High').fill('99')
    await sheet.getByLabel('Why').fill('A list of names')
    await sheet.getByRole('button', { name: 'Save 1 change' }).click()
    const decided = page.getByRole('listitem').filter({ hasText: 'A list of names' })
    await decided.first().waitFor()
    await page.locator('article header').getByText('–99').first().waitFor()
    await decided.getByRole('button', { name: 'Take back' }).first().click()
    await page.getByText('Nobody has decided anything about it yet.').waitFor()
  })

  test('an incident is a sheet of paper that prints as pages', { timeout: 150_000 }, async () => {
    const { page } = watched
    await page.goto(`${workbench.url}/incidents`)
    await page.locator('main table a').first().click()
    await page.getByRole('link', { name: 'Print' }).click()
    await page.locator('.sheet .sheet-evidence q').first().waitFor()
    const quotes = await page.locator('.sheet q').count()
    expect(quotes).toBeGreaterThan(0)
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const words = pdf.toString('latin1')
    expect(words.startsWith('%PDF-')).toBe(true)
    // A4 in points, and on paper nothing of the frame around the page.
    expect(words).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*\s*\]/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Print, or save as PDF' }).isVisible()).toBe(false)
  })

  test('documents are chosen and marked, and a view is kept under a name', { timeout: 150_000 }, async () => {
    const { page } = watched
    await page.goto(`${workbench.url}/inbox`)
    const first = page.getByRole('option').first()
    await first.click()
    await page.keyboard.press('Space')
    await page.getByText('1 document chosen').waitFor()
    await choose(page, 'Mark as', 'done')
    await first.getByText('done').waitFor()
    await choose(page, 'State', 'done')
    await page.waitForURL('**state=done**')
    await page.getByRole('option').nth(1).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('button', { name: 'Save this view' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('What is done')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByText('“What is done” was saved.').waitFor()
    await page.goto(`${workbench.url}/inbox`)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('button', { name: 'What is done' }).first().click()
    await page.waitForURL('**state=done**')
  })

  test('an organisation gains a name, a table with a wrong row comes in, and both go again', {
    timeout: 150_000,
  }, async () => {
    const { page } = watched
    await page.goto(`${workbench.url}/admin?part=organisations`)
    await page.getByRole('button', { name: 'Add an organisation' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('textbox', { name: 'Name', exact: true }).fill('Halsaq Hospital, "east"')
    await sheet.getByRole('textbox', { name: 'Other names' }).fill('the East Wing\nمستشفى حلسق')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The organisation was added.').waitFor()
    await page.getByRole('textbox', { name: 'Search names' }).fill('مستشفى')
    await page.getByRole('row', { name: /Halsaq Hospital, "east"/ }).waitFor()
    expect(await page.locator('main tbody tr').count()).toBe(1)
    await page.getByRole('button', { name: 'Change Halsaq' }).click()
    await sheet.getByRole('button', { name: 'Take it out' }).click()
    await page.getByText('Nothing is called so.').waitFor()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import a table' }).click()
    const table = 'name,type\nA Body,nonsense\nB Body,un\n'
    await (await chooser).setFiles({ name: 'bodies.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    await page.getByText(/^Line 2 was skipped: "nonsense" is no type/).waitFor()
    await page.getByRole('button', { name: 'Use no more: bodies' }).click()
    await sheet.getByRole('button', { name: 'Use no more' }).click()
    await page.getByText('bodies is no longer in use.').waitFor()
  })

  test('a gazetteer comes in with a wrong row told, moves what it places otherwise, and goes again', {
    timeout: 150_000,
  }, async () => {
    const { page } = watched
    await page.goto(`${workbench.url}/admin?part=gazetteers`)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import a gazetteer' }).click()
    const table = 'name,lat,lon,country,kind\nHalsaq Crossing,-49.1,-124.9,XS,village\nNowhere,190,0,XS,village\n'
    await (await chooser).setFiles({ name: 'crossings.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    await page.getByText(/^Line 3 was skipped: /).waitFor()
    await page.getByText('1 place', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Place the record anew' }).click()
    await page.getByText(/than before\.$/).waitFor()
    await page.getByRole('button', { name: 'Use no more: crossings' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Use no more' }).click()
    await page.getByText('crossings is no longer in use.').waitFor()
    expect(await page.getByText('crossings.csv').count()).toBe(0)
  })

  test('the log is verified, and says that it holds', { timeout: 60_000 }, async () => {
    const { page } = watched
    await page.goto(`${workbench.url}/admin?part=log`)
    await page.getByRole('button', { name: 'Verify all of it' }).click()
    await page.locator('main [role=status] li').first().waitFor()
    expect(await page.getByLabel('Does not hold').count()).toBe(0)
  })

  test('tiles of the person’s own lie under the incidents', { timeout: 150_000 }, async () => {
    const { page } = watched
    await page.goto(`${workbench.url}/map`)
    const canvas = page.locator('[data-drawn] canvas')
    await canvas.waitFor({ timeout: 60_000 })
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Own background' }).click()
    await (await chooser).setFiles({
      name: 'my roads.pmtiles',
      mimeType: 'application/octet-stream',
      buffer: makePmtiles(),
    })
    await page.locator('[data-background="my roads.pmtiles"]').waitFor({ timeout: 60_000 })
    const broken = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Own background' }).click()
    await (await broken).setFiles({
      name: 'x.pmtiles',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('no tiles'),
    })
    await page.getByText('x.pmtiles cannot be read as PMTiles.').waitFor()
  })
})
