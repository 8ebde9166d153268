#!/usr/bin/env node
/**
 * Many reviewers decide on claims at once, some on the same claim from the same version: nobody may meet an error, and no
 * decision that was acknowledged may be missing or twice in the log. `node bench/api/reviewers.mjs [reviewers] [seconds] [think-ms]`;
 * needs a build. Ends with 1 where something does not hold.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const REVIEWERS = Number(process.argv[2] ?? 200)
const SECONDS = Number(process.argv[3] ?? 60)
/** How long a person looks before they decide. */
const THINK_MS = Number(process.argv[4] ?? 5000)
const REPORTS = Math.min(200, REVIEWERS * 3)
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
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June']

const report = (n) =>
  `At least ${2 + (n % 9)} civilians were killed and ${3 + (n % 13)} others were wounded when shells struck the village of ${TOWNS[n % 8]} on ${1 + (n % 27)} ${MONTHS[n % 6]} ${2014 + (n % 10)}, rescuers said. Report ${n}.`

const folder = mkdtempSync('/tmp/sijil-bench-')
chmodSync(folder, 0o755)
const data = join(folder, 'data')
const sijil = (...args) =>
  spawn(process.execPath, [join(ROOT, 'bin/sijil.js'), ...args, '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] })

writeFileSync(
  join(folder, 'reports.jsonl'),
  Array.from({ length: REPORTS }, (_, n) => JSON.stringify({ doc: `r${n}`, text: report(n) })).join('\n'),
)
await once(sijil('ingest', join(folder, 'reports.jsonl')), 'close')
const server = sijil('serve', '--port', '0', '--no-limits')
let said = ''
for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += chunk))
while (!/^http:\S+$/m.test(said)) await new Promise((done) => setTimeout(done, 50))
const url = /^http:\S+$/m.exec(said)[0]
const secret = /setup#(\S+)/.exec(said)[1]

const ask = async (cookie, method, path, body, more = {}) => {
  const response = await fetch(url + path, {
    method,
    headers: {
      'x-sijil': '1',
      ...(cookie && { cookie }),
      ...(body && { 'content-type': 'application/json' }),
      ...more,
    },
    body: body ? JSON.stringify(body) : null,
  })
  const text = await response.text()
  return {
    status: response.status,
    body: text === '' ? null : JSON.parse(text),
    version: response.headers.get('etag'),
    cookie: response.headers.get('set-cookie')?.split(';')[0],
  }
}
const password = 'a long password'
const owner = (await ask(null, 'POST', '/api/session/setup', { secret, email: 'o@example.org', name: 'O', password }))
  .cookie

const reviewers = []
for (let n = 0; n < REVIEWERS; n++) {
  const grants = [{ collection: null, role: 'reviewer' }]
  const invited = await ask(owner, 'POST', '/api/people', { email: `r${n}@example.org`, name: `Reviewer ${n}`, grants })
  reviewers.push((await ask(null, 'POST', '/api/session/join', { secret: invited.body.secret, password })).cookie)
}
const every = async (path) => {
  const items = []
  for (let after = ''; after !== null; ) {
    const { body } = await ask(
      owner,
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=500${after && `&after=${after}`}`,
    )
    items.push(...body.items)
    after = body.next
  }
  return items
}
// Fewer claims than reviewers: they meet.
const claims = (await every('/api/claims')).slice(0, Math.max(4, Math.floor(REVIEWERS / 2))).map(({ id }) => id)

const kept = []
const errors = []
const times = []
let conflicts = 0
const until = Date.now() + SECONDS * 1000
const pause = (ms) => new Promise((done) => setTimeout(done, ms))

const review = async (cookie, n) => {
  await pause((THINK_MS * n) / REVIEWERS)
  for (let turn = 0; Date.now() < until; turn++) {
    const id = claims[(n * 7 + turn * 13) % claims.length]
    const shown = await ask(cookie, 'GET', `/api/claims/${id}`)
    if (shown.status !== 200) errors.push(`${shown.status} ${JSON.stringify(shown.body)}`)
    await pause(THINK_MS * (0.5 + ((n + turn) % 10) / 10))
    const start = performance.now()
    const decision = { field: 'count', decision: 'accept', reason: `seen by ${n}, ${turn}` }
    const done = await ask(cookie, 'POST', `/api/claims/${id}/reviews`, decision, { 'if-match': shown.version ?? '' })
    times.push(performance.now() - start)
    if (done.status === 201) kept.push({ id: done.body.review.id, claim: id, saw: shown.version })
    else if (done.status === 409 && done.body.seen !== undefined && done.body.now !== undefined) conflicts++
    else errors.push(`${done.status} ${JSON.stringify(done.body)}`)
  }
}
await Promise.all(reviewers.map((cookie, n) => review(cookie, n).catch((error) => errors.push(String(error)))))

const logged = (await every('/api/log?names=show'))
  .filter(({ kind }) => kind === 'reviews')
  .flatMap(({ body }) => JSON.parse(body).reviews.map(({ id }) => id))
const stands = new Set((await every('/api/reviews')).map(({ id }) => id))
const known = new Set(logged)
const wrong = [
  ...errors,
  ...kept.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} was acknowledged and is not in the log`),
  ...kept.filter(({ id }) => !stands.has(id)).map(({ id }) => `${id} was acknowledged and does not stand`),
  ...(known.size === logged.length ? [] : ['a decision is twice in the log']),
  ...(new Set(kept.map(({ claim, saw }) => `${claim} ${saw}`)).size === kept.length
    ? []
    : ['two decisions were kept from one version of a claim']),
  ...(logged.length === kept.length
    ? []
    : [`the log holds ${logged.length} decisions, ${kept.length} were acknowledged`]),
  ...(await ask(owner, 'GET', '/api/verify')).body.items
    .filter(({ holds }) => !holds)
    .map(({ check, text }) => `${check}: ${text}`),
]
times.sort((a, b) => a - b)
const at = (share) => times[Math.floor(times.length * share)]?.toFixed(0) ?? 'none'
console.log(
  `${REVIEWERS} reviewers, ${SECONDS} s: ${kept.length} decisions kept, ${conflicts} conflicts told, ${wrong.length} wrong`,
)
console.log(`a decision takes ${at(0.5)} ms, p95 ${at(0.95)} ms, the longest ${times.at(-1)?.toFixed(0)} ms`)
for (const one of wrong.slice(0, 10)) console.log(one)

server.kill('SIGTERM')
await once(server, 'close')
rmSync(folder, { recursive: true, force: true })
process.exit(wrong.length === 0 && kept.length > 0 ? 0 : 1)
