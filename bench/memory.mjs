import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/**
 * Peak memory of `sijil ingest` at several numbers of documents, each in a fresh store: `node bench/memory.mjs [1000 20000]`, after
 * `npm run build`. The last number may take so much more than the first: BAR. Documents are real reports where
 * ../shared/data/wikinews.jsonl.gz is at hand, else invented ones. Linux only (reads /proc).
 */
const BAR = 1.2
const ROOT = fileURLToPath(new URL('../', import.meta.url))
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 20_000]

const ONSETS = [
  'Sar',
  'Vash',
  'Lom',
  'Hals',
  'Orz',
  'Khel',
  'Ash',
  'Barz',
  'Sul',
  'Qom',
  'Tem',
  'Dul',
  'Ner',
  'Gav',
  'Yaf',
]
const RIMES = [
  'muq',
  'ira',
  'eq',
  'aq',
  'eth',
  'mat',
  'uhar',
  'avan',
  'olan',
  'sil',
  'ubek',
  'arin',
  'osta',
  'evo',
  'inda',
]
/** 450 villages that are in no gazetteer. */
const PLACES = ONSETS.flatMap((onset) => RIMES.flatMap((rime) => [`${onset}${rime}`, `Old ${onset}${rime}`]))
const CAUSES = ['an airstrike', 'shelling', 'a car bomb', 'a landmine', 'rocket fire', 'an ambush by gunmen']
const SOURCES = [
  'the civil defence',
  'police',
  'the health ministry',
  'residents',
  'a hospital source',
  'the Zarimand Harm Monitor',
]

/** Numbers that look random and are the same in every run. */
const random = (seed) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const report = (n) => {
  const next = random(n + 1)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(next() * 700))).toISOString().slice(0, 10)
  const harm = Array.from({ length: 3 }, () => {
    const [killed, hurt] = [1 + Math.floor(next() * 20), 1 + Math.floor(next() * 40)]
    return `At least ${killed} people were killed and ${hurt} wounded in the village of ${pick(PLACES)} on Tuesday by ${pick(CAUSES)}, ${pick(SOURCES)} said.`
  })
  const rest = Array.from(
    { length: 9 },
    () =>
      `Shops near the ${pick(PLACES)} road stayed closed for the ${2 + Math.floor(next() * 90)}th day, and ${pick(SOURCES)} asked drivers to take another way to ${pick(PLACES)}.`,
  )
  const sentences = harm.flatMap((sentence, i) => [sentence, ...rest.slice(3 * i, 3 * i + 3)])
  return {
    doc: `bench-${n}`,
    note: 'Invented',
    outlet: `Outlet ${n % 40}`,
    published: day,
    text: sentences.join('\n\n'),
  }
}

const SHARED = join(ROOT, '../shared/data/wikinews.jsonl.gz')
const real = existsSync(SHARED) ? gunzipSync(readFileSync(SHARED)).toString().trimEnd().split('\n') : []

/** Real reports are told apart by their number when they come round again. */
const nth = (n) => {
  if (real.length === 0) return report(n)
  const one = JSON.parse(real[n % real.length])
  return n < real.length ? one : { ...one, doc: `${one.doc}-${n}`, text: `${n}. ${one.text}` }
}

const write = (file, count) =>
  new Promise((done, fail) => {
    const stream = createWriteStream(file).on('error', fail).on('finish', done)
    for (let n = 0; n < count; n++) stream.write(`${JSON.stringify(nth(n))}\n`)
    stream.end()
  })

/** Peak resident memory of a process so far, in megabytes. */
const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const ingest = (file, data) =>
  new Promise((done, fail) => {
    const started = process.hrtime.bigint()
    const env = { ...process.env, DATABASE_URL: '' }
    const child = spawn(process.execPath, ['bin/sijil.js', 'ingest', file, '--data', data], {
      cwd: ROOT,
      env,
      stdio: 'ignore',
    })
    let peak = 0
    const poll = setInterval(() => {
      try {
        peak = Math.max(peak, peakOf(child.pid))
      } catch {
        clearInterval(poll) // The process has ended.
      }
    }, 50)
    child.on('error', fail).on('exit', (code) => {
      clearInterval(poll)
      if (code !== 0) return fail(new Error(`sijil ingest ended with ${code}`))
      done({ peak, seconds: Number(process.hrtime.bigint() - started) / 1e9 })
    })
  })

const peaks = []
for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'sijil-memory-'))
  try {
    const file = join(folder, 'reports.jsonl')
    await write(file, size)
    const { peak, seconds } = await ingest(file, join(folder, 'data'))
    peaks.push(peak)
    console.log(
      `${size} documents: ${peak.toFixed(0)} MB at most, ${seconds.toFixed(0)} s, ${(size / seconds).toFixed(0)} documents a second`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const ratio = peaks.at(-1) / peaks[0]
console.log(`${ratio.toFixed(2)} times the memory (bar ${BAR}) ${ratio <= BAR ? 'ok' : 'MISSED'}`)
if (ratio > BAR) process.exitCode = 1
