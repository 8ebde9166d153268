import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { codeOf } from '../error-facts.ts'

const run = promisify(execFile)

/** Whether a process of that number lives, ours or another user's. One that ended but was not reaped counts as dead. */
export const isAlive = async (pid: number): Promise<boolean> => {
  if (process.platform === 'linux') return !['Z', 'X', undefined].includes((await statOf(pid))[0])
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** When a process started, in the kernel's own count; null where the platform does not tell. */
export const startOf = async (pid: number): Promise<string | null> =>
  process.platform === 'linux' ? ((await statOf(pid))[19] ?? null) : null

/** The fields of /proc/PID/stat from the third, the state, on; the second, the name, may hold spaces and brackets. */
const statOf = async (pid: number): Promise<readonly string[]> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return stat === null ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Whether a living process is a PostgreSQL server; a number may have gone to another program since. */
export const isPostgres = async (pid: number): Promise<boolean> =>
  (await isAlive(pid)) && (await nameOf(pid)).includes('postgres')

const nameOf = async (pid: number): Promise<string> => {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  const [command, ...args] =
    process.platform === 'win32'
      ? ['tasklist', '/fi', `PID eq ${pid}`, '/nh']
      : ['ps', '-o', 'comm=', '-p', String(pid)]
  const { stdout } = await run(command as string, args)
  return stdout
}
