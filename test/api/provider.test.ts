import { mkdir, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt, startSijil } from '../../packages/server/src/testing/child.ts'
import {
  type Asker,
  freePort,
  PASSWORD,
  post,
  type Served,
  setUp,
  startServer,
} from '../../packages/server/src/testing/served.ts'
import { removeFolder, testFolder } from '../../packages/server/src/testing/test-store.ts'

/** Who the provider knows, by the name that is typed there. */
const KNOWN: Readonly<Record<string, { readonly email: string; readonly email_verified: boolean }>> = {
  invited: { email: 'Invited@example.org', email_verified: true },
  unverified: { email: 'waiting@example.org', email_verified: false },
  stranger: { email: 'stranger@example.org', email_verified: true },
  thief: { email: 'owner@example.org', email_verified: true },
  owner: { email: 'elsewhere@example.org', email_verified: true },
}

/** A browser's jar of cookies, by host and name, for following redirects. */
const browser = () => {
  const jar = new Map<string, string>()
  const ask = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { host } = new URL(url)
    const cookie = [...jar]
      .filter(([key]) => key.startsWith(`${host} `))
      .map(([key, value]) => `${key.split(' ')[1]}=${value}`)
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, cookie: cookie.join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      jar.set(`${host} ${name}`, value.join('='))
    }
    return response
  }
  return { ask, jar }
}

describe.runIf(isBuilt)('an identity provider', { timeout: 180_000 }, () => {
  let provider: Server
  let issuer: string
  let folder: string
  let served: Served
  let owner: Asker
  beforeAll(async () => {
    const [providerPort, port] = [await freePort(), await freePort()]
    issuer = `http://127.0.0.1:${providerPort}`
    const oidc = new Provider(issuer, {
      clients: [
        {
          client_id: 'sijil',
          client_secret: 'the secret of the client',
          redirect_uris: [`http://127.0.0.1:${port}/api/session/provider/return`],
        },
      ],
      pkce: { required: () => true },
      conformIdTokenClaims: false,
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...KNOWN[sub] }) }),
      cookies: { keys: ['a key of the test'] },
      features: { devInteractions: { enabled: true } },
    })
    provider = oidc.listen(providerPort, '127.0.0.1')
    folder = await testFolder()
    await mkdir(folder, { recursive: true })
    const file = join(folder, 'provider.json')
    const config = { issuer, clientId: 'sijil', clientSecret: 'the secret of the client', name: 'The Institute' }
    await writeFile(file, JSON.stringify(config), { mode: 0o600 })
    served = await startServer(join(folder, 'data'), ['--port', String(port)], { SIJIL_OIDC_FILE: file })
    owner = await setUp(served)
  }, 300_000)
  afterAll(async () => {
    await served?.stop()
    provider?.close()
    if (folder !== undefined) {
      await removeFolder(join(folder, 'data'))
      await removeFolder(folder)
    }
  })

  /** Goes through the provider's own pages as somebody, up to where it leads back to. */
  const through = async (start: string, login: string, { ask } = browser()): Promise<string> => {
    let at = start
    for (let step = 0; step < 20; step++) {
      if (at.startsWith(`${served.url}/api/session/provider/return`)) return at
      const response = await ask(at)
      const next = response.headers.get('location')
      if (next !== null) {
        at = new URL(next, at).href
        continue
      }
      const page = await response.text()
      const prompt = page.includes('name="login"') ? { prompt: 'login', login, password: 'x' } : { prompt: 'consent' }
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? at
      const posted = await ask(new URL(action, at).href, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(prompt),
      })
      at = new URL(posted.headers.get('location') ?? at, at).href
    }
    throw new Error(`the provider leads nowhere: ${at}`)
  }
  const signIn = async (login: string) => {
    const one = browser()
    const started = await one.ask(`${served.url}/api/session/provider`)
    expect(started.status).toBe(302)
    const back = await through(started.headers.get('location') ?? '', login, one)
    return { ...one, back, response: await one.ask(back) }
  }
  const invite = async (email: string) => {
    const body = { email, name: email, grants: [{ collection: 1, role: 'coder' as const }] }
    return (await owner.client.call('addPerson', { body })).body
  }
  const refused = '/sign-in?refused=wrong-sign-in'

  test('the page that signs in knows its name, and nothing of its secret', async () => {
    const text = await (await served.nobody.send('/api/session')).text()
    expect(JSON.parse(text)).toMatchObject({ provider: { name: 'The Institute' } })
    expect(text).not.toContain('secret of the client')
  })

  test('leads there with a challenge, a state and a nonce, and takes in whoever was invited by the verified e-mail', async () => {
    const { person, secret } = await invite('invited@example.org')
    const started = await browser().ask(`${served.url}/api/session/provider`)
    const asked = new URL(started.headers.get('location') ?? '').searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const part of ['code_challenge', 'state', 'nonce']) expect(asked.get(part)?.length).toBeGreaterThan(20)
    const cookie = started.headers.getSetCookie().find((line) => line.startsWith('sijil_state'))
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/)

    const { response, ask, back } = await signIn('invited')
    expect(response.headers.get('location')).toBe('/')
    expect(await (await ask(`${served.url}/api/session`)).json()).toMatchObject({ user: { id: person.id } })
    // The way back is good once, and the link of the invitation is used up.
    expect((await ask(back)).headers.get('location')).toBe(refused)
    expect((await post(served.nobody, '/api/session/join', { secret, password: PASSWORD })).status).toBe(403)
    // From then on the identity is theirs, whatever their e-mail says.
    const again = await signIn('invited')
    expect(again.response.headers.get('location')).toBe('/')
    const { body: people } = await owner.client.call('listPeople', {})
    expect(people.items.find(({ id }) => id === person.id)).toMatchObject({ joined: true })
    const { version = '' } = people.items.find(({ id }) => id === person.id) ?? {}
    await owner.client.call('changePerson', { params: { id: person.id }, body: { disabled: true }, version })
    expect((await signIn('invited')).response.headers.get('location')).toBe(refused)
  })

  test('takes in nobody by an e-mail that is not verified, not invited, or of an account in use', async () => {
    await invite('waiting@example.org')
    for (const login of ['unverified', 'stranger', 'thief']) {
      const { response, ask } = await signIn(login)
      expect(response.headers.get('location'), login).toBe(refused)
      expect(await (await ask(`${served.url}/api/session`)).json(), login).toMatchObject({ user: null })
    }
  })

  test('a way back that another browser began, or that was changed, leads nowhere', async () => {
    await invite('stranger@example.org')
    const one = browser()
    const started = await one.ask(`${served.url}/api/session/provider`)
    const back = await through(started.headers.get('location') ?? '', 'stranger', one)
    // An attacker's own way back, opened by somebody else.
    expect((await browser().ask(back)).headers.get('location')).toBe(refused)
    const other = browser()
    await other.ask(`${served.url}/api/session/provider`)
    expect((await other.ask(back)).headers.get('location')).toBe(refused)
    const changed = new URL(back)
    changed.searchParams.set('code', 'another')
    expect((await one.ask(changed.href)).headers.get('location')).toBe(refused)
    expect(
      (await one.ask(`${served.url}/api/session/provider/return?error=access_denied`)).headers.get('location'),
    ).toBe(refused)
  })

  test('an account in use is linked by whoever is signed in, after the password, and unlinked', async () => {
    const one = browser()
    const cookie = owner.headers.cookie ?? ''
    const begun = await one.ask(`${served.url}/api/account/provider`, {
      method: 'POST',
      headers: { 'x-sijil': '1' },
    })
    expect(begun.status).toBe(401)
    const [name = '', value = ''] = cookie.split('=')
    one.jar.set(`${new URL(served.url).host} ${name}`, value)
    const linked = await one.ask(`${served.url}/api/account/provider`, { method: 'POST', headers: { 'x-sijil': '1' } })
    const { url } = (await linked.json()) as { url: string }
    const back = await through(url, 'owner', one)
    expect((await one.ask(back)).headers.get('location')).toBe('/')
    const { response, ask } = await signIn('owner')
    expect(response.headers.get('location')).toBe('/')
    expect(await (await ask(`${served.url}/api/session`)).json()).toMatchObject({
      user: { email: 'owner@example.org' },
    })
    expect((await owner.client.call('listIdentities', {})).body.items).toMatchObject([{ issuer, subject: 'owner' }])
    await owner.client.call('unlinkProvider', {})
    expect((await signIn('owner')).response.headers.get('location')).toBe(refused)
    const { body: log } = await owner.client.call('showLog', { query: { limit: 500 } })
    const acts = log.items.map(({ body }) => body ?? '').join('\n')
    for (const act of ['"link"', '"unlink"', '"with":"provider"']) expect(acts).toContain(act)
  })

  test('one that does not answer, or is named by halves, is told', async () => {
    const data = join(folder, 'other')
    const halves = await startSijil(['serve', '--port', '0', '--data', data], {
      env: { SIJIL_OIDC_ISSUER: issuer, SIJIL_OIDC_CLIENT_ID: 'x' },
    }).end()
    expect(halves.code).not.toBe(0)
    expect(halves.output).toContain('clientSecret')
    const away = await startServer(data, [], {
      SIJIL_OIDC_ISSUER: 'http://127.0.0.1:9/',
      SIJIL_OIDC_CLIENT_ID: 'x',
      SIJIL_OIDC_CLIENT_SECRET: 'y',
    })
    const response = await away.nobody.send('/api/session/provider')
    expect(response.headers.get('location')).toBe('/sign-in?refused=provider-unreachable')
    await away.stop()
    await removeFolder(data)
  })
})
