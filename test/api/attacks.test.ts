import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCsv } from '../../packages/core/src/testing/parse-csv.ts'
import { totpOf } from '../../packages/server/src/actions/accounts/totp.ts'
import { isBuilt } from '../../packages/server/src/testing/child.ts'
import {
  type Asker,
  PASSWORD,
  post,
  type Served,
  signedIn,
  startTestServer,
} from '../../packages/server/src/testing/served.ts'
import { somebody } from './world.ts'

/** Each import starts a thread that loads a language's words. */
const PATIENT = 240_000

describe.runIf(isBuilt)('attacks', { timeout: PATIENT }, () => {
  let served: Served
  let owner: Asker
  let remove: () => Promise<void>
  /** The answer to a body that never comes: begun first, since the server waits for it for long. */
  let dribbled: Promise<string>
  beforeAll(async () => {
    ;({ served, owner, remove } = await startTestServer())
    const { cookie = '' } = owner.headers
    const head = `POST /api/collections HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nX-Sijil: 1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n{"na`
    dribbled = raw(head, 60_000)
  }, 300_000)
  afterAll(() => remove?.())

  /** What a server answers to bytes that no client would send; empty where it only closes the connection. */
  const raw = async (bytes: string, patience = 5_000): Promise<string> => {
    const { hostname, port } = new URL(served.url)
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', () => undefined)
    socket.write(bytes)
    await Promise.race([once(socket, 'close'), new Promise((done) => setTimeout(done, patience))])
    socket.destroy()
    return answer
  }

  const upload = async (name: string, text: string) => {
    const bytes = new TextEncoder().encode(text)
    const { body } = await owner.client.call('startUpload', { body: { name, size: bytes.length } })
    await owner.client.call('sendUpload', { params: { id: body.id }, query: {}, bytes })
    await (await owner.send(`/api/uploads/${body.id}/events`)).text()
    return (await owner.client.call('showUpload', { params: { id: body.id } })).body
  }

  const REPORT = (town: string) =>
    `12 May 2024 - Four civilians were killed when shells hit the village of ${town}, rescuers said.`

  test('path traversal: by the name of a file', async () => {
    for (const name of [
      '../../../tmp/evil.txt',
      '..\\..\\evil.txt',
      '/etc/evil.txt',
      '....//evil.txt',
      '.',
      '..',
      '\u202etxt.evil',
    ]) {
      const { body } = await owner.client.call('startUpload', { body: { name, size: 10 } })
      expect(body.name).not.toMatch(/[/\\\u202e]|^\./)
      await owner.client.call('sendUpload', { params: { id: body.id }, query: {}, bytes: new Uint8Array(5) })
      expect(await readdir(join(served.data, 'uploads', body.id))).toEqual([body.name])
    }
  })

  test('path traversal: by the address of a page', async () => {
    for (const path of [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/..%5c..%5cpackage.json',
      '//etc/passwd',
      '/api/../../package.json',
    ]) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
      expect(answer, path).not.toMatch(/"workspaces"|root:x/)
    }
  })

  test('stored XSS: through the text and the name of a report', async () => {
    const done = await upload('<img src=x onerror=alert(1)>.txt', `<script>alert(1)</script> ${REPORT('Kafr Dunya')}`)
    expect(done.state).toBe('done')
    const { body } = await owner.client.call('listDocuments', { query: { limit: 500 } })
    for (const { id } of body.items) {
      const response = await owner.send(`/api/documents/${id}/text`)
      expect(response.headers.get('content-type')).toBe('application/json')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
    const exported = await owner.send('/api/exports/incidents?format=json')
    expect(exported.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  test('reflected XSS: nothing that was asked comes back as a page', async () => {
    const script = encodeURIComponent('<script>alert(1)</script>')
    for (const path of [
      `/api/incidents/${script}`,
      `/api/incidents?${script}=1`,
      `/api/${script}`,
      `/api/docs?x=${script}`,
      `/${script}`,
    ]) {
      const response = await owner.send(path)
      const text = await response.text()
      if (response.headers.get('content-type')?.includes('html')) expect(text).not.toContain('<script>alert')
      else expect(response.headers.get('content-type')).toMatch(/json/)
    }
  })

  test('a page may load nothing of anybody else, and each has a nonce of its own', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await owner.send('/')).headers.get('content-security-policy') ?? ''),
    )
    expect(policies[0]).not.toBe(policies[1])
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
    }
  })

  test('SSRF: addresses in reports are kept and never fetched', async () => {
    let asked = 0
    const listener = createServer((_, response) => {
      asked++
      response.end()
    }).listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`
    const { body } = await owner.client.call('addReport', { body: { name: 'linked', url, text: REPORT('Ras Hadid') } })
    await (await owner.send(`/api/uploads/${body.id}/events`)).text()
    await upload(
      'page.html',
      `<html><head><link rel="stylesheet" href="${url}"><meta http-equiv="refresh" content="0;url=${url}"></head><body><img src="${url}"><iframe src="${url}"></iframe><p>${REPORT('Wadi Zarif')}</p></body></html>`,
    )
    expect(asked).toBe(0)
    listener.close()
    for (const bad of ['file:///etc/passwd', 'javascript:alert(1)', 'gopher://x/'])
      expect((await post(owner, '/api/reports', { name: 'x', text: 'x', url: bad })).status).toBe(422)
  })

  test('CSV formula: no cell of an export runs in a spreadsheet', async () => {
    for (const name of ['=HYPERLINK(1).txt', '+1.txt', '@SUM(1).txt'])
      await upload(name, `Outlet: =1+1\nTitle: @x\n\n${REPORT(`Bani Omran ${name.length}`)}`)
    const csv = await (await owner.send('/api/exports/incidents?format=csv&rollups=true')).text()
    const cells = parseCsv(csv).flat()
    expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true)
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([])
  })

  test('zip bomb: what is compressed is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'a'))
    const headers = { 'x-sijil': '1', 'content-type': 'application/json', 'content-encoding': 'gzip' }
    expect((await owner.send('/api/reports', { method: 'POST', headers, body: bomb })).status).toBe(415)
    const { body } = await owner.client.call('startUpload', { body: { name: 'bomb.txt', size: bomb.length } })
    await owner.client.call('sendUpload', { params: { id: body.id }, query: {}, bytes: new Uint8Array(bomb) })
    await (await owner.send(`/api/uploads/${body.id}/events`)).text()
    const { body: done } = await owner.client.call('showUpload', { params: { id: body.id } })
    const { body: ledger } = await owner.client.call('showImport', { params: { id: done.import ?? 0 } })
    expect(ledger).toMatchObject({ new: 0, refused: 1 })
  })

  test('session fixation: a sign-in never takes the session that the browser brought', async () => {
    const planted = `sijil_session=${'a'.repeat(43)}`
    const response = await post(
      served.nobody,
      '/api/session',
      { email: 'owner@example.org', password: PASSWORD },
      { cookie: planted },
    )
    expect(response.status).toBe(201)
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).not.toContain('a'.repeat(43))
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    expect((await served.asker({ cookie: planted }).send('/api/incidents')).status).toBe(401)
    const asker = signedIn(served, response)
    await asker.client.call('signOut', {})
    expect((await asker.send('/api/incidents')).status).toBe(401)
  })

  test('CSRF: no write by a page of another site', async () => {
    const body = JSON.stringify({ name: 'forged' })
    const json = { 'content-type': 'application/json' }
    const send = (headers: Record<string, string>) => owner.send('/api/collections', { method: 'POST', headers, body })
    expect((await send(json)).status).toBe(403)
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(403)
    expect((await send({ ...json, 'x-sijil': '1', origin: 'https://evil.example' })).status).toBe(403)
    expect((await send({ ...json, 'x-sijil': '1', origin: 'null' })).status).toBe(403)
    const preflight = await served.nobody.send('/api/collections', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-sijil',
      },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    expect((await owner.client.call('listCollections', {})).body.items.map(({ name }) => name)).not.toContain('forged')
  })

  test('mass assignment: nothing is taken that a request has no say in', async () => {
    const person = { email: 'm@example.org', name: 'M', grants: [] }
    for (const more of [
      { owner: true },
      { is_owner: true },
      { password_hash: 'x' },
      { id: 'x' },
      JSON.parse('{"__proto__": {"owner": true}}'),
    ])
      expect(
        (await post(owner, '/api/people', { ...person, ...more, ...('owner' in more ? {} : { x: 1 }) })).status,
      ).toBe(422)
    expect((await post(owner, '/api/reports', { name: 'x', text: 'x', person: 'somebody' })).status).toBe(422)
    expect(
      (
        await post(
          owner,
          '/api/judgements',
          { left: 'a', right: 'b', verdict: 'same', reason: 'x', by: 'another' },
          { 'if-match': '"1"' },
        )
      ).status,
    ).toBe(422)
  })

  test('account enumeration: an unknown account is answered as a known one with a wrong password', async () => {
    await somebody(served, owner, 'viewer', 'known@example.org')
    const answers = await Promise.all(
      ['known@example.org', 'unknown@example.org'].map(async (email) => {
        const response = await post(served.nobody, '/api/session', { email, password: 'a wrong password' })
        return { status: response.status, body: await response.text() }
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.status).toBe(401)
  })

  test('brute force: tries are slowed down, those at once too, and the right password does not help meanwhile', async () => {
    await somebody(served, owner, 'viewer', 'forced@example.org')
    const attempt = (password: string) => post(served.nobody, '/api/session', { email: 'forced@example.org', password })
    const first = await Promise.all(Array.from({ length: 8 }, (_, i) => attempt(`guess ${i}`)))
    await Promise.all(Array.from({ length: 4 }, (_, i) => attempt(`guess more ${i}`)))
    expect(first.every(({ status }) => status === 401 || status === 429)).toBe(true)
    const late = await attempt(PASSWORD)
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('token scope: a token of a viewer is a viewer, whatever it is called', async () => {
    const viewer = await somebody(served, owner, 'viewer', 'tokened@example.org')
    const { body } = await viewer.client.call('makeToken', { body: { name: 'all', scope: 'admin' } })
    const token = served.asker({ authorization: `Bearer ${body.token}` })
    expect((await token.send('/api/people')).status).toBe(403)
    expect((await token.send('/api/incidents')).status).toBe(200)
    expect((await served.asker({ authorization: 'Bearer' }).send('/api/incidents')).status).toBe(401)
    expect((await served.asker({ authorization: `Bearer ${'z'.repeat(43)}` }).send('/api/incidents')).status).toBe(401)
  })

  test('oversized bodies: refused before they are read', async () => {
    expect((await post(owner, '/api/reports', { name: 'x', text: 'x'.repeat(4_500_000) })).status).toBe(413)
    const { body } = await owner.client.call('startUpload', { body: { name: 'small.txt', size: 10 } })
    const more = {
      method: 'PUT',
      headers: { 'x-sijil': '1', 'content-type': 'application/octet-stream' },
      body: 'x'.repeat(100_000),
    }
    expect((await owner.send(`/api/uploads/${body.id}`, more)).status).toBe(413)
    expect((await owner.client.call('showUpload', { params: { id: body.id } })).body.received).toBeLessThanOrEqual(10)
  })

  test('malformed bodies: refused, and nothing breaks', async () => {
    const headers = { 'x-sijil': '1', 'content-type': 'application/json' }
    const send = (body: string | Uint8Array<ArrayBuffer>) =>
      owner.send('/api/collections', { method: 'POST', headers, body })
    expect((await send('{"name": ')).status).toBe(400)
    expect((await send('')).status).toBe(400)
    expect((await send(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))).status).toBe(400)
    expect((await send('[1,2,3]')).status).toBe(422)
    expect((await send(`${'{"name":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).status).toBe(422)
    expect((await send('{"name": "a\\u0000b"}')).status).toBe(422)
    expect((await send('{"name": "\\ud800"}')).status).toBe(422)
    expect(await raw('GET / HTTP/9.9\r\n\r\n')).toMatch(/^HTTP\/1\.1 400|^$/)
    expect((await owner.send('/api/health')).status).toBe(200)
  })

  test('header injection: nothing that was sent becomes a header', async () => {
    const done = await upload('a\r\nSet-Cookie: evil=1\r\n.txt', REPORT('Deir Rahba'))
    expect(done.name).not.toMatch(/[\r\n]/)
    for (const path of [
      '/api/exports/incidents?format=csv%0d%0aX-Evil:1',
      '/api/documents/%0d%0aX-Evil:1',
      '/%0d%0aX-Evil:%201',
    ]) {
      const response = await owner.send(path)
      expect(response.headers.get('x-evil')).toBeNull()
    }
    const elsewhere = await raw('GET /api/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
    expect(elsewhere).toMatch(/^HTTP\/1\.1 421/)
  })

  test('a disabled account is out at once, with its tokens', async () => {
    const { body } = await owner.client.call('addPerson', {
      body: { email: 'gone@example.org', name: 'Gone', grants: [{ collection: null, role: 'coder' }] },
    })
    const gone = signedIn(
      served,
      await post(served.nobody, '/api/session/join', { secret: body.secret, password: PASSWORD }),
    )
    const { body: made } = await gone.client.call('makeToken', { body: { name: 't', scope: 'read' } })
    const token = served.asker({ authorization: `Bearer ${made.token}` })
    expect((await token.send('/api/incidents')).status).toBe(200)
    const { body: people } = await owner.client.call('listPeople', {})
    const { version = '' } = people.items.find(({ id }) => id === body.person.id) ?? {}
    await owner.client.call('changePerson', { params: { id: body.person.id }, body: { disabled: true }, version })
    expect((await gone.send('/api/incidents')).status).toBe(401)
    expect((await token.send('/api/incidents')).status).toBe(401)
    expect((await post(served.nobody, '/api/session', { email: 'gone@example.org', password: PASSWORD })).status).toBe(
      401,
    )
    expect((await post(served.nobody, '/api/session/join', { secret: body.secret, password: PASSWORD })).status).toBe(
      403,
    )
  })

  test('a second factor: no sign-in without a code, and no code twice', async () => {
    const person = await somebody(served, owner, 'coder', 'factor@example.org')
    const { body } = await person.client.call('startTotp', {})
    const totp = totpOf(body.secret, '')
    const { body: codes } = await person.client.call('confirmTotp', { body: { code: totp.generate() } })
    const signIn = (code?: string) =>
      post(served.nobody, '/api/session', {
        email: 'factor@example.org',
        password: PASSWORD,
        ...(code === undefined ? {} : { code }),
      })
    expect(await (await signIn()).json()).toMatchObject({ code: 'code-needed' })
    // The code that turned it on is used up.
    expect((await signIn(totp.generate())).status).toBe(401)
    const [recovery = ''] = codes.recoveryCodes
    expect((await signIn(recovery)).status).toBe(201)
    expect((await signIn(recovery)).status).toBe(401)
  })

  test('sensitive acts ask for the password again', async () => {
    const { body } = await owner.client.call('showSession', {})
    expect(Date.parse(body.confirmedUntil ?? '')).toBeGreaterThan(Date.now())
    const wrong = await post(owner, '/api/session/confirm', { password: 'another password' })
    expect(await wrong.json()).toMatchObject({ code: 'wrong-password' })
  })

  test('slow bodies: whoever dribbles is turned away', async () => {
    expect(await dribbled).toMatch(/^HTTP\/1\.1 408/)
  })
})
