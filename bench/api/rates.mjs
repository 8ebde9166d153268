#!/usr/bin/env node
/**
 * How fast the API serves a page of 50 incidents, beside bare Hono serving the same bytes in the same run, and how much
 * slower it gets while reports are read. `node bench/api/rates.mjs [seconds]`; needs a build.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const SECONDS = Number(process.argv[2] ?? 8)
const CONNECTIONS = 16
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TOWNS = [
  'Maarat Sela',
  'Kafr Dunya',
  'Tell Aswaf',
  'Deir Rahba',
  'Bani Omran',
  'Ras Hadid',
  'Wadi Zarif',
  'Qasr Nila',
]

const report = (n) =>
  `At least ${2 + (n % 9)} civilians were killed and ${3 + (n % 13)} others were wounded when shells struck the village of ${TOWNS[n % 8]} on ${1 + (n % 27)} ${['January', 'February', 'March', 'April', 'May', 'June'][n % 6]} ${2014 + (n % 10)}, rescuers said. Report ${n}.`
const reports = (from, count) =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ doc: `r${from + i}`, text: report(from + i) })).join('\n')

const folder = mkdtempSync('/tmp/sijil-bench-')
chmodSync(folder, 0o755)
const data = join(folder, 'data')
const sijil = (...args) =>
  spawn(process.execPath, [join(ROOT, 'bin/sijil.js'), ...args, '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] })

writeFileSync(join(folder, 'reports.jsonl'), reports(0, 400))
await once(sijil('ingest', join(folder, 'reports.jsonl')), 'close')

const server = sijil('serve', '--port', '0', '--no-limits')
let said = ''
server.stdout.on('data', (chunk) => (said += chunk))
server.stderr.on('data', (chunk) => (said += chunk))
while (!/setup/.test(said)) await new Promise((done) => setTimeout(done, 50))
const url = /^http:\S+/m.exec(said)[0]
const secret = /setup(?:#|\?secret=)(\S+)/.exec(said)[1]
const json = { 'x-sijil': '1', 'content-type': 'application/json' }
const setUp = await fetch(`${url}/api/session/setup`, {
  method: 'POST',
  headers: json,
  body: JSON.stringify({ secret, email: 'o@example.org', name: 'O', password: 'a long password' }),
})
const cookie = setUp.headers.get('set-cookie').split(';')[0]

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
const sent = reports(1000, 1500)
const started = await (
  await fetch(`${url}/api/uploads`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ name: 'more.jsonl', size: Buffer.byteLength(sent) }),
  })
).json()
await fetch(`${url}/api/uploads/${started.id}`, {
  method: 'PUT',
  headers: { 'x-sijil': '1', 'content-type': 'application/octet-stream', cookie },
  body: sent,
})
const busy = await measure(page, { cookie })
const { state } = await (await fetch(`${url}/api/uploads/${started.id}`, { headers: { cookie } })).json()

console.log(`a page of 50 incidents is ${bytes.length} bytes`)
console.log(`bare Hono       ${hono.rate.toFixed(0)} replies/s, p95 ${hono.p95.toFixed(1)} ms`)
console.log(
  `API, idle       ${idle.rate.toFixed(0)} replies/s, p95 ${idle.p95.toFixed(1)} ms: ${(idle.rate / hono.rate).toFixed(2)} of bare Hono (bar 0.25)`,
)
console.log(
  `API, ingesting  ${busy.rate.toFixed(0)} replies/s, p95 ${busy.p95.toFixed(1)} ms: ${(busy.p95 / idle.p95).toFixed(2)} times idle (bar 2); upload is then ${state}`,
)

listening.close()
child.kill()
server.kill('SIGTERM')
await once(server, 'close')
rmSync(folder, { recursive: true, force: true })
process.exit(0)
