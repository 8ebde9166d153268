import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { openStore, type Store } from '../store/open-store.ts'

/** A store of a test's own. */
export interface TestStore {
  readonly store: Store
  /** Closes it and opens it again, as the next command would. */
  reopen(): Promise<Store>
  /** Closes it and removes everything. */
  remove(): Promise<void>
}

/** A folder of a test's own that other users may pass through. */
export const testFolder = async (): Promise<string> => {
  const folder = await mkdtemp('/tmp/sijil test ')
  await chmod(folder, 0o755)
  return folder
}

/** Removes a test's folder, and files of the built-in server that had to lie elsewhere. */
export const removeFolder = async (folder: string): Promise<void> => {
  const elsewhere = await readFile(join(folder, 'cluster.path'), 'utf8').catch(() => null)
  if (elsewhere !== null) await rm(dirname(elsewhere), { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}

const open = async (databaseUrl: string | null, drop: () => Promise<void>): Promise<TestStore> => {
  const folder = await testFolder()
  const data = join(folder, 'data')
  const options = { data, databaseUrl }
  let store = await openStore(options)
  return {
    get store() {
      return store
    },
    reopen: async () => {
      await store.close()
      store = await openStore(options)
      return store
    },
    remove: async () => {
      await store.close()
      await drop()
      await removeFolder(data)
      await removeFolder(folder)
    },
  }
}

/** A new store on the built-in server. */
export const openTestStore = (): Promise<TestStore> => open(null, async () => undefined)

const SERVER = process.env.SIJIL_TEST_DATABASE_URL ?? ''

/** A database of a test's own on the server that SIJIL_TEST_DATABASE_URL names. */
export const makeDatabase = async (
  options = `encoding 'UTF8' locale 'C.UTF-8'`,
): Promise<{ readonly url: string; drop(): Promise<void> }> => {
  const name = `sijil_test_${randomUUID().slice(0, 8)}`
  await onServer(`create database ${name} template template0 ${options}`)
  const url = new URL(SERVER)
  url.pathname = `/${name}`
  return { url: url.toString(), drop: () => onServer(`drop database ${name} with (force)`) }
}

const onServer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await client.query(statement)
  await client.end()
}

const openOnServer = async (): Promise<TestStore> => {
  const { url, drop } = await makeDatabase()
  return open(url, drop)
}

export const serverIsThere = SERVER !== ''
if (!serverIsThere) console.info('SIJIL_TEST_DATABASE_URL names no server: tested on the built-in one alone')

/** The kinds of store that every test of queries and actions runs on. */
export const STORES: readonly (readonly [string, () => Promise<TestStore>])[] = [
  ['the built-in server', openTestStore],
  ...(serverIsThere ? [['a server', openOnServer] as const] : []),
]
