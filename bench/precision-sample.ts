/**
 * Draws count claims from all that Sijil finds in the unlabelled articles of the development material, to be read and judged:
 * `tsx --conditions=source bench/precision-sample.ts [--seed N] [--size N] [--every N] [--from K] [--without N,M] [--unread|--fresh] > SHEET`.
 * One JSON object a line: id, offsets, what was claimed, and the words around it. `--every N` reads every Nth article only,
 * from the Kth on; `--without N,M` leaves out every Nth and every Mth (those that have been looked at); `--unread` leaves out
 * the articles of which the sheet in `docs/` has a claim, `--fresh` only the claims that it has.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { isCountRecord } from '../packages/core/src/contract/claim-record.ts'
import type { Span } from '../packages/core/src/model/span.ts'
import { recordsOf, type SharedDocument } from '../packages/core/src/testing/gold-predictions.ts'
import { sharedIsThere, sharedUrl } from '../packages/core/src/testing/shared.ts'

const args = process.argv.slice(2)
const option = (name: string, fallback: number): number => {
  const at = args.indexOf(name)
  return at < 0 ? fallback : Number(args[at + 1])
}

/** The numbers of an option that takes several, parted by commas. */
const listOption = (name: string): readonly number[] => {
  const at = args.indexOf(name)
  return at < 0 ? [] : (args[at + 1] ?? '').split(',').map(Number)
}

/** A repeatable stream of numbers in [0, 1) (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const articles = (): readonly SharedDocument[] =>
  gunzipSync(readFileSync(sharedUrl('data/wikinews.jsonl.gz')))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SharedDocument)

/** What has been read before, by article. */
const readBefore = (): ReadonlyMap<string, readonly Span[]> => {
  const read = new Map<string, Span[]>()
  const sheet = readFileSync(new URL('../docs/precision-sheet.tsv', import.meta.url), 'utf8')
  for (const line of sheet.split('\n').slice(1)) {
    const [, doc = '', start, end] = line.split('\t')
    read.set(doc, [...(read.get(doc) ?? []), { start: Number(start), end: Number(end) }])
  }
  return read
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const draw = (): void => {
  const random = randomFrom(option('--seed', 1))
  const every = option('--every', 1)
  const from = option('--from', 0)
  const size = option('--size', 200)
  const seen = listOption('--without')
  const before = readBefore()
  const unread = args.includes('--unread')
  const fresh = args.includes('--fresh')
  const read = articles().filter(
    ({ doc }, i) => i % every === from && !seen.some((step) => i % step === 0) && !(unread && before.has(doc)),
  )
  const claims = read.flatMap((article) =>
    recordsOf(article)
      .filter(isCountRecord)
      .filter((claim) => !(fresh && before.get(article.doc)?.some((span) => meets(span, claim)) === true))
      .map((claim) => ({ claim, article })),
  )
  const order = claims.map((entry) => ({ ...entry, key: random() })).sort((a, b) => a.key - b.key)
  process.stderr.write(`${claims.length} claims in ${read.length} articles; ${Math.min(size, claims.length)} drawn\n`)
  for (const { claim, article } of order.slice(0, size)) {
    const { doc, start, end, kind, metric, low, high, scope, status, rule, confidence } = claim
    const around = `${article.text.slice(Math.max(0, start - 160), start)}⟦${article.text.slice(start, end)}⟧${article.text.slice(end, end + 120)}`
    process.stdout.write(
      `${JSON.stringify({ doc, start, end, kind, metric, low, high, scope, status, rule, confidence, around })}\n`,
    )
  }
}

if (sharedIsThere) draw()
else process.stderr.write('the development material is not beside this checkout: nothing to draw from\n')
