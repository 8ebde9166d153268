import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_ANSWER } from '@sijil/core/contract/no-answer.js'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { ROOT } from '../tree.ts'

/** A server on a store of its own, filled from the examples. */
export interface Workbench {
  readonly url: string
  /** Makes the first account; works once. */
  readonly setupUrl: string
  readonly end: () => Promise<void>
}

const OWNER = { name: 'Rana Haddad', email: 'rana@example.org', password: 'correct horse battery' } as const

const sijil = (data: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(ROOT, 'bin/sijil.js'), ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', SIJIL_DATA: data, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const run = async (data: string, ...args: readonly string[]): Promise<void> => {
  const child = sijil(data, args)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const [code] = (await once(child, 'exit')) as [number]
  // 1: some inputs were refused, as the examples mean some to be.
  if (code > 1) throw new Error(`sijil ${args.join(' ')} ended with ${code}:\n${said}`)
}

const LONGEST_START_MS = 60_000

/** Starts the server; with `examples`, their reports and gazetteer are in the store. */
export const startWorkbench = async ({ examples = true } = {}): Promise<Workbench> => {
  const data = mkdtempSync(join(tmpdir(), 'sijil-browser-'))
  if (examples) {
    await run(data, 'gazetteer', 'import', 'examples/gazetteer.csv')
    await run(data, 'organisations', 'import', 'examples/organisations.csv')
    await run(data, 'ingest', 'examples/reports')
  }
  const server = sijil(data, ['serve', '--port', '0', '--no-limits'])
  const end = async (): Promise<void> => {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
    rmSync(data, { recursive: true, force: true })
  }
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const started = Date.now()
  for (;;) {
    const url = /^(http:\/\/\S+)$/m.exec(said)?.[1]
    const setupUrl = /(http:\/\/\S+\/setup#\S+)/.exec(said)?.[1]
    if (url !== undefined && setupUrl !== undefined) return { url, setupUrl, end }
    if (server.exitCode !== null || Date.now() - started > LONGEST_START_MS) {
      await end()
      throw new Error(`the server did not start:\n${said}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export interface Watched {
  readonly page: Page
  /** What must never be: reports of the content security policy, requests to other hosts, errors of the page. */
  readonly faults: readonly string[]
}

/** A page that notes whatever must never be. */
export const watchedPage = async (context: BrowserContext, workbench: Workbench): Promise<Watched> => {
  const page = await context.newPage()
  const faults: string[] = []
  const own = new URL(workbench.url).host
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== own) faults.push(`asked ${url.href}`)
  })
  page.on('pageerror', (error) => faults.push(`threw ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text())
  })
  return { page, faults }
}

/** Makes the owner's account by the one-time link, and is signed in with it. */
export const setUp = async (page: Page, workbench: Workbench): Promise<void> => {
  await page.goto(workbench.setupUrl)
  await page.getByLabel('Name').fill(OWNER.name)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.waitForURL('**/inbox')
}

export interface Appearance {
  readonly theme?: 'light' | 'dark' | 'contrast'
  readonly locale?: 'en' | 'ar'
  readonly width?: number
  readonly height?: number
}

/** Another window of the same person, in an appearance of its own. */
export const windowOf = async (
  browser: Browser,
  signedIn: BrowserContext,
  { theme = 'light', locale = 'en', width = 1440, height = 900 }: Appearance = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: { width, height },
    storageState: await signedIn.storageState(),
    reducedMotion: 'reduce',
  })
  await context.addInitScript(
    ([settings, language]) => {
      localStorage.setItem('sijil.settings', settings as string)
      localStorage.setItem('sijil.locale', language as string)
    },
    [JSON.stringify({ theme }), locale],
  )
  return context
}

type Ask = (path: string, method?: string, body?: unknown) => Promise<Record<string, unknown>>

/** Asks the server as a page of it does; what is written has nothing before it. Throws when it is refused. */
const askerOf =
  (page: Page): Ask =>
  (path, method = 'GET', body) =>
    page.evaluate(
      async ([url, verb, sent, none]) => {
        const reply = await fetch(url as string, {
          method: verb as string,
          headers: { 'x-sijil': '1', 'content-type': 'application/json', 'if-match': `"${none}"` },
          ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
        })
        if (!reply.ok) throw new Error(`${verb} ${url}: ${await reply.text()}`)
        return (await reply.json()) as Record<string, unknown>
      },
      [path, method, body, NO_ANSWER] as const,
    )

interface Coded {
  /** A double coding that the owner has still to do their part of, and one that waits to be settled. */
  readonly open: string
  readonly finished: string
}

/** Makes somebody who codes beside the owner, and two double codings: one under way, one in which both are done and differ. */
export const makeCodings = async (browser: Browser, page: Page, workbench: Workbench): Promise<Coded> => {
  const ask = askerOf(page)
  const email = 'salma@example.org'
  const grants = [{ collection: null, role: 'coder' }]
  const invited = (await ask('/api/people', 'POST', { email, name: 'Salma al-Khatib', grants })) as { secret: string }
  const context = await browser.newContext()
  const theirs = await context.newPage()
  await theirs.goto(`${workbench.url}/join#${invited.secret}`)
  await theirs.getByLabel('Password').fill(OWNER.password)
  await theirs.getByRole('button', { name: 'Join' }).click()
  await theirs.waitForURL('**/incidents')
  const { items: coders } = (await ask('/api/coders')) as unknown as { items: { id: string }[] }
  const { items } = (await ask('/api/documents?limit=100')) as unknown as { items: { id: string; claims: number }[] }
  const [one, two] = items.filter(({ claims }) => claims > 3)
  const assign = async (document: string | undefined): Promise<string> =>
    String((await ask('/api/codings', 'POST', { document, coders: coders.slice(0, 2).map(({ id }) => id) })).id)
  const [open, finished] = [await assign(one?.id), await assign(two?.id)]
  for (const [at, asking] of [ask, askerOf(theirs)].entries()) {
    const { claims } = (await asking(`/api/codings/${finished}`)) as unknown as { claims: { id: string }[] }
    for (const [place, { id }] of claims.entries()) {
      const differs = at === 1 && place < 2
      const values = differs && place === 1 ? { count: { low: 40, high: 48 }, places: [{ text: 'Halsaq' }] } : null
      const verdict = !differs ? 'accept' : values === null ? 'reject' : 'correct'
      const answer = { claim: id, verdict, values, start: null, end: null }
      await asking(`/api/codings/${finished}/answers`, 'POST', answer)
    }
    await asking(`/api/codings/${finished}/completion`, 'POST')
  }
  await context.close()
  return { open, finished }
}

/** Chooses one of a few. */
export const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`${label}$`) }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
