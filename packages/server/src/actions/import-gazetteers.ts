import { Problem } from '@sijil/core/contract/problem.js'
import type { GazetteerEntry } from '@sijil/core/gazetteer/gazetteer.js'
import type { BadRow } from '@sijil/core/gazetteer/read-geonames.js'
import { builtInPlaces, byGeonamesNumber } from '../sources/built-in-gazetteer.ts'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import { type GazetteerFile, gazetteerName, readGazetteerFile } from '../sources/read-gazetteer-file.ts'
import type { Store } from '../store/open-store.ts'
import { insertGazetteer, listGazetteers, placesOf } from '../store/queries/gazetteers.ts'
import { transact } from '../store/transact.ts'
import { expectReplaced } from './keep-review.ts'

export interface ImportGazetteersRequest {
  readonly paths: readonly string[]
  /** What to call it, for one file; null = the file's name. */
  readonly name: string | null
  /** Where the data came from, for the record; null = the path. */
  readonly source: string | null
  readonly licence: string | null
  /** The checksum of the one of that name that it replaces, null for none; whichever stands unless told. */
  readonly replaces?: string | null
}

/** What came of one file. */
export interface ImportedGazetteer {
  readonly path: string
  readonly name: string
  readonly version: string
  readonly format: string
  readonly places: number
  /** Whether the very same data was there under this name. */
  readonly known: boolean
  readonly bad: readonly BadRow[]
}

/** Imports gazetteers one by one. What cannot be read comes as a Problem; the others are imported all the same. */
export async function* importGazetteers(
  store: Store,
  request: ImportGazetteersRequest,
): AsyncGenerator<ImportedGazetteer | Problem> {
  for (const path of request.paths) {
    try {
      yield await importOne(store, path, request)
    } catch (error) {
      if (!(error instanceof Problem) || error.kind === 'store') throw error
      yield error
    }
  }
  await importedIndexes(store)
}

/** A file that is to be imported, and what it is to replace. */
export interface GazetteerToImport {
  readonly file: string
  readonly name: string | null
  readonly sha256: string
  readonly replaces: string | null
}

/** Throws a Problem where the file would replace another gazetteer than was seen; the very same may come again. */
export const expectGazetteer = async (
  store: Store,
  { file, name, sha256, replaces }: GazetteerToImport,
): Promise<void> => {
  const called = gazetteerName(file, name)
  const standing = (await listGazetteers(store.db)).find((one) => one.name === called)?.sha256
  if (standing !== sha256) expectReplaced(`the gazetteer ${called}`, replaces, standing)
}

const importOne = async (store: Store, path: string, request: ImportGazetteersRequest): Promise<ImportedGazetteer> => {
  const file = await readGazetteerFile(path, request.name, () => knownPlaces(store))
  const known = (await listGazetteers(store.db)).some(({ version }) => version === file.version)
  if (!known) await keep(store, path, file, request)
  const { name, version, format, bad } = file
  return { path, name, version, format, places: file.entries.length, known, bad }
}

/** The places that alternate names may be of: the built-in ones and those of imported GeoNames dumps, which know them better. */
const knownPlaces = async (store: Store): Promise<ReadonlyMap<string, GazetteerEntry>> => {
  const dumps = (await listGazetteers(store.db)).filter(({ format }) => format === 'geonames')
  const imported = await Promise.all(dumps.map(({ id }) => placesOf(store.db, id)))
  return new Map([...(await builtInPlaces()), ...byGeonamesNumber(imported.flat())])
}

const keep = async (
  store: Store,
  path: string,
  file: GazetteerFile,
  request: ImportGazetteersRequest,
): Promise<void> => {
  const { name, version, sha256, format } = file
  const about = { name, version, sha256, format, source: request.source ?? path, licence: request.licence }
  await transact(store.db, 'gazetteer', async (tx) => {
    const standing = (await listGazetteers(tx)).find((one) => one.name === name)?.sha256
    expectReplaced(`the gazetteer ${name}`, request.replaces, standing)
    await insertGazetteer(tx, about, file.entries)
  })
}
