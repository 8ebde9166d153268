import { describe, expect, test } from 'vitest'
import { atWork } from './at-work.ts'
import { chromiumIsThere } from './chromium.ts'
import { makePmtiles } from './make-pmtiles.ts'
import { choose } from './workbench.ts'

describe.skipIf(!chromiumIsThere)('a team at work', () => {
  const at = atWork()

  test('a reviewer corrects an incident, sees both values, and takes it back', { timeout: 150_000 }, async () => {
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/incidents?place=Halsaq`)
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
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/incidents`)
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
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/inbox`)
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
    await page.goto(`${at.workbench.url}/inbox`)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('button', { name: 'What is done' }).first().click()
    await page.waitForURL('**state=done**')
  })

  test('the log is verified, and says that it holds', { timeout: 60_000 }, async () => {
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/admin?part=log`)
    await page.getByRole('button', { name: 'Verify all of it' }).click()
    await page.locator('main [role=status] li').first().waitFor()
    expect(await page.getByLabel('Does not hold').count()).toBe(0)
  })

  test('tiles of the person’s own lie under the incidents', { timeout: 150_000 }, async () => {
    const { page } = at.watched
    await page.goto(`${at.workbench.url}/map`)
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
