import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Day } from '@sijil/core/model/time-range.js'
import { type BadOrganisation, readOrganisations } from '@sijil/core/origins/read-organisations.js'
import { organisationsNotRead } from '../problems/record.ts'
import { loadContext } from '../sources/load-context.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { idsOfDocuments } from '../store/queries/documents.ts'
import { markToLink } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { insertOrganisationList, listOrganisationLists } from '../store/queries/organisations.ts'
import { transact } from '../store/transact.ts'
import { expectReplaced } from './keep-review.ts'
import { type RelinkOptions, relink } from './relink.ts'

export interface ImportOrganisationsRequest extends Pick<RelinkOptions, 'signal' | 'onProgress'> {
  readonly path: string
  /** Where it came from, for the record; the path unless told. */
  readonly source?: string
  /** What to call the list; null = the file's name. */
  readonly name: string | null
  /** The checksum of the list of that name that it replaces, null for none; whichever stands unless told. */
  readonly replaces?: string | null | undefined
  readonly today: Day
}

/** What came of a table of organisations. */
export interface ImportedOrganisations {
  readonly name: string
  readonly version: string
  readonly organisations: number
  /** Whether the very same table was there under this name. */
  readonly known: boolean
  readonly bad: readonly BadOrganisation[]
}

/**
 * Imports a table of organisations and their other names, over those that Sijil brings, and folds the record anew by it:
 * whose word a claim rests on may have changed. A table of the same name is replaced. Throws a Problem for a file that
 * cannot be read or has no organisation.
 */
export const importOrganisations = async (
  store: Store,
  { path, source = path, name: named, replaces, today, ...progress }: ImportOrganisationsRequest,
): Promise<ImportedOrganisations> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw organisationsNotRead(path, 'it cannot be read', error)
  })
  const { rows, bad } = readOrganisations(textOf(path, bytes))
  if (rows.length === 0) throw organisationsNotRead(path, bad[0]?.why ?? 'it has no row')
  const name = named ?? listName(source)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const version = `${name}-${sha256.slice(0, 8)}`
  const known = (await listOrganisationLists(store.db)).some((list) => list.version === version)
  if (!known)
    await transact(store.db, 'judge', async (tx) => {
      const standing = (await listOrganisationLists(tx)).find((list) => list.name === name)?.sha256
      expectReplaced(`the table of organisations ${name}`, replaces, standing)
      await insertOrganisationList(tx, { name, version, sha256, source, rows })
      await markAll(tx)
      await appendLog(tx, 'organisations', { name, version, sha256, organisations: rows.length })
    })
  await refold(store, today, progress)
  return { name, version, organisations: rows.length, known, bad }
}

/** A table that is to be imported, and what it is to replace. */
export interface OrganisationsToImport {
  readonly file: string
  readonly name: string | null
  readonly sha256: string
  readonly replaces: string | null
}

/** Throws a Problem where the file would replace another table than was seen; the very same may come again. */
export const expectReplacedOrganisations = async (
  store: Store,
  { file, name, sha256, replaces }: OrganisationsToImport,
): Promise<void> => {
  const called = name ?? listName(file)
  const standing = (await listOrganisationLists(store.db)).find((list) => list.name === called)?.sha256
  if (standing !== sha256) expectReplaced(`the table of organisations ${called}`, replaces, standing)
}

const listName = (file: string): string => basename(file).replace(/\.[^.]+$/, '')

/** Folds the record anew after the organisations changed. */
export const refold = async (
  store: Store,
  today: Day,
  progress: Pick<RelinkOptions, 'signal' | 'onProgress'>,
): Promise<void> =>
  relink(store, { context: await loadContext({ today, gazetteers: [] }), importId: null, ...progress })

const PAGE = 1000

/** Lets every document wait to be linked. */
export const markAll = async (tx: Db): Promise<void> => {
  let after = 0
  for (;;) {
    const page = await idsOfDocuments(tx, after, PAGE)
    const last = page.at(-1)
    if (last === undefined) return
    await markToLink(
      tx,
      page.map(({ id }) => id),
    )
    after = last.seq
  }
}

const textOf = (path: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw organisationsNotRead(path, 'it is not UTF-8', error)
  }
}
