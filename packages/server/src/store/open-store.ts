import { randomUUID } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { Problem } from '@sijil/core/contract/problem.js'
import { Kysely, PostgresDialect } from 'kysely'
import type { ClientConfig } from 'pg'
import { codeOf } from '../error-facts.ts'
import { connectionLost, connectionsExhausted, databaseUnreachable, diskFull } from '../problems/store.ts'
import { checkServer } from './check-server.ts'
import { makePool } from './connect.ts'
import { type DataFolder, dataFolderAt, folderProblem, makeDataFolder } from './data-folder.ts'
import type { Db, Tables } from './database.ts'
import type { Binaries } from './embedded/binaries.ts'
import { takeSeat } from './embedded/built-in-server.ts'
import { migrate } from './migrate.ts'
import { bucketNamedIn, rawBucket } from './raw-bucket.ts'
import { type RawFiles, rawFilesIn } from './raw-files.ts'
import { scopedDatabases } from './scoped-store.ts'

/** An open store: its database and its raw bytes. */
export interface Store {
  readonly db: Db
  readonly raw: RawFiles
  readonly folder: DataFolder
  /** The store as readers of these collections see it: everything else is not there. */
  scopedTo(collections: readonly number[]): Store
  /** For messages: the data folder, or the server's address without its password. */
  readonly where: string
  /** What this process's connections are called at the server. */
  readonly name: string
  /** An error of the database or the disk, told as a problem that a person can mend; other errors as they are. */
  explain(error: unknown): Promise<unknown>
  close(): Promise<void>
}

export interface StoreOptions {
  /** The data folder; null = SIJIL_DATA or the platform's default. */
  readonly data: string | null
  /** A server of the user's own; null = the built-in one. */
  readonly databaseUrl: string | null
}

const POOL_SIZE = 6

/** Opens the store, making it where it is new and bringing its schema up to date. Throws a Problem of kind `store`. */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const folder = dataFolderAt(options.data)
  return options.databaseUrl === null ? openBuiltIn(folder) : openServer(folder, options.databaseUrl)
}

/** Opens the store of the built-in server in a folder; `programs` are those of another PostgreSQL than npm brought. */
export const openBuiltIn = async (folder: DataFolder, programs: Binaries | null = null): Promise<Store> => {
  const seat = await takeSeat(folder, programs)
  return ready(folder, folder.root, seat.config, seat.leave)
}

const openServer = async (folder: DataFolder, url: string): Promise<Store> => {
  await makeDataFolder(folder)
  const where = withoutPassword(url)
  const config = { connectionString: url, application_name: `sijil ${process.pid} ${randomUUID().slice(0, 8)}` }
  return ready(folder, where, config, async () => undefined)
}

const ready = async (
  folder: DataFolder,
  where: string,
  config: ClientConfig,
  leave: () => Promise<void>,
): Promise<Store> => {
  const bucket = bucketNamedIn(process.env)
  const raw = bucket === null ? rawFilesIn(folder.raw) : rawBucket(bucket)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: makePool(config, POOL_SIZE) }) })
  const scoped = scopedDatabases(config)
  const store: Store = {
    db,
    scopedTo: (collections) => ({ ...store, db: scoped.of(collections) }),
    raw,
    folder,
    where,
    name: config.application_name ?? '',
    explain: (error) => explain(folder, where, error),
    close: async () => {
      await scoped.close()
      await db.destroy()
      await leave()
    },
  }
  try {
    await checkServer(db, where)
    await migrate(db, where)
    return store
  } catch (error) {
    await store.close().catch(() => undefined)
    throw await firstProblem(store, error)
  }
}

/** On opening, whatever the server says against it is a problem of the store. */
const firstProblem = async (store: Store, error: unknown): Promise<unknown> => {
  const told = await store.explain(error)
  return told instanceof Problem || codeOf(error) === null ? told : databaseUnreachable(store.where, error)
}

const LOST = /^(ECONNRESET|ECONNREFUSED|EPIPE|57P01|57P02|57P03|08\d\d\d)$/
const ROOM_TO_LIVE = 8_000_000

const explain = async (folder: DataFolder, where: string, error: unknown): Promise<unknown> => {
  if (error instanceof Problem) return error
  const code = codeOf(error) ?? ''
  if (code === '53100') return diskFull(where, error)
  if (code === '53300') return connectionsExhausted(where, error)
  const lost =
    LOST.test(code) || (error instanceof Error && /Connection terminated|timeout exceeded/.test(error.message))
  if (!lost) return folderProblem(folder, error)
  // A server that cannot write its log ends itself; why, only the disk can tell.
  return (await roomLeft(folder)) < ROOM_TO_LIVE ? diskFull(folder.root, error) : connectionLost(where, error)
}

const roomLeft = async (folder: DataFolder): Promise<number> => {
  const disk = await statfs(folder.root).catch(() => null)
  return disk === null ? Number.POSITIVE_INFINITY : disk.bavail * disk.bsize
}

const withoutPassword = (url: string): string => {
  try {
    const address = new URL(url)
    address.password = ''
    return address.toString()
  } catch {
    return 'DATABASE_URL'
  }
}
