import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Problem } from '@sijil/core/contract/problem.js'
import type { Gazetteer, GazetteerEntry } from '@sijil/core/gazetteer/gazetteer.js'
import {
  type AlternateNamesReader,
  alternateNamesReader,
  isAlternateNames,
} from '@sijil/core/gazetteer/read-alternate-names.js'
import { type BadRow, type ReadRows, readAdmin1Codes, readGeonames } from '@sijil/core/gazetteer/read-geonames.js'
import { type FindPoint, isPcodeTable, readPcodeTable } from '@sijil/core/gazetteer/read-pcode-table.js'
import { readPlaceTable } from '@sijil/core/gazetteer/read-place-table.js'
import { settleAreas } from '@sijil/core/gazetteer/settle-areas.js'
import { unzipSync } from 'fflate'
import { codeOf } from '../error-facts.ts'
import { lazyAreas } from './built-in-gazetteer.ts'
import { loadGazetteer } from './gazetteer.ts'
import { joinSheets, readWorkbook } from './read-workbook.ts'
import { textLines } from './text-lines.ts'

/** A gazetteer as a file gave it. */
export interface GazetteerFile {
  /** The file's name without its ending, unless another was asked for. */
  readonly name: string
  /** The name with the first digits of the checksum. */
  readonly version: string
  readonly sha256: string
  readonly format: 'geonames' | 'alternate-names' | 'pcodes' | 'csv'
  readonly entries: readonly GazetteerEntry[]
  readonly bad: readonly BadRow[]
}

/** The places known already, by their number in GeoNames. */
export type KnownPlaces = () => Promise<ReadonlyMap<string, GazetteerEntry>>

/**
 * Reads a GeoNames country dump or its `alternateNamesV2` (.txt or .zip), a table of areas with p-codes or a table of places (.csv,
 * .xlsx). Alternate names are taken for the places that `known` has. Throws a Problem for anything else.
 */
export const readGazetteerFile = async (
  path: string,
  named: string | null,
  known: KnownPlaces,
): Promise<GazetteerFile> => {
  const name = gazetteerName(path, named)
  const { sha256, format, rows } = (await readNames(path, known)) ?? (await readPlaces(path, name))
  if (rows.entries.length === 0) throw nothingRead(path, format, rows.bad)
  const entries = format === 'alternate-names' ? rows.entries : settleAreas(rows.entries, lazyAreas())
  return { name, version: `${name}-${sha256.slice(0, 8)}`, sha256, format, entries, bad: rows.bad }
}

/** What a gazetteer is called: the file's name without its ending, unless another was asked for. */
export const gazetteerName = (file: string, named: string | null): string =>
  slugOf(named ?? basename(file).replace(/\.[^.]+$/, ''))

interface Content {
  readonly sha256: string
  readonly format: GazetteerFile['format']
  readonly rows: ReadRows
}

/** What a file of alternate names holds; null when it is none. All of GeoNames' fills 700 MB: it is read line by line. */
const readNames = async (path: string, known: KnownPlaces): Promise<Content | null> => {
  try {
    const lines = textLines(path)
    let number = 0
    let reader: AlternateNamesReader | null = null
    for await (const line of lines) {
      number++
      if (reader === null && line.trim() !== '') {
        if (!isAlternateNames(line)) return null
        reader = alternateNamesReader(await known())
      }
      reader?.add(line, number)
    }
    return reader === null ? null : { sha256: await sha256Of(path), format: 'alternate-names', rows: reader.done() }
  } catch (error) {
    // What cannot be read at all is told by the reader of whole files.
    if (error instanceof Problem) throw error
    return null
  }
}

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece)
  return hash.digest('hex')
}

const readPlaces = async (path: string, name: string): Promise<Content> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (isWorkbook(bytes)) return { sha256, ...(await readSheets(path, bytes, name)) }
  const content = textOf(path, bytes)
  const { format, read } = await readerOf(path, content)
  return { sha256, format, rows: read(content, name) }
}

/** An Excel workbook is a zip archive of a certain make. */
const isWorkbook = (bytes: Uint8Array): boolean => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('xl/workbook.xml')
}

/** The sheets with p-codes of a workbook; where there are none, its sheets of places. */
const readSheets = async (path: string, bytes: Uint8Array, name: string): Promise<Omit<Content, 'sha256'>> => {
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    throw refused(
      path,
      'gazetteer-broken-workbook',
      'the workbook cannot be read',
      'save it as .xlsx or .csv anew and import that',
      error,
    )
  })
  const coded = sheets.filter(({ csv }) => isPcodeTable(csv.split('\n', 1)[0] ?? ''))
  if (coded.length === 0) return { format: 'csv', rows: joinSheets(sheets, (csv) => readPlaceTable(csv, name)) }
  const find = pointIn(await loadGazetteer({ imported: [] }))
  return { format: 'pcodes', rows: joinSheets(coded, (csv) => readPcodeTable(csv, name, find)) }
}

const slugOf = (name: string): string => name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '') || 'places'

/** The text of a file, or of the dump in an archive. */
const textOf = (path: string, bytes: Uint8Array): string => {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const plain = isZip ? dumpIn(path, bytes) : bytes
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch (error) {
    throw refused(
      path,
      'gazetteer-not-utf8',
      'the gazetteer is not in UTF-8',
      'save it as UTF-8 and import it again',
      error,
    )
  }
}

/** The largest country's dump is a tenth of it; what claims to be more is no gazetteer. */
const MOST_UNPACKED = 1_500_000_000

const dumpIn = (path: string, bytes: Uint8Array): Uint8Array => {
  const mend = 'import the .txt that the archive should hold, or download it again'
  try {
    const files = Object.entries(
      unzipSync(bytes, {
        filter: ({ name, originalSize }) =>
          /\.(txt|csv)$/i.test(name) && !/readme/i.test(name) && originalSize <= MOST_UNPACKED,
      }),
    )
    const [largest] = files.sort((a, b) => b[1].length - a[1].length)
    if (largest !== undefined) return largest[1]
  } catch (error) {
    throw refused(path, 'gazetteer-broken-zip', 'the archive cannot be opened', mend, error)
  }
  throw refused(path, 'gazetteer-empty-zip', 'the archive holds no .txt and no .csv', mend)
}

interface FormatReader {
  readonly format: GazetteerFile['format']
  readonly read: (content: string, prefix: string) => ReadRows
}

const readerOf = async (path: string, content: string): Promise<FormatReader> => {
  if (isGeonames(content)) {
    const names = await admin1NamesBeside(path)
    return { format: 'geonames', read: (text, prefix) => readGeonames(text, prefix, names) }
  }
  if (!isPcodeTable(content.split('\n', 1)[0] ?? '')) return { format: 'csv', read: readPlaceTable }
  const gazetteer = await loadGazetteer({ imported: [] })
  return { format: 'pcodes', read: (text, prefix) => readPcodeTable(text, prefix, pointIn(gazetteer)) }
}

/** How alike a name must be to be taken for an area's. */
const ALIKE = 0.9

/** An area of first order lies where the built-in gazetteer has it; a lower one where the town is that it is named after. */
const pointIn =
  (gazetteer: Gazetteer): FindPoint =>
  (name, country, level) => {
    const matches = gazetteer.lookup(name, { country }).filter(({ likeness }) => likeness >= ALIKE)
    const own = matches.find(({ entry }) => (entry.level === 1) === (level === 1))
    return own?.entry ?? null
  }

/** A dump has nineteen columns by tabs in the first line that is not empty. */
const isGeonames = (content: string): boolean => {
  const line = content.split('\n', 50).find((candidate) => candidate.trim() !== '') ?? ''
  return line.split('\t').length >= 15
}

const admin1NamesBeside = async (path: string): Promise<ReadonlyMap<string, string>> => {
  const codes = await readFile(join(dirname(path), 'admin1CodesASCII.txt'), 'utf8').catch(() => '')
  return readAdmin1Codes(codes)
}

const refused = (path: string, code: string, what: string, mend: string, cause?: unknown): Problem =>
  new Problem({ kind: 'refused', code, what, where: path, mend }, { cause })

const unreadable = (path: string, error: unknown): Problem =>
  codeOf(error) === 'ENOENT'
    ? new Problem({
        kind: 'missing',
        code: 'no-such-file',
        what: 'there is no such file',
        where: path,
        mend: 'check the path',
      })
    : refused(path, 'gazetteer-unreadable', 'the file cannot be read', 'check its rights, and that it is a file', error)

const nothingRead = (path: string, format: GazetteerFile['format'], bad: readonly BadRow[]): Problem => {
  const [first] = bad
  if (format === 'alternate-names' && first === undefined)
    return refused(
      path,
      'no-gazetteer',
      'none of its names is of a place in the gazetteers in use',
      'import the GeoNames dump of the country first, then its alternate names',
    )
  const why = first === undefined ? 'it is empty' : `line ${first.line}: ${first.why}`
  return refused(
    path,
    'no-gazetteer',
    `no place could be read from it (${why})`,
    'give a GeoNames country dump (19 columns by tabs) or its alternateNamesV2, a CSV or XLSX of areas with p-codes (admin1Name_en, admin1Pcode …), or a CSV with the header name, alt_names, lat, lon, admin1, country, kind',
  )
}
