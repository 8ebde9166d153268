import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client, ClientConfig } from 'pg'
import { codeOf } from '../../error-facts.ts'
import { connectionsExhausted, serverUnreachable, upgradeCutShort } from '../../problems/store.ts'
import { connect } from '../connect.ts'
import type { DataFolder } from '../data-folder.ts'
import { folderProblem, makeDataFolder } from '../data-folder.ts'
import { withFileLock } from '../file-lock.ts'
import { isAlive } from '../processes.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { type Cluster, checkMajor, findCluster, initCluster, isWhole, secretOf, upgradedOf } from './cluster.ts'
import { livingPostmaster, type Postmaster, removeSocketFolder, until } from './postmaster.ts'
import { startServer } from './start.ts'

/** A place at the built-in server. */
export interface Seat {
  /** How to connect; `application_name` tells this process's connections from those of others. */
  readonly config: ClientConfig
  /** Leaves the server; whoever leaves last stops it. */
  leave(): Promise<void>
}

const STOP_PATIENCE_MS = 60_000

/**
 * Takes a place at the folder's server: starts it, or joins it where it runs already, be it for another process or left
 * over from one that was killed. The connection held by each process is the count of who is there: it ends with the
 * process, however that ends. Starting and stopping are done one process at a time. `programs` are others than npm brought.
 */
export const takeSeat = async (folder: DataFolder, programs: Binaries | null = null): Promise<Seat> => {
  await makeDataFolder(folder)
  try {
    return await withFileLock(folder.lock, () => enter(folder, programs))
  } catch (error) {
    throw folderProblem(folder, error)
  }
}

const enter = async (folder: DataFolder, programs: Binaries | null): Promise<Seat> => {
  const cluster = await findCluster(folder)
  const binaries = programs ?? (await findBinaries(cluster.user, folder.root))
  // An empty store in the place of one that is whole, but not yet in its place, would look like a loss.
  if (!cluster.exists && (await isWhole(upgradedOf(cluster.path)))) throw upgradeCutShort(folder.root)
  if (!cluster.exists) await initCluster(folder, cluster, binaries)
  await checkMajor(folder, cluster, binaries)
  const name = `sijil ${process.pid} ${randomUUID().slice(0, 8)}`
  const { postmaster, presence } = await joinOrStart(folder, cluster, binaries, name)
  const config = await configOf(folder, postmaster, name)
  return { config, leave: () => withFileLock(folder.lock, () => leave(cluster, presence, name)) }
}

const joinOrStart = async (
  folder: DataFolder,
  cluster: Cluster,
  binaries: Binaries,
  name: string,
): Promise<{ postmaster: Postmaster; presence: Client }> => {
  const living = await livingPostmaster(cluster.path)
  const presence = living === null ? null : await joinLiving(folder, living, name)
  if (living !== null && presence !== null) return { postmaster: living, presence }
  const postmaster = await startServer(folder, cluster, binaries)
  return { postmaster, presence: await connectOrCreate(folder, postmaster, name) }
}

/** Joins a running server. Null when it was on its way out, or could not be reached by anybody and was stopped. */
const joinLiving = async (folder: DataFolder, living: Postmaster, name: string): Promise<Client | null> => {
  const gone = async () => !(await isAlive(living.pid))
  if (living.status === 'stopping') {
    if (await until(gone, STOP_PATIENCE_MS)) return null
    throw serverUnreachable(folder.root, living.pid)
  }
  try {
    return await connectPatiently(folder, living, name)
  } catch (error) {
    if (codeOf(error) === '53300') throw connectionsExhausted(folder.root, error)
    // Its socket is gone (a cleaner of /tmp): ask it to end once nobody is connected any more.
    if (codeOf(error) === 'ENOENT') signal(living.pid, 'SIGTERM')
    if (await until(gone, 5_000)) return null
    throw serverUnreachable(folder.root, living.pid, error)
  }
}

/** While it starts, recovers or ends, a server turns connections away (57P03). */
const connectPatiently = async (folder: DataFolder, server: Postmaster, name: string): Promise<Client> => {
  let failure: unknown
  let client: Client | null = null
  await until(async () => {
    try {
      client = await connectOrCreate(folder, server, name)
      return true
    } catch (error) {
      failure = error
      return codeOf(error) !== '57P03'
    }
  }, 20_000)
  if (client === null) throw failure
  return client
}

const connectOrCreate = async (folder: DataFolder, server: Postmaster, name: string): Promise<Client> => {
  const config = await configOf(folder, server, name)
  try {
    return await connect(config)
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error
  }
  const first = await connect({ ...config, database: 'postgres' })
  await first.query('create database sijil')
  await first.end()
  return connect(config)
}

const configOf = async (folder: DataFolder, server: Postmaster, name: string): Promise<ClientConfig> => ({
  host: server.socket === '' ? '127.0.0.1' : server.socket,
  port: server.port,
  user: 'sijil',
  password: await secretOf(folder),
  database: 'sijil',
  application_name: name,
})

const leave = async (cluster: Cluster, presence: Client, name: string): Promise<void> => {
  const others = await countOthers(presence, name)
  await presence.end().catch(() => undefined)
  if (others > 0) return
  const living = await livingPostmaster(cluster.path)
  if (living !== null) await stopServer(cluster, living)
}

/** How many connections other processes hold; none when the server is gone. */
const countOthers = async (presence: Client, name: string): Promise<number> => {
  try {
    const { rows } = await presence.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
        where backend_type = 'client backend' and application_name <> $1`,
      [name],
    )
    return rows[0]?.others ?? 0
  } catch {
    return 0
  }
}

/** Ends the server in order: open transactions are rolled back, everything is written out. */
const stopServer = async (cluster: Cluster, server: Postmaster): Promise<void> => {
  signal(server.pid, 'SIGINT')
  await until(async () => !(await isAlive(server.pid)), STOP_PATIENCE_MS)
  if (server.socket !== '') await removeSocketFolder(server.socket)
  // Where signals end a process at once (Windows), its note stays behind.
  if (!(await isAlive(server.pid))) await rm(join(cluster.path, 'postmaster.pid'), { force: true })
}

const signal = (pid: number, name: 'SIGINT' | 'SIGTERM'): void => {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}
