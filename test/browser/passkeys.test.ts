import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumIsThere, launch } from './chromium.ts'
import { setUp, startWorkbench, type Workbench } from './workbench.ts'

describe.runIf(chromiumIsThere)('passkeys', () => {
  let browser: Browser
  let workbench: Workbench
  beforeAll(async () => {
    const started = await startWorkbench({ examples: false })
    // Browsers keep passkeys for names, not for addresses.
    const named = (url: string) => url.replace('127.0.0.1', 'localhost')
    workbench = { ...started, url: named(started.url), setupUrl: named(started.setupUrl) }
    browser = await launch()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await workbench?.end()
  })

  /** A device that makes passkeys and shows them when its person lets it. */
  const withDevice = async (page: Page): Promise<{ readonly cdp: CDPSession; readonly id: string }> => {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return { cdp, id }
  }
  const signedIn = (page: Page): Promise<string | undefined> =>
    page.evaluate(async () => (await (await fetch('/api/session')).json()).user?.email)

  test('one is added, signs in without e-mail or password, confirms a sensitive act, and is removed', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const { cdp, id } = await withDevice(page)
    await setUp(page, workbench)
    await page.goto(`${workbench.url}/admin?part=account`)
    await page.getByLabel('What to call this device').fill('The blue laptop')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The blue laptop').waitFor()
    expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials).toHaveLength(1)

    await context.clearCookies()
    await page.goto(`${workbench.url}/sign-in`)
    expect(await signedIn(page)).toBeUndefined()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL('**/incidents')
    expect(await signedIn(page)).toBe('rana@example.org')

    // The same device again, for an act that the server wants confirmed: by the API, whose time cannot be waited for.
    const confirmed = await page.evaluate(async () => {
      const json = { 'x-sijil': '1', 'content-type': 'application/json' }
      const challenge = await (
        await fetch('/api/session/passkey/challenge', { method: 'POST', headers: { 'x-sijil': '1' } })
      ).json()
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(challenge.options)
      const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
      const send = async () => {
        const reply = await fetch('/api/session/confirm/passkey', {
          method: 'POST',
          headers: json,
          body: JSON.stringify({ ceremony: challenge.ceremony, credential: shown.toJSON() }),
        })
        return { status: reply.status, until: (await reply.json()).confirmedUntil as string | undefined }
      }
      // What was shown once is good once.
      return [await send(), await send()]
    })
    expect(confirmed.map(({ status }) => status)).toEqual([200, 401])
    expect(Date.parse(confirmed[0]?.until ?? '')).toBeGreaterThan(Date.now())

    await page.goto(`${workbench.url}/admin?part=account`)
    await page.getByRole('button', { name: 'Remove the passkey The blue laptop' }).click()
    await page.getByText('You have none yet.').waitFor()
    await context.clearCookies()
    await page.goto(`${workbench.url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('alert').waitFor()
    expect(await signedIn(page)).toBeUndefined()
    await context.close()
  }, 120_000)
})
