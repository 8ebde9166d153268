import { basename } from 'node:path'
import { Problem } from '@sijil/core/contract/problem.js'
import type { Gazetteer } from '@sijil/core/gazetteer/gazetteer.js'
import { stackGazetteer } from '@sijil/core/gazetteer/make-gazetteer.js'
import { openIndex } from '@sijil/core/gazetteer/name-index.js'
import { lazyAreas, loadBuiltIn } from './built-in-gazetteer.ts'
import { readIndexFile } from './index-file.ts'

/** A gazetteer's indexes in memory that threads share: hand it to a thread and open it there. */
export interface GazetteerData {
  readonly version: string
  readonly indexes: readonly Uint8Array[]
}

/** Reads the built-in gazetteer and the index files of imported ones. Throws a Problem for a file that is not there. */
export const readGazetteer = async (options: { readonly imported: readonly string[] }): Promise<GazetteerData> => {
  const builtIn = await loadBuiltIn()
  const others = await Promise.all(options.imported.map(readImported))
  // An index file is named after the gazetteers in it and their versions.
  const version = [builtIn.version, ...options.imported.map((path) => basename(path, '.idx'))].join('+')
  return { version, indexes: [builtIn.index, ...others] }
}

/** The index files that somebody holds: whoever asks meanwhile gets the same bytes. */
const held = new Map<string, WeakRef<Uint8Array>>()

const readImported = async (path: string): Promise<Uint8Array> => {
  const known = held.get(path)?.deref()
  if (known !== undefined) return known
  const bytes = await readIndexFile(path)
  if (bytes !== null) {
    held.set(path, new WeakRef(bytes))
    return bytes
  }
  held.delete(path)
  throw new Problem({
    kind: 'store',
    code: 'gazetteer-index-gone',
    what: 'the index of an imported gazetteer is not where it was made',
    where: path,
    mend: 'run the same command again: the index is made anew from the store',
  })
}

/** Opens what `readGazetteer` read. Cheap. */
export const openGazetteer = (data: GazetteerData): Gazetteer =>
  stackGazetteer(data.version, data.indexes.map(openIndex), lazyAreas())

/** The built-in gazetteer with the imported ones whose index files are given. */
export const loadGazetteer = async (options: { readonly imported: readonly string[] }): Promise<Gazetteer> =>
  openGazetteer(await readGazetteer(options))
