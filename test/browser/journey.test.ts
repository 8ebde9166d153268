import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { atWork } from './at-work.ts'
import { chromiumIsThere } from './chromium.ts'
import { type Workbench, watchedPage, windowOf } from './workbench.ts'

const REPORT = `Outlet: The Harbour Post
Published: 2024-03-22
Title: Two killed by landmine near Halsaq

Two people were killed by a landmine near the town of Halsaq on Thursday, residents said.
`

/** The claims of a document, as its cards. */
const cards = (page: Page) => page.getByRole('region', { name: 'What was read in it' }).getByRole('listitem')

/** Goes on by the tab key until something of that name has the focus. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let tries = 0; tries < 150; tries += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const focused = document.activeElement
      const around = focused?.matches('input') ? focused.closest('label')?.textContent : null
      const label = focused?.id ? document.querySelector(`label[for="${focused.id}"]`)?.textContent : null
      return focused?.getAttribute('aria-label') ?? around ?? label ?? focused?.textContent ?? ''
    })
    if (name.test(at.trim())) return
  }
  throw new Error(`no ${name} was met by the tab key`)
}

const openDocument = async (page: Page, workbench: Workbench, title: string): Promise<void> => {
  await page.goto(`${workbench.url}/inbox`)
  await page.getByRole('option', { name: title }).first().click()
  await page.getByRole('link', { name: /^Review (\d|the)/ }).click()
  await page.locator('mark.evidence').first().waitFor()
}

describe.skipIf(!chromiumIsThere)('a first-time user', () => {
  const at = atWork()

  test('the link of the set-up works once', { timeout: 60_000 }, async () => {
    const stranger = await at.browser.newContext()
    const page = await stranger.newPage()
    await page.goto(at.workbench.setupUrl)
    await page.getByLabel('Name').fill('Somebody Else')
    await page.getByLabel('E-mail').fill('else@example.org')
    await page.getByLabel('Password').fill('another long password')
    await page.getByRole('button', { name: 'Make the account' }).click()
    await page.getByRole('alert').waitFor()
    expect(page.url()).toContain('/setup')
    await page.goto(`${at.workbench.url}/incidents`)
    await page.waitForURL('**/sign-in')
    await stranger.close()
  })

  test('brings a report in, reviews it, and finds its incident', { timeout: 120_000 }, async () => {
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/inbox`)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Add files' }).click()
    await (await chooser).setFiles({ name: 'mine.txt', mimeType: 'text/plain', buffer: Buffer.from(REPORT) })
    await page.getByText('mine.txt was read.').waitFor({ timeout: 60_000 })
    await openDocument(page, at.workbench, 'Two killed by landmine near Halsaq')

    // Selecting either side moves the other.
    await page.locator('mark.evidence').last().click()
    const chosen = page.locator('li[aria-current=true]')
    await chosen.getByText('2', { exact: true }).waitFor()
    await chosen.getByRole('button', { name: 'Accept' }).click()
    await cards(page).getByText('accepted').first().waitFor()

    await chosen.getByRole('link', { name: /^XS-/ }).first().click()
    await page.getByRole('heading', { level: 1 }).getByText('Halsaq').waitFor()
    await page.getByText('Two people were killed by a landmine', { exact: false }).first().waitFor()
  })

  test('corrects a number: the incident follows, and undo brings it back', { timeout: 120_000 }, async () => {
    const { page } = at.watched
    await openDocument(page, at.workbench, 'Air raids kill at least 19')
    await page.locator('mark.evidence', { hasText: 'six' }).click()
    const chosen = page.locator('li[aria-current=true]')
    await chosen.getByRole('button', { name: 'Correct' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Low').fill('7')
    await dialog.getByLabel('High').fill('7')
    await dialog.getByLabel('Why').fill('The paper edition says seven')
    await dialog.getByRole('button', { name: 'Save 1 change' }).click()
    await chosen.getByText('corrected').waitFor()
    await chosen.getByText('7', { exact: true }).waitFor()
    await chosen.getByRole('button', { name: 'Undo' }).click()
    await chosen.getByText('6', { exact: true }).waitFor()
    expect(await chosen.getByText('corrected').count()).toBe(0)
  })

  test('merges two incidents, sees the codes lead to one, and takes it back', { timeout: 120_000 }, async () => {
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/incidents?place=Vashira`)
    const other = page.getByRole('link', { name: /2 Apr 2024/ }).first()
    const otherUrl = await other.getAttribute('href')
    await page.goto(`${at.workbench.url}/incidents?place=Sarmuq`)
    await page
      .getByRole('link', { name: /2 Apr 2024/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1 }).getByText('Sarmuq').waitFor()
    const url = page.url()
    await page.getByRole('button', { name: 'Merge' }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .locator('label')
      .filter({ hasText: /Vashira/ })
      .first()
      .click()
    await dialog.getByText('As it would be').waitFor()
    await dialog.getByLabel('Why').fill('One strike on two hamlets')
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('Done.', { exact: true }).waitFor()
    const count = (): Promise<number> => page.locator('blockquote').count()
    await page.goto(at.workbench.url + otherUrl)
    await page.locator('blockquote').nth(1).waitFor()
    const merged = await count()
    expect(merged).toBeGreaterThan(1)

    await page.goto(`${at.workbench.url}/admin?part=judgements`)
    await page.getByRole('button', { name: 'Take back' }).first().click()
    await page.locator('.line-through').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.goto(url)
    await page.locator('blockquote').first().waitFor()
    expect(await count()).toBeLessThan(merged)
  })

  test('exports what is shown, with names masked', { timeout: 60_000 }, async () => {
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/incidents`)
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    const path = await (await download).path()
    const csv = readFileSync(path, 'utf8')
    expect(csv.split('\n')[0]).toContain('killed')
    expect(csv).toContain('XS-2024-0319')
  })

  test('does all of it by keyboard alone', { timeout: 120_000 }, async () => {
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/incidents`)
    await page.locator('main table').waitFor()
    // Anywhere, search opens and leads to a document.
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Air raids')
    await page.getByRole('option', { name: /Air raids kill/ }).waitFor()
    for (let tries = 0; tries < 8; tries += 1) {
      await page.keyboard.press('ArrowDown')
      const at = await page
        .locator('[role=option][data-focused], [role=option][data-focus-visible]')
        .first()
        .textContent()
      if (at?.includes('Air raids kill')) break
    }
    await page.keyboard.press('Enter')
    await page.locator('mark.evidence').first().waitFor()
    // Through the claims, deciding each.
    const chosen = page.locator('li[aria-current=true]')
    await page.keyboard.press('j')
    await chosen.waitFor()
    const first = await chosen.getAttribute('id')
    await page.keyboard.press('a')
    await page.locator(`#${first}`).getByText('accepted').waitFor()
    // The next open one is chosen already.
    expect(await chosen.getAttribute('id')).not.toBe(first)
    const second = await chosen.getAttribute('id')
    await page.keyboard.press('x')
    await page.locator(`#${second}`).getByText('rejected').waitFor()
    await page.keyboard.press('k')
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Single letters act as shortcuts').waitFor()
    await page.keyboard.press('Escape')
    // Back to the rejected one, and undo.
    for (let tries = 0; tries < 8 && (await chosen.getAttribute('id')) !== second; tries += 1)
      await page.keyboard.press('k')
    for (let tries = 0; tries < 8 && (await chosen.getAttribute('id')) !== second; tries += 1)
      await page.keyboard.press('j')
    await page.keyboard.press('u')
    await page.locator(`#${second}`).getByText('rejected').waitFor({ state: 'detached' })
  })

  test('merges and exports by keyboard alone, and takes it back', { timeout: 120_000 }, async () => {
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/incidents?place=Sarmuq`)
    await page.locator('main table').waitFor()
    await tabTo(page, /2 Apr 2024/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1 }).getByText('Sarmuq').waitFor()
    await tabTo(page, /^Merge$/)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const chosen = dialog.locator('[role=radiogroup] [data-selected]')
    await dialog.getByRole('radio').first().waitFor({ state: 'attached' })
    await tabTo(page, /XS-2024/)
    for (let tries = 0; tries < 40 && !(await chosen.allTextContents()).join().includes('Vashira'); tries += 1)
      await page.keyboard.press('ArrowDown')
    await dialog.getByText('As it would be').waitFor()
    await tabTo(page, /^Why/)
    await page.keyboard.type('One strike on two hamlets')
    await tabTo(page, /^Merge$/)
    await page.keyboard.press('Enter')
    await page.getByText('Done.', { exact: true }).waitFor()
    await tabTo(page, /^Undo$/)
    await page.keyboard.press('Enter')
    await page.getByText('Taken back').waitFor()

    await page.goto(`${at.workbench.url}/incidents`)
    await page.locator('main table').waitFor()
    await tabTo(page, /^Export$/)
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'CSV' }).waitFor()
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/csv$/)
  })

  test('letters do nothing once they are turned off', { timeout: 60_000 }, async () => {
    const { page } = at.watched
    await openDocument(page, at.workbench, 'Air raids kill at least 19')
    await page.keyboard.press('?')
    await page.getByText('Single letters act as shortcuts').click()
    await page.keyboard.press('Escape')
    const before = page.url()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(page.url()).toBe(before)
  })

  test('two people on one claim: one wins, the other is told and sees what stands', { timeout: 120_000 }, async () => {
    const { page } = at.watched
    const theirs = await windowOf(at.browser, at.signedIn)
    const other = await watchedPage(theirs, at.workbench)
    await openDocument(page, at.workbench, 'Air raids kill at least 19')
    const url = page.url()
    // The other window is cut off from news, as on a bad line: it keeps showing what was.
    await theirs.route('**/api/changes*', (route) => route.abort())
    await other.page.goto(url)
    await other.page.locator('mark.evidence', { hasText: 'Nine people' }).click()
    await page.locator('mark.evidence', { hasText: 'Nine people' }).click()
    await page.locator('li[aria-current=true]').getByRole('button', { name: 'Reject' }).click()
    await page.getByText('rejected').first().waitFor()
    await other.page.locator('li[aria-current=true]').getByRole('button', { name: 'Accept' }).click()
    await other.page.getByText('Somebody else decided on this claim meanwhile', { exact: false }).waitFor()
    await other.page.getByText('rejected').first().waitFor()
    await theirs.close()
  })
})
