import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { copiedFolder, diskFull, initFailed, otherMajor } from '../../problems/store.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Binaries } from './binaries.ts'
import { canReach, type ServerUser, serverUser } from './server-user.ts'
import { SYSTEM_FOLDER } from './system-folder.ts'

const run = promisify(execFile)

/** The built-in server's own files: where they lie and whose they are. */
export interface Cluster {
  readonly path: string
  /** Whom the server runs as; null = the user of this process. */
  readonly user: ServerUser | null
  readonly exists: boolean
}

/** Finds the files of the folder's server, or the place where they will lie. With `look`, nothing is made. */
export const findCluster = async (folder: DataFolder, { look = false } = {}): Promise<Cluster> => {
  const path = (await pointedAt(folder)) ?? folder.cluster
  const version = await stat(join(path, 'PG_VERSION')).catch(() => null)
  if (version !== null) {
    // Another user's store opened by root: its server runs as its owner.
    const foreign = process.getuid?.() === 0 && version.uid !== 0
    return { path, user: foreign ? { uid: version.uid, gid: version.gid } : null, exists: true }
  }
  const user = await serverUser()
  if (path !== folder.cluster || look) return { path, user, exists: false }
  return { path: canReach(user, folder.root) ? path : await pointElsewhere(folder), user, exists: false }
}

/** Where the files of a newer PostgreSQL are made, beside those that they are to replace. */
export const upgradedOf = (path: string): string => `${path}.upgraded`

/** Whether a server's files are there. */
export const isWhole = (path: string): Promise<boolean> =>
  stat(join(path, 'PG_VERSION')).then(
    () => true,
    () => false,
  )

/** The major version of the PostgreSQL that a cluster's files are of. */
export const majorOf = async ({ path }: Pick<Cluster, 'path'>): Promise<string> =>
  (await readFile(join(path, 'PG_VERSION'), 'utf8')).trim()

const pointerOf = (folder: DataFolder): string => `${folder.cluster}.path`

const pointedAt = async (folder: DataFolder): Promise<string | null> => {
  const path = await readFile(pointerOf(folder), 'utf8').catch(() => null)
  if (path === null) return null
  const owner = await readFile(join(dirname(path), 'data-folder'), 'utf8').catch(() => null)
  if (
    owner !== null &&
    owner !== folder.root &&
    (await readFile(`${owner}/cluster.path`, 'utf8').catch(() => null)) === path
  )
    throw copiedFolder(folder.root, owner)
  return path
}

/** Chooses a place in the system's folder and leaves a pointer to it; both sides name the other. */
const pointElsewhere = async (folder: DataFolder): Promise<string> => {
  const home = join(SYSTEM_FOLDER, 'clusters', randomUUID())
  const path = join(home, 'cluster')
  await mkdir(home, { recursive: true, mode: 0o755 })
  await writeFile(join(home, 'data-folder'), folder.root)
  await writeFile(pointerOf(folder), path)
  return path
}

/** Refuses files of another major version, which this server cannot read. */
export const checkMajor = async (folder: DataFolder, cluster: Cluster, binaries: Binaries): Promise<void> => {
  const theirs = await majorOf(cluster)
  if (theirs !== binaries.major) throw otherMajor(folder.root, theirs, binaries.major)
}

/** The server's password; made when missing. */
export const secretOf = async (folder: DataFolder): Promise<string> => {
  const known = await readFile(folder.secret, 'utf8').catch(() => '')
  if (known !== '') return known
  const secret = randomBytes(24).toString('base64url')
  await writeFile(`${folder.secret}.new`, secret, { mode: 0o600, flush: true })
  await rename(`${folder.secret}.new`, folder.secret)
  return secret
}

/**
 * Makes the server's files. They are made aside and moved into place, so that a kill on the way leaves nothing that looks
 * like a store. With the C locale, trigrams of Arabic letters would be empty.
 */
export const initCluster = async (folder: DataFolder, cluster: Cluster, binaries: Binaries): Promise<void> => {
  const draft = `${cluster.path}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const passwords = await mkdtemp(join(shortTmp(), 'sijil-'))
  try {
    const passwordFile = join(passwords, 'password')
    await writeFile(passwordFile, await secretOf(folder), { mode: 0o600 })
    if (cluster.user !== null)
      for (const path of [draft, passwords, passwordFile]) await chown(path, cluster.user.uid, cluster.user.gid)
    await initdb(folder, cluster, binaries, [`--pgdata=${draft}`, `--pwfile=${passwordFile}`])
    await rename(draft, cluster.path)
  } finally {
    await rm(passwords, { recursive: true, force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

/** The same locale under the names that platforms give it; the last leaves letters to PostgreSQL itself. */
const LOCALES = [
  ['--locale=C.UTF-8'],
  ['--locale=en_US.UTF-8'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
] as const

const initdb = async (
  folder: DataFolder,
  cluster: Cluster,
  binaries: Binaries,
  args: readonly string[],
): Promise<void> => {
  const fixed = ['--username=sijil', '--encoding=UTF8', '--auth=scram-sha-256', '--lc-messages=C', '--no-instructions']
  let output = ''
  for (const locale of LOCALES) {
    try {
      await run(binaries.initdb, [...args, ...fixed, ...locale], {
        ...cluster.user,
        cwd: '/',
        env: serverEnvironment(),
      })
      return
    } catch (error) {
      output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
      if (!output.includes('invalid locale')) break
    }
  }
  if (/No space left on device/.test(output)) throw diskFull(folder.root)
  throw initFailed(folder.root, output)
}

/** The environment without settings of other PostgreSQL servers (PGHOST, PGDATA …), and with messages in English. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))),
  LC_ALL: 'C',
})

/** A temporary folder with a short path: a socket's address holds 107 bytes at most. */
export const shortTmp = (): string => (process.platform !== 'win32' && existsSync('/tmp') ? '/tmp' : tmpdir())

/** A new folder of the server's own user, closed to all others. */
export const privateTmp = async (user: ServerUser | null): Promise<string> => {
  const path = await mkdtemp(join(shortTmp(), 'sijil-'))
  await chmod(path, 0o700)
  if (user !== null) await chown(path, user.uid, user.gid)
  return path
}
