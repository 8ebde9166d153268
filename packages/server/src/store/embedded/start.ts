import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { diskFull, fileTooBigForLimit, startFailed } from '../../problems/store.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Binaries } from './binaries.ts'
import { type Cluster, privateTmp, serverEnvironment } from './cluster.ts'
import { type Postmaster, readPostmaster, removeSocketFolder, until } from './postmaster.ts'

const PATIENCE_MS = 60_000
const LOG_LIMIT = 5_000_000

/** Starts the server and waits until it takes connections. It belongs to no terminal and outlives this process if need be. */
export const startServer = async (folder: DataFolder, cluster: Cluster, binaries: Binaries): Promise<Postmaster> => {
  const socket = process.platform === 'win32' ? null : await privateTmp(cluster.user)
  const args = ['-D', cluster.path, ...settings(socket, socket === null ? await freePort() : 5432)]
  const from = await rollLog(folder)
  for (let attempt = 0; ; attempt++) {
    const ready = await startOnce(folder, cluster, binaries, args)
    if (ready !== null) return ready
    const log = (await readFile(folder.log, 'utf8')).slice(from)
    // Parts of a server that was killed need a moment to notice that it is gone.
    if (attempt < 20 && /pre-existing shared memory block|is another postmaster/.test(log.slice(-2000))) {
      await sleep(150)
      continue
    }
    if (socket !== null) await removeSocketFolder(socket)
    throw startProblem(folder, log)
  }
}

const startOnce = async (
  folder: DataFolder,
  cluster: Cluster,
  binaries: Binaries,
  args: readonly string[],
): Promise<Postmaster | null> => {
  const log = await open(folder.log, 'a', 0o600)
  const child = spawn(binaries.postgres, args, {
    ...cluster.user,
    cwd: process.platform === 'win32' ? folder.root : '/',
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
    env: serverEnvironment(),
  })
  await log.close()
  child.unref()
  let said: Postmaster | null = null
  await until(async () => {
    said = await readPostmaster(cluster.path)
    return (said?.pid === child.pid && said?.status === 'ready') || hasEnded(child)
  }, PATIENCE_MS)
  return hasEnded(child) ? null : said
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined

/**
 * Durable (what is acknowledged is on the disk), reachable by its own user only, and small enough for a laptop.
 * No parallel plans: they want shared memory that containers do not have.
 */
const settings = (socket: string | null, port: number): readonly string[] =>
  Object.entries({
    port,
    listen_addresses: socket === null ? '127.0.0.1' : '',
    unix_socket_directories: socket ?? '',
    unix_socket_permissions: '0700',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: 60,
    shared_buffers: '192MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '1GB',
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    // A killed client's query is given up; without it the server would believe that somebody is still there.
    ...(process.platform === 'linux' ? { client_connection_check_interval: '1s' } : {}),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 5432))
    })
  })

/** Keeps the log from growing without end; returns where new lines begin. */
const rollLog = async (folder: DataFolder): Promise<number> => {
  const size = (await stat(folder.log).catch(() => null))?.size ?? 0
  if (size < LOG_LIMIT) return size
  await rename(folder.log, `${folder.log}.1`)
  return 0
}

const startProblem = (folder: DataFolder, log: string): Error => {
  if (/No space left on device/.test(log)) return diskFull(folder.root)
  if (/File too large/.test(log)) return fileTooBigForLimit(folder.root)
  return startFailed(folder.root, log, folder.log)
}
