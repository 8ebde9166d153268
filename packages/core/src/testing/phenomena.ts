import { readdirSync, readFileSync } from 'node:fs'
import { parseTable } from '../lexicon/lexicon.ts'

/** One line of the phenomena suite: a text, and exactly the claims that it must give. */
export interface PhenomenonLine {
  readonly file: string
  readonly text: string
  readonly claims: readonly ExpectedClaim[]
  /** Whether the line is about attacks, control and agreements and not about numbers of people. */
  readonly aboutEvents: boolean
  /** The claims as they stand in the table. */
  readonly notation: string
  readonly published: string
  readonly about: string
}

/** A phenomenon of the language, with what its file says of it. */
export interface Phenomenon {
  readonly name: string
  readonly about: string
  readonly lines: readonly PhenomenonLine[]
}

/** What one claim must be: what happened, how many, and the slots that the line names. */
export interface ExpectedClaim {
  /** A metric, or `attack`, `control`, `agreement`. */
  readonly what: string
  readonly low: number | null
  readonly high: number | null
  /** The vague word; null where the number is one. */
  readonly vague: string | null
  /** Slots by name, as they stand. */
  readonly slots: Readonly<Record<string, string>>
}

/** A Wednesday. */
const PUBLISHED = '2024-03-13'
const SHORTFALLS = 'shortfalls.tsv'
const ROOT = new URL('../../../../lexicons/', import.meta.url)
const BOUNDS = /^(?:(\d*)\.\.(\d*)|(\d+))$/
const NOTHING = new Set(['none', 'no event'])
const EVENTS = new Set(['attack', 'control', 'agreement'])

/** All phenomena of a language, in the order of their files' names. */
export const loadPhenomena = (language: string): readonly Phenomenon[] => {
  const folder = new URL(`${language}/phenomena/`, ROOT)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv') && name !== SHORTFALLS)
    .sort()
    .map((name) => parsePhenomenon(name.slice(0, -4), readFileSync(new URL(name, folder), 'utf8')))
}

/** What is known not to be understood yet, by `phenomenonKey`, with the reason; whatever else fails is a step back. */
export const loadShortfalls = (language: string): ReadonlyMap<string, string> =>
  new Map(
    parseTable(SHORTFALLS, readFileSync(new URL(`${language}/phenomena/${SHORTFALLS}`, ROOT), 'utf8')).map((row) => [
      row.key ?? '',
      row.why ?? '',
    ]),
  )

/** The suite of one language, with what of it is not understood yet. */
export interface Suite {
  readonly language: string
  readonly phenomena: readonly Phenomenon[]
  readonly open: ReadonlyMap<string, string>
}

/** The suites of all languages that are coded. */
export const loadSuites = (): readonly Suite[] =>
  ['en', 'ar'].map((language) => ({
    language,
    phenomena: loadPhenomena(language),
    open: loadShortfalls(language),
  }))

/** The key of a line in the list of shortfalls. */
export const phenomenonKey = ({ file, text, published }: PhenomenonLine): string => `${file}: ${text} (${published})`

/** Reads one file of the suite. Errors name the file and the line of the table. */
export const parsePhenomenon = (name: string, content: string): Phenomenon => {
  const about = content.split('\n').flatMap((line) => (line.startsWith('# ') ? [line.slice(2)] : []))
  const lines = parseTable(`${name}.tsv`, content).map((row) => {
    const notation = row.claims ?? ''
    const file = `${name}.tsv: ${row.text}`
    const claims = NOTHING.has(notation) ? [] : notation.split(' ; ').map((one) => parseClaim(one.trim(), file))
    return {
      file: name,
      text: row.text ?? '',
      claims,
      aboutEvents: notation === 'no event' || claims.some(({ what }) => EVENTS.has(what)),
      notation,
      published: row.published || PUBLISHED,
      about: row.about ?? '',
    }
  })
  return { name, about: about.join(' '), lines }
}

/** Reads `killed 12.. status=civilian sources=Lamis Dorvan, civil defence`. */
const parseClaim = (notation: string, file: string): ExpectedClaim => {
  const [what = '', ...rest] = notation.split(/ (?=[a-zA-Z_]+=|each\b)/)
  const [metric = '', ...amount] = what.split(' ')
  const slots = Object.fromEntries(
    rest.map((slot) => {
      const [name = '', ...value] = slot.split('=')
      return [name, value.join('=') || 'yes']
    }),
  )
  const { day, ...others } = slots
  const dated = day === undefined ? others : { ...others, from: day, to: day }
  return { what: metric, ...parseAmount(amount.join(' '), EVENTS.has(metric), file), slots: dated }
}

const parseAmount = (amount: string, isEvent: boolean, file: string): Pick<ExpectedClaim, 'low' | 'high' | 'vague'> => {
  if (isEvent) return { low: null, high: null, vague: null }
  if (amount.startsWith('~')) return { low: null, high: null, vague: amount.slice(1).trim() }
  const bounds = parseBounds(amount)
  if (bounds === null) throw new RangeError(`${file}: no number, range or ~word: "${amount}"`)
  return { ...bounds, vague: null }
}

/** Reads `12`, `12..`, `..12` or `10..12`; null for anything else. */
export const parseBounds = (text: string): { readonly low: number | null; readonly high: number | null } | null => {
  const match = BOUNDS.exec(text)
  if (match === null) return null
  const [, low, high, exact] = match
  if (exact !== undefined) return { low: Number(exact), high: Number(exact) }
  return { low: low ? Number(low) : null, high: high ? Number(high) : null }
}
