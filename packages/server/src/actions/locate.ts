import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { toPlaceRecord } from '@sijil/core/contract/place-record.js'
import { buildIndex } from '@sijil/core/gazetteer/build-index.js'
import type { Gazetteer, GazetteerEntry } from '@sijil/core/gazetteer/gazetteer.js'
import type { Lexicon } from '@sijil/core/lexicon/lexicon.js'
import { distinctPlaces, type PlacedToponym } from '@sijil/core/stages/geocode/distinct-places.js'
import { locateText } from '@sijil/core/stages/geocode/locate-text.js'
import { detectLanguage } from '@sijil/core/stages/normalise/detect-language.js'
import { readText } from '@sijil/core/text/reader.js'
import { builtInPlaces, byGeonamesNumber } from '../sources/built-in-gazetteer.ts'
import { type GazetteerData, openGazetteer, readGazetteer } from '../sources/gazetteer.ts'
import { loadLexicons } from '../sources/lexicons.ts'
import { type GazetteerFile, readGazetteerFile } from '../sources/read-gazetteer-file.ts'

export interface LocateRequest {
  /** Lines `{"id", "text"}`, or bare text. */
  readonly input: Readable
  /** ISO code of the only country to look in; null = anywhere. */
  readonly country: string | null
  /** Gazetteer files to use besides the built-in one, imported nowhere. */
  readonly files: readonly string[]
  /** Index files of gazetteers imported into a store. */
  readonly imported: readonly string[]
}

/** Where one text's places lie. */
export interface LocatedLine {
  readonly id: string
  readonly places: readonly LocatedRecord[]
}

export type LocatedRecord = ReturnType<typeof recordOf>

/** A line that could not be read. */
export interface BrokenLine {
  readonly line: number
  readonly why: string
}

/** Locates the places of each line of the input, in its order. */
export async function* locate(request: LocateRequest): AsyncGenerator<LocatedLine | BrokenLine> {
  const [lexicons, gazetteer] = await Promise.all([loadLexicons(), gazetteerFor(request)])
  let number = 0
  for await (const line of createInterface({ input: request.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const read = readLine(line, number)
    yield 'why' in read ? read : { id: read.id, places: placesIn(read.text, lexicons, gazetteer, request.country) }
  }
}

const gazetteerFor = async ({ imported, files }: LocateRequest): Promise<Gazetteer> => {
  const data = await readGazetteer({ imported })
  const extra: GazetteerFile[] = []
  for (const path of files) extra.push(await readGazetteerFile(path, null, () => knownPlaces(extra)))
  const all: GazetteerData = {
    version: [data.version, ...extra.map(({ version }) => version)].join('+'),
    indexes: [...data.indexes, ...extra.map(({ entries }) => buildIndex(entries))],
  }
  return openGazetteer(all)
}

/** The places that alternate names may be of: the built-in ones and those of the dumps given before. */
const knownPlaces = async (files: readonly GazetteerFile[]): Promise<ReadonlyMap<string, GazetteerEntry>> => {
  const dumps = files.filter(({ format }) => format === 'geonames').flatMap(({ entries }) => entries)
  return new Map([...(await builtInPlaces()), ...byGeonamesNumber(dumps)])
}

const readLine = (line: string, number: number): { readonly id: string; readonly text: string } | BrokenLine => {
  if (!line.trimStart().startsWith('{')) return { id: String(number), text: line }
  try {
    const { id, text } = JSON.parse(line) as { readonly id?: unknown; readonly text?: unknown }
    if (typeof text === 'string')
      return { id: typeof id === 'string' || typeof id === 'number' ? String(id) : String(number), text }
    return { line: number, why: 'it has no text' }
  } catch (error) {
    return { line: number, why: `it is no JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const placesIn = (
  text: string,
  lexicons: ReadonlyMap<string, Lexicon>,
  gazetteer: Gazetteer,
  country: string | null,
): readonly LocatedRecord[] => {
  const lexicon = lexicons.get(detectLanguage(text, UNTOLD) ?? UNTOLD) ?? lexicons.get(UNTOLD)
  if (lexicon === undefined) throw new RangeError('the lexicon of English is missing')
  const read = readText(text, lexicon.language, lexicon)
  return distinctPlaces(locateText(read, lexicon, gazetteer, country)).map(recordOf)
}

/** A line whose language is not coded, or can't be told, is read as English: names of places stand out there at least. */
const UNTOLD = 'en'

const recordOf = ({ toponym, place }: PlacedToponym) => {
  const { runnersUp, ...record } = toPlaceRecord(place)
  const { start, end, text } = toponym
  return { start, end, ...record, text, candidates: runnersUp, why: place.why ?? [] }
}
