/**
 * Documents a second from text to stored incidents, on the built-in store and as many threads as the machine has
 * processors, beside the bar of 120. Run after `npm run build`:
 *
 *   node bench/ingest.mjs [COUNT]
 *
 * Documents are real reports where ../shared/data/wikinews.jsonl.gz is at hand, else invented ones.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const BAR = 120
const count = Number(process.argv[2] ?? 4000)
const SHARED = new URL('../../shared/data/wikinews.jsonl.gz', import.meta.url)
const BIN = fileURLToPath(new URL('../bin/sijil.js', import.meta.url))

const invented = (n) => ({
  doc: `invented-${n}`,
  published: '2024-03-12',
  text: `At least ${2 + (n % 9)} civilians were killed on Monday when shells struck the village of Kafr ${n % 300}, rescuers said.\n\nA resident counted ${n} craters along the road to the mill; ${n % 7} houses burnt.`,
})

/** As many documents as wanted; real ones are told apart by their number when they come round again. */
function* documents() {
  const real = existsSync(SHARED) ? gunzipSync(readFileSync(SHARED)).toString().trimEnd().split('\n') : []
  for (let n = 0; n < count; n++) {
    if (real.length === 0) yield invented(n)
    else {
      const one = JSON.parse(real[n % real.length])
      yield n < real.length ? one : { ...one, doc: `${one.doc}-${n}`, text: `${n}. ${one.text}` }
    }
  }
}

const folder = mkdtempSync('/tmp/sijil-bench-')
const file = join(folder, 'documents.jsonl')
const out = createWriteStream(file)
for (const one of documents()) out.write(`${JSON.stringify(one)}\n`)
await new Promise((resolve) => out.end(resolve))

const data = join(folder, 'data')
const sijil = (...args) => spawnSync(process.execPath, [BIN, ...args, '--data', data], { encoding: 'utf8' })
const started = performance.now()
const run = sijil('ingest', file, '--json')
const seconds = (performance.now() - started) / 1000
if (run.status !== 0) {
  process.stderr.write(run.stderr)
  process.exitCode = 1
}
const again = performance.now()
sijil('ingest', file, '--json')
const noop = (performance.now() - again) / 1000
const rate = count / seconds
console.log(
  `${new Date().toISOString()}  ${cpus().length} processors, load ${execFileSync('uptime').toString().trim().split('average: ')[1]}`,
)
console.log(run.stdout.trim().slice(0, 300))
console.log(
  `${count} documents in ${seconds.toFixed(1)} s: ${rate.toFixed(0)} a second (bar ${BAR}: ${rate >= BAR ? 'met' : 'not met'})`,
)
console.log(`the same again, all known: ${noop.toFixed(1)} s`)
rmSync(folder, { recursive: true, force: true })
