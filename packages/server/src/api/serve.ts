import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve as listen } from '@hono/node-server'
import { prepareReaders } from '../actions/accounts/prepare-readers.ts'
import { newSecret } from '../actions/accounts/secrets.ts'
import { needsSetup } from '../actions/accounts/set-up-owner.ts'
import { nameKeeper } from '../actions/protection/name-keeper.ts'
import { versionWatch } from '../actions/watch-versions.ts'
import type { Store, StoreOptions } from '../actions/with-store.ts'
import { codeOf } from '../error-facts.ts'
import { startTaskRunner } from '../jobs/task-runner.ts'
import { startUploadReader } from '../jobs/upload-reader.ts'
import { cannotListen, needsOrigin } from '../problems/access.ts'
import { identityProvider, type ProviderConfig } from '../sources/identity-provider.ts'
import { makeFrame } from './frame.ts'
import { principalCache } from './principal-cache.ts'
import { rateLimit, USUAL_RATES } from './rate-limit.ts'
import { replyCache } from './reply-cache.ts'
import type { Address, ServerContext } from './server-context.ts'

export interface ServeOptions {
  readonly host: string
  /** 0 = any that is free. */
  readonly port: number
  /** Where browsers reach it through a proxy that speaks TLS ("https://sijil.example.org"); null = directly, on this machine. */
  readonly origin: string | null
  /** False limits no rates: for measurements. */
  readonly limited: boolean
  readonly version: string
  readonly storeOptions: StoreOptions
  /** By whom people may sign in, besides passwords and passkeys; null for nobody. */
  readonly provider: ProviderConfig | null
  /** Writes a line to the server's own log. */
  readonly tell: (line: string) => void
}

/** A server that listens. */
export interface Serving {
  readonly url: string
  /** The one-time link that makes the first account; null when there is one. */
  readonly setupUrl: string | null
  /** Stops taking requests, ends what is open, and leaves nothing running. */
  stop(): Promise<void>
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** Serves the API and the web pages from a store. Throws a Problem where it can't listen, or would be open to a network without TLS. */
export const serve = async (store: Store, options: ServeOptions): Promise<Serving> => {
  if (!LOOPBACK.has(options.host) && options.origin === null) throw needsOrigin(options.host)
  await prepareReaders(store)
  const stopping = new AbortController()
  const context: ServerContext = {
    store,
    version: options.version,
    // Filled in once the port is known: nothing is answered before.
    address: { origins: new Set(), hosts: new Set(), secure: false, behindProxy: false },
    names: nameKeeper(store),
    versions: versionWatch(store),
    principals: principalCache(),
    replies: replyCache(),
    rates: rateLimit(options.limited ? USUAL_RATES : null),
    uploads: await startUploadReader(store, options.storeOptions),
    tasks: await startTaskRunner(store, options.storeOptions),
    storeOptions: options.storeOptions,
    setupSecret: (await needsSetup(store)) ? newSecret() : null,
    provider: options.provider === null ? null : identityProvider(options.provider),
    webRoot: webRoot(),
    stopping: stopping.signal,
  }
  const { server, port } = await started(context, options)
  context.address = addressOf(options, port)
  const url = options.origin ?? `http://${options.host === '::1' ? '[::1]' : options.host}:${port}`
  return {
    url,
    setupUrl: context.setupSecret === null ? null : `${url}/setup#${context.setupSecret}`,
    stop: async () => {
      stopping.abort()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
      await Promise.all([closed, context.uploads.stop(), context.tasks.stop()])
    },
  }
}

const PATIENCE_MS = 3000

const started = async (context: ServerContext, { host, port, tell }: ServeOptions) => {
  const app = makeFrame(context, tell)
  const server = listen({ fetch: app.fetch, hostname: host, port }) as Server
  // Whoever dribbles a request holds a connection and no more, and not for long.
  server.headersTimeout = 15_000
  server.requestTimeout = 600_000
  server.maxHeadersCount = 100
  if (!server.listening) {
    await once(server, 'listening').catch((error: unknown) => {
      throw cannotListen(`${host}:${port}`, codeOf(error) ?? String(error))
    })
  }
  return { server, port: (server.address() as AddressInfo).port }
}

const addressOf = ({ origin, host }: ServeOptions, port: number): Address => {
  if (origin !== null) {
    const { hostname, protocol, origin: whole } = new URL(origin)
    return { origins: new Set([whole]), hosts: new Set([hostname]), secure: protocol === 'https:', behindProxy: true }
  }
  const names = [...new Set([host, 'localhost', '127.0.0.1', '[::1]'])]
  return {
    origins: new Set(names.map((name) => `http://${name}:${port}`)),
    hosts: new Set(names),
    secure: false,
    behindProxy: false,
  }
}

/** The built pages, beside this package; null where they were not built. */
const webRoot = (): string | null => {
  const folder = fileURLToPath(new URL('../../../web/dist', import.meta.url))
  return existsSync(`${folder}/index.html`) ? folder : null
}
