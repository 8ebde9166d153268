/**
 * What is measured in the page itself: the work between the data's arrival and the moment a key is answered, and the frames
 * of a map while it is dragged. Everything runs on this machine: the server answers with made data.
 */
import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { ROOT } from '../../test/tree.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The API's replies by path. */
export type Replies = Readonly<Record<string, unknown>>

export interface PageServer {
  readonly url: string
  close(): void
}

/** The built pages of the workbench with made replies in the place of a store: what is measured is the browser's work alone. */
export const servePages = async (replies: Replies): Promise<PageServer> => {
  const dist = join(ROOT, 'packages/web/dist')
  const bodies = new Map(Object.entries(replies).map(([path, reply]) => [path, JSON.stringify(reply)]))
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    if (path === '/api/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: record\ndata: {}\n\n')
      return
    }
    if (path.startsWith('/api/')) {
      const body = bodies.get(path)
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
      response.end(body ?? JSON.stringify({ title: 'not in this bench', status: 404, code: 'none', detail: path }))
      return
    }
    const file = join(dist, path)
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true
    const served = isFile ? file : join(dist, 'index.html')
    response.writeHead(200, { 'content-type': TYPES[extname(served)] ?? 'application/octet-stream' })
    response.end(readFileSync(served))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Somebody who may do everything. */
export const SESSION = {
  user: { id: '00000000-0000-4000-8000-000000000000', name: 'Bench', email: 'bench@example.org' },
  role: 'admin',
  collections: [{ id: 1, name: 'main', role: 'admin' }],
  maySeeNames: true,
  confirmedUntil: null,
  needsSetup: false,
  totp: false,
}

/** The value below which so large a share lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The tool that runs these files names functions by a helper of its own, which a page has to be given. */
export const HELPER = 'globalThis.__name = (made) => made'
