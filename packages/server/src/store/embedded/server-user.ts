import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { noServerUser } from '../../problems/store.ts'

const run = promisify(execFile)

/** Whom the built-in server runs as, where that is not the user of this process. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root: then it is the user "postgres", made when missing. Null = this process's own user. */
export const serverUser = async (): Promise<ServerUser | null> => {
  if (process.getuid?.() !== 0) return null
  const known = await lookUp()
  if (known !== null) return known
  try {
    await run('groupadd', ['--system', 'postgres']).catch(() => undefined)
    await run('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', '-g', 'postgres', 'postgres'])
  } catch (error) {
    throw noServerUser(error)
  }
  const made = await lookUp()
  if (made === null) throw noServerUser()
  return made
}

const lookUp = async (): Promise<ServerUser | null> => {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])))
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
  } catch {
    return null
  }
}

/** Whether the server's user may pass through a folder, tried as that user: rights of every parent count, and ACLs. */
export const canReach = (user: ServerUser | null, folder: string): boolean =>
  user === null || spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0
