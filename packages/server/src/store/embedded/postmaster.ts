import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isPostgres } from '../processes.ts'

/** What a running server says of itself in its `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** The folder of its socket; empty where it has none. */
  readonly socket: string
  readonly status: 'starting' | 'ready' | 'stopping' | 'unknown'
}

const STATUSES = ['starting', 'ready', 'stopping'] as const

/** Reads what the server of these files says of itself, whether or not it still lives; null when it left nothing. */
export const readPostmaster = async (cluster: string): Promise<Postmaster | null> => {
  const content = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null)
  const lines = content?.split('\n').map((line) => line.trim()) ?? []
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  const status = STATUSES.find((known) => known === lines[7]) ?? 'unknown'
  return { pid, port: Number(lines[3]), socket: lines[4] ?? '', status }
}

/**
 * The living server of these files, or null. What a dead one left is cleared away: its number may have gone to another
 * program since, and PostgreSQL would then refuse to start.
 */
export const livingPostmaster = async (cluster: string): Promise<Postmaster | null> => {
  const said = await readPostmaster(cluster)
  if (said === null) return null
  if (await isPostgres(said.pid)) return said
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  if (said.socket !== '') await removeSocketFolder(said.socket)
  return null
}

/** Removes a socket's folder if it is one that we made. */
export const removeSocketFolder = async (socket: string): Promise<void> => {
  if (/[\\/]sijil-[^\\/]+$/.test(socket)) await rm(socket, { recursive: true, force: true })
}

/** Waits until a condition holds, looking every few milliseconds; false when it never did. */
export const until = async (holds: () => Promise<boolean>, patienceMs: number): Promise<boolean> => {
  const deadline = Date.now() + patienceMs
  while (!(await holds())) {
    if (Date.now() > deadline) return false
    await sleep(8)
  }
  return true
}
