import { type IncomingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt } from '../../packages/server/src/testing/child.ts'
import { freePort, PASSWORD, type Served, startServer } from '../../packages/server/src/testing/served.ts'
import { removeFolder, testFolder } from '../../packages/server/src/testing/test-store.ts'

describe.runIf(isBuilt)('behind a proxy that speaks TLS', () => {
  let served: Served
  let port: number
  let remove: () => Promise<void>
  const ORIGIN = 'https://sijil.example.org'
  beforeAll(async () => {
    const folder = await testFolder()
    port = await freePort()
    served = await startServer(join(folder, 'data'), ['--origin', ORIGIN, '--port', String(port)])
    remove = async () => {
      await served.stop()
      await removeFolder(join(folder, 'data'))
      await removeFolder(folder)
    }
  }, 300_000)
  afterAll(() => remove?.())

  interface Reply {
    readonly status: number
    readonly headers: IncomingHttpHeaders
  }

  /** What the proxy sends on: the host that the browser asked for, and where the browser is. */
  const proxied = (method: string, path: string, body?: unknown, more: Readonly<Record<string, string>> = {}) =>
    new Promise<Reply>((resolve, reject) => {
      const sent = request(
        `http://127.0.0.1:${port}${path}`,
        {
          method,
          headers: {
            host: 'sijil.example.org',
            'x-forwarded-for': '203.0.113.7',
            'x-forwarded-proto': 'https',
            'x-sijil': '1',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...more,
          },
        },
        (reply) => {
          reply.resume()
          reply.once('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers }))
        },
      )
      sent.once('error', reject)
      sent.end(body === undefined ? undefined : JSON.stringify(body))
    })

  test('cookies go over TLS alone, and browsers are held to TLS', async () => {
    const owner = { secret: served.secret, email: 'o@example.org', name: 'O', password: PASSWORD }
    const { status, headers } = await proxied('POST', '/api/session/setup', owner, { origin: ORIGIN })
    expect(status).toBe(201)
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^__Host-sijil=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/)
    for (const path of ['/', '/api/health', '/api/incidents', '/api/nothing']) {
      const reply = await proxied('GET', path)
      expect(reply.headers['strict-transport-security'], path).toMatch(/^max-age=31536000/)
    }
    const value = cookie.split(';')[0] ?? ''
    expect((await proxied('GET', '/api/incidents', undefined, { cookie: value })).status).toBe(200)
    // The same secret under the name that it has without TLS is none.
    const bare = value.replace('__Host-sijil', 'sijil_session')
    expect((await proxied('GET', '/api/incidents', undefined, { cookie: bare })).status).toBe(401)
  })

  test('no page without TLS, and no other host, is answered', async () => {
    for (const origin of ['http://sijil.example.org', 'https://evil.example.org', 'null'])
      expect(
        (await proxied('POST', '/api/session', { email: 'o@example.org', password: 'x' }, { origin })).status,
      ).toBe(403)
    expect((await proxied('GET', '/api/health', undefined, { host: 'evil.example.org' })).status).toBe(421)
  })
})
