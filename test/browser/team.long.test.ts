import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { atWork, PATIENCE } from './at-work.ts'
import { chromiumIsThere } from './chromium.ts'
import { choose, watchedPage } from './workbench.ts'

const PASSWORD = 'correct horse battery'

describe.skipIf(!chromiumIsThere)('a team that settles things together', () => {
  const at = atWork()

  /** Adds somebody as the owner does, and opens a window in which they have joined. */
  const colleague = async (page: Page, name: string, email: string): Promise<BrowserContext> => {
    await page.goto(`${at.workbench.url}/admin?part=people`)
    await page.getByRole('button', { name: 'Add somebody' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Name').fill(name)
    await sheet.getByLabel('E-mail').fill(email)
    await sheet.getByRole('button', { name: 'Make the account' }).click()
    const link = await page.getByRole('dialog').getByLabel('New link').inputValue()
    await page.keyboard.press('Escape')
    const theirs = await at.browser.newContext({ reducedMotion: 'reduce' })
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
    const { page } = at.watched
    const contexts = [
      await colleague(page, 'Lina Coder', 'lina@example.org'),
      await colleague(page, 'Omar Coder', 'omar@example.org'),
    ]
    await page.goto(`${at.workbench.url}/coding`)
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

    for (const [coder, theirs] of contexts.entries()) {
      const own = await watchedPage(theirs, at.workbench)
      await own.page.goto(`${at.workbench.url}/coding`)
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
        const reject = coder === 1 && card === 0
        await one.getByRole('button', { name: reject ? 'Reject' : 'Accept' }).click()
        await one.getByText(reject ? 'rejected' : 'accepted').waitFor()
      }
      await own.page.getByRole('button', { name: 'I am done' }).click()
      await own.page.waitForURL('**/coding')
      expect(own.faults).toEqual([])
      await theirs.close()
    }

    await page.goto(`${at.workbench.url}/coding`)
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

  test('an organisation gains a name, a table with a wrong row comes in, and both go again', {
    timeout: 150_000,
  }, async () => {
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/admin?part=organisations`)
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
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/admin?part=gazetteers`)
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
    await page.getByText('crossings.csv').waitFor({ state: 'detached' })
  })
})
