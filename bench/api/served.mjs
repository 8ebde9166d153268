/** What measurements of the API share: a server on a folder of its own with reports in it, and its owner. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
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
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June']

const report = (n) =>
  `At least ${2 + (n % 9)} civilians were killed and ${3 + (n % 13)} others were wounded when shells struck the village of ${TOWNS[n % 8]} on ${1 + (n % 27)} ${MONTHS[n % 6]} ${2014 + (n % 10)}, rescuers said. Report ${n}.`

/** Reports as lines of JSON. */
export const reports = (from, count) =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ doc: `r${from + i}`, text: report(from + i) })).join('\n')

/** Reads so many reports into a new store and serves it without limits of rates; `stop` leaves nothing behind. */
export const startServed = async (count) => {
  const folder = mkdtempSync('/tmp/sijil-bench-')
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const sijil = (...args) =>
    spawn(process.execPath, [join(ROOT, 'bin/sijil.js'), ...args, '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const file = join(folder, 'reports.jsonl')
  writeFileSync(file, reports(0, count))
  await once(sijil('ingest', file), 'close')
  const server = sijil('serve', '--port', '0', '--no-limits')
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += chunk))
  while (!/^http:\S+\s/m.test(said) || !/setup#\S+\s/.test(said)) await new Promise((done) => setTimeout(done, 50))
  const url = /^http:\S+/m.exec(said)[0]
  const ask = asking(url)
  const secret = /setup#(\S+)/.exec(said)[1]
  const { cookie } = await ask(null, 'POST', '/api/session/setup', {
    secret,
    email: 'o@example.org',
    name: 'O',
    password: PASSWORD,
  })
  return {
    url,
    ask,
    owner: cookie,
    stop: async () => {
      server.kill('SIGTERM')
      await once(server, 'close')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const PASSWORD = 'a long password'

/** Asks as whoever has the cookie; a body that is no bytes goes as JSON. */
const asking =
  (url) =>
  async (cookie, method, path, body, more = {}) => {
    const isBytes = typeof body === 'string'
    const response = await fetch(url + path, {
      method,
      headers: {
        'x-sijil': '1',
        ...(cookie && { cookie }),
        ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...more,
      },
      body: body ? (isBytes ? body : JSON.stringify(body)) : null,
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      version: response.headers.get('etag'),
      cookie: response.headers.get('set-cookie')?.split(';')[0],
    }
  }
