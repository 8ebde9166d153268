#!/usr/bin/env node
/**
 * Many reviewers decide on claims at once, some on the same claim from the same version: nobody may meet an error, and no
 * decision that was acknowledged may be missing or twice in the log. `node bench/api/reviewers.mjs [reviewers] [seconds] [think-ms]`;
 * needs a build. Ends with 1 where something does not hold.
 */
import { PASSWORD, startServed } from './served.mjs'

const REVIEWERS = Number(process.argv[2] ?? 200)
const SECONDS = Number(process.argv[3] ?? 60)
/** How long a person looks before they decide. */
const THINK_MS = Number(process.argv[4] ?? 5000)

const { ask, owner, stop } = await startServed(Math.min(200, REVIEWERS * 3))

const reviewers = []
for (let n = 0; n < REVIEWERS; n++) {
  const grants = [{ collection: null, role: 'reviewer' }]
  const invited = await ask(owner, 'POST', '/api/people', { email: `r${n}@example.org`, name: `Reviewer ${n}`, grants })
  reviewers.push(
    (await ask(null, 'POST', '/api/session/join', { secret: invited.body.secret, password: PASSWORD })).cookie,
  )
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

await stop()
process.exit(wrong.length === 0 && kept.length > 0 ? 0 : 1)
