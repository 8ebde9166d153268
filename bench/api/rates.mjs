#!/usr/bin/env node
/**
 * How fast the API serves a page of 50 incidents, beside bare Hono serving the same bytes in the same run, and how much
 * slower it gets while reports are read. `node bench/api/rates.mjs [seconds]`; needs a build.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { ROOT, reports, startServed } from './served.mjs'

const SECONDS = Number(process.argv[2] ?? 8)
const CONNECTIONS = 16

const { url, ask, owner: cookie, stop } = await startServed(400)

/** Asks over and over on some connections; replies a second, and the time of the slowest twentieth in milliseconds. */
const measure = async (address, headers) => {
  const until = Date.now() + SECONDS * 1000
  const times = []
  const loop = async () => {
    while (Date.now() < until) {
      const start = performance.now()
      const response = await fetch(address, { headers })
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`${address}: ${response.status}`)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, loop))
  times.sort((a, b) => a - b)
  return { rate: times.length / SECONDS, p95: times[Math.floor(times.length * 0.95)] }
}

const page = `${url}/api/incidents?limit=50`
const bytes = new Uint8Array(await (await fetch(page, { headers: { cookie } })).arrayBuffer())
const bare = new Hono().get('/', (c) => c.body(bytes, 200, { 'content-type': 'application/json' }))
const listening = serve({ fetch: bare.fetch, hostname: '127.0.0.1', port: 0 })
await once(listening, 'listening')
const bareUrl = `http://127.0.0.1:${listening.address().port}/`
const child = spawn(
  process.execPath,
  [
    '--input-type=module',
    '-e',
    `
  import { serve } from '@hono/node-server'; import { Hono } from 'hono'
  const bytes = new Uint8Array(Buffer.from(await (await fetch(${JSON.stringify(bareUrl)})).arrayBuffer()))
  const app = new Hono().get('/', (c) => c.body(bytes, 200, { 'content-type': 'application/json' }))
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(port))`,
  ],
  { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
)
const [port] = await once(child.stdout, 'data')
const bareProcess = `http://127.0.0.1:${String(port).trim()}/`

await measure(page, { cookie })
const hono = await measure(bareProcess, {})
const idle = await measure(page, { cookie })
const queue = await measure(`${url}/api/review-queue?limit=50`, { cookie })
const sent = reports(1000, 1500)
const size = Buffer.byteLength(sent)
const { body: started } = await ask(cookie, 'POST', '/api/uploads', { name: 'more.jsonl', size })
await ask(cookie, 'PUT', `/api/uploads/${started.id}`, sent)
const busy = await measure(page, { cookie })
const { state } = (await ask(cookie, 'GET', `/api/uploads/${started.id}`)).body

console.log(`a page of 50 incidents is ${bytes.length} bytes`)
console.log(`bare Hono       ${hono.rate.toFixed(0)} replies/s, p95 ${hono.p95.toFixed(1)} ms`)
console.log(
  `API, idle       ${idle.rate.toFixed(0)} replies/s, p95 ${idle.p95.toFixed(1)} ms: ${(idle.rate / hono.rate).toFixed(2)} of bare Hono (bar 0.25)`,
)
console.log(
  `API, ingesting  ${busy.rate.toFixed(0)} replies/s, p95 ${busy.p95.toFixed(1)} ms: ${(busy.p95 / idle.p95).toFixed(2)} times idle (bar 2); upload is then ${state}`,
)
console.log(`review queue    ${queue.rate.toFixed(0)} replies/s, p95 ${queue.p95.toFixed(1)} ms`)

listening.close()
child.kill()
await stop()
process.exit(0)
