import { randomUUID } from 'node:crypto'
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../error-facts.ts'
import { storeBusy } from '../problems/store.ts'
import { isAlive, startOf } from './processes.ts'

interface Holder {
  readonly pid: number
  /** When the process started, in the kernel's own count; tells a later process of the same number apart. */
  readonly started: string | null
  readonly host: string
  readonly token: string
}

const PATIENCE_MS = 60_000
const POLL_MS = 15

/**
 * Runs `use` while no other process holds the lock file. A holder that was killed is noticed at once by its process id.
 * Throws a Problem when a living process holds the lock for a minute.
 */
export const withFileLock = async <T>(path: string, use: () => Promise<T>): Promise<T> => {
  const mine = await acquire(path)
  try {
    return await use()
  } finally {
    await release(path, mine)
  }
}

const acquire = async (path: string): Promise<Holder> => {
  const mine: Holder = {
    pid: process.pid,
    started: await startOf(process.pid),
    host: hostname(),
    token: randomUUID(),
  }
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    if (await take(path, mine)) return mine
    const holder = await read(path)
    if (holder !== null && (await isGone(holder))) await breakLock(path, holder)
    else if (Date.now() > deadline) throw storeBusy(path, holder === null ? 'unknown' : `process ${holder.pid}`)
    else await sleep(POLL_MS)
  }
}

/** A linked file appears with its content whole or not at all. */
const take = async (path: string, mine: Holder): Promise<boolean> => {
  const draft = `${path}.${mine.token}`
  await writeFile(draft, JSON.stringify(mine))
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await unlink(draft)
  }
}

const read = async (path: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

const isGone = async (holder: Holder): Promise<boolean> => {
  if (holder.host !== hostname()) return false
  if (!(await isAlive(holder.pid))) return true
  return holder.started !== null && (await startOf(holder.pid)) !== holder.started
}

/** Moves a dead process's lock away; when a living one took it meanwhile, gives it back. */
const breakLock = async (path: string, dead: Holder): Promise<void> => {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const moved = await read(aside)
  if (moved !== null && moved.token !== dead.token) await link(aside, path).catch(() => undefined)
  await unlink(aside)
}

const release = async (path: string, mine: Holder): Promise<void> => {
  const holder = await read(path)
  if (holder?.token === mine.token) await unlink(path).catch(() => undefined)
}
