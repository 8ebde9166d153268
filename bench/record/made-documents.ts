import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { dayOf } from '../../packages/core/src/model/time-range.ts'
import { makeRandom, type Random } from '../world/random.ts'
import { makeReports, type Report, type Told } from '../world/reports.ts'
import { makeWorld } from '../world/world.ts'

/** A document of an invented war, as `sijil ingest` takes it. */
export interface MadeDocument {
  readonly doc: string
  readonly outlet: string
  readonly published: string
  readonly title: string
  readonly text: string
}

const LENGTH = 2500
const FIRST_DAY = 19_000
/** Reports that a world's incident comes to, on average; see `makeReports`. */
const REPORTS_AN_INCIDENT = 2.2
const SHARED = new URL('../../../shared/data/wikinews.jsonl.gz', import.meta.url)

/**
 * So many documents of about 2,500 characters by the days of their reports: the numbers of an invented war set into prose.
 * The prose is real where news is at hand (../shared/data/wikinews.jsonl.gz), else invented. The same in every run.
 */
export function* madeDocuments(count: number, seed = 7): Generator<MadeDocument> {
  const random = makeRandom(seed)
  const world = makeWorld(random, Math.ceil((count * 1.2) / REPORTS_AN_INCIDENT), 'ZW', FIRST_DAY)
  const reports = [...makeReports(random, world)].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
  const prose = proseRuns()
  const texts = new Map<string, string>()
  let made = 0
  for (const report of reports) {
    if (made++ === count) return
    // A reprint has its original's words.
    const text = texts.get(report.copyOf ?? '') ?? textOf(random, report, prose)
    remember(texts, report.id, text)
    const published = dayOf(report.day)
    yield { doc: `made-${made}`, outlet: report.outlet, published, title: titleOf(report), text }
  }
  throw new RangeError(`the world has only ${made} reports: ${count} were asked for`)
}

const REMEMBERED = 5000
const remember = (texts: Map<string, string>, id: string, text: string): void => {
  texts.set(id, text)
  const [oldest] = texts.keys()
  if (texts.size > REMEMBERED && oldest !== undefined) texts.delete(oldest)
}

const titleOf = ({ told }: Report): string => {
  const [first] = told
  return first === undefined ? 'No news' : `${first.number} reported ${first.metric} in ${first.spelling}`
}

const textOf = (random: Random, report: Report, prose: readonly string[]): string => {
  const parts = [titleOf(report), ...report.told.map(sentenceOf)]
  for (let length = parts.join('').length; length < LENGTH; ) {
    const sentence = () =>
      `${capital(Array.from({ length: random.between(2, 4) }, () => random.pick(prose)).join(' '))}.`
    const paragraph = Array.from({ length: 3 }, sentence).join(' ')
    parts.splice(random.between(1, parts.length), 0, paragraph)
    length += paragraph.length
  }
  return parts.join('\n\n')
}

const WORDS = {
  airstrike: 'in an airstrike',
  shelling: 'in shelling',
  rocket: 'in rocket fire',
  car_bomb: 'by a car bomb',
  gunfire: 'by gunfire',
  mine_ied: 'by a landmine',
} as const

const sentenceOf = (one: Told): string => {
  const { number, atLeast, metric, children, spelling, day, means, party, source, scope } = one
  const people = `${atLeast ? 'at least ' : ''}${number} ${number === 1 ? 'person was' : 'people were'} ${metric}`
  const among = children === null || children === 0 ? '' : `, including ${children} children,`
  const how = means !== null && means in WORDS ? ` ${WORDS[means as keyof typeof WORDS]}` : ''
  const by = party === null || means === null ? '' : ` by ${party}`
  const when = day === null ? '' : ` on ${longDay(day)}`
  const said = source === null ? '' : `, ${source.name} said`
  if (scope === 'toll') return capital(`more than ${number} people have been killed in the country since 2019${said}.`)
  const where = scope === 'total' ? `across ${spelling}` : `in ${spelling}`
  return capital(`${people}${among}${how}${by} ${where}${when}${said}.`)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const longDay = (day: number): string =>
  new Date(`${dayOf(day)}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

const SYLLABLES = ['ba', 'len', 'mor', 'ti', 'sa', 'rud', 'ke', 'nol', 'vi', 'par', 'gon', 'es']

/**
 * Words to set numbers into, in runs that are mixed anew. There is news for some ten thousand documents: of a hundred thousand
 * whole sentences would come round so often that each document quoted a hundred others, and ever more, as no news does.
 */
const proseRuns = (): readonly string[] => {
  if (!existsSync(SHARED)) return inventedSentences().flatMap(runsOf)
  const lines = gunzipSync(readFileSync(SHARED)).toString().trimEnd().split('\n')
  return lines
    .flatMap((line) => (JSON.parse(line) as { readonly text: string }).text.split(/\n+|(?<=[a-z]{3}[.?!]) (?=[A-Z])/))
    .filter((sentence) => sentence.length > 40 && sentence.length < 300)
    .flatMap(runsOf)
}

const RUN = 6
const runsOf = (sentence: string): readonly string[] => {
  const words = sentence.replace(/[.?!]$/, '').split(' ')
  return Array.from({ length: Math.floor(words.length / RUN) }, (_, i) => words.slice(i * RUN, (i + 1) * RUN).join(' '))
}

const inventedSentences = (): readonly string[] => {
  const random = makeRandom(11)
  const word = () => Array.from({ length: random.between(1, 3) }, () => random.pick(SYLLABLES)).join('')
  return Array.from(
    { length: 50_000 },
    () => `${capital(Array.from({ length: random.between(8, 20) }, word).join(' '))}.`,
  )
}
