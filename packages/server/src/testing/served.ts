import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { type Client, makeClient } from '@sijil/core/contract/api/client.js'
import { type Child, startSijil } from './child.ts'
import { removeFolder, testFolder } from './test-store.ts'

/** Somebody who asks a server: their client, and the raw way for what no client would send. */
export interface Asker {
  readonly client: Client
  /** Sends a request as it is, with their cookie or token. */
  send(path: string, init?: RequestInit): Promise<Response>
  /** What they show: `cookie` or `authorization`. */
  readonly headers: Readonly<Record<string, string>>
}

/** The command `sijil serve` as a process of its own. */
export interface Served {
  readonly url: string
  readonly data: string
  readonly child: Child
  /** The secret of the one-time link; null when there was an account. */
  readonly secret: string | null
  /** Asks as nobody. */
  readonly nobody: Asker
  /** Asks with a cookie or a token. */
  asker(headers: Readonly<Record<string, string>>): Asker
  /** Ends it in order. */
  stop(): Promise<void>
}

export const PASSWORD = 'correct horse battery staple'

/** A port that nobody listens on, for what must know it before. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a server on a data folder. */
export const startServer = async (
  data: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Served> => {
  const child = startSijil(['serve', '--port', '0', '--data', data, ...args], { env })
  // Behind a proxy it tells the proxy's address.
  const url = `http${await child.line('http')}`
  // The link is told after the address, if at all.
  const setup = await Promise.race([child.line('  http'), new Promise<null>((done) => setTimeout(done, 300, null))])
  const asker = (headers: Readonly<Record<string, string>>): Asker => ({
    headers,
    client: makeClient({ origin: url, headers }),
    send: (path, init = {}) =>
      fetch(url + path, { redirect: 'manual', ...init, headers: { ...headers, ...init.headers } }),
  })
  return {
    url,
    data,
    child,
    secret: setup?.split('#')[1] ?? null,
    nobody: asker({}),
    asker,
    stop: async () => {
      child.process.kill('SIGTERM')
      await child.end()
    },
  }
}

/** A server on a folder of a test's own, with the owner signed in; `prepare` fills the folder before it starts. */
export const startTestServer = async (
  args: readonly string[] = [],
  prepare: (data: string) => Promise<void> = async () => undefined,
): Promise<{ readonly served: Served; readonly owner: Asker; remove(): Promise<void> }> => {
  const folder = await testFolder()
  const data = join(folder, 'data')
  await prepare(data)
  const served = await startServer(data, args)
  const owner = await setUp(served)
  return {
    served,
    owner,
    remove: async () => {
      await served.stop()
      await removeFolder(data)
      await removeFolder(folder)
    },
  }
}

/** Makes the owner's account. */
export const setUp = async (served: Served): Promise<Asker> => {
  const response = await post(served.nobody, '/api/session/setup', {
    secret: served.secret,
    email: 'owner@example.org',
    name: 'Owner',
    password: PASSWORD,
  })
  return signedIn(served, response)
}

/** Whoever a reply began a session for. */
export const signedIn = (served: Served, response: Response): Asker => {
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`no session was begun: ${response.status}`)
  return served.asker({ cookie })
}

/** Posts JSON, as a page of the server would. */
export const post = (asker: Asker, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  asker.send(path, {
    method: 'POST',
    headers: { 'x-sijil': '1', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** A word that stands nowhere else. */
export const unique = (): string => `x${randomUUID().replaceAll('-', '').slice(0, 10)}`
