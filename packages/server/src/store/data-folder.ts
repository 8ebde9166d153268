import { chmod, mkdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { codeOf } from '../error-facts.ts'
import { diskFull, folderNotWritable, notADataFolder } from '../problems/store.ts'

/** The folder of one store and what lies in it. */
export interface DataFolder {
  readonly root: string
  /** The built-in server's files. As root they may lie elsewhere; then a file of this name plus `.path` says where. */
  readonly cluster: string
  /** Raw bytes of everything that was read, by SHA-256. */
  readonly raw: string
  /** Held while the built-in server is started or stopped. */
  readonly lock: string
  /** The built-in server's password; only its owner may read it. */
  readonly secret: string
  /** What the built-in server says. */
  readonly log: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Where a user's store lies when nobody says: as the conventions of the platform have it. */
export const defaultDataFolder = (platform: NodeJS.Platform, env: Environment, home: string): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Sijil')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Sijil')
  const xdg = env.XDG_DATA_HOME
  // The XDG specification has relative paths ignored.
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'sijil')
}

/** The data folder that the option, SIJIL_DATA or the platform names, in this order. Nothing is made. */
export const dataFolderAt = (option: string | null, env: Environment = process.env): DataFolder => {
  const named = option ?? (env.SIJIL_DATA === '' ? undefined : env.SIJIL_DATA)
  const root = resolve(named ?? defaultDataFolder(process.platform, env, homedir()))
  return {
    root,
    cluster: join(root, 'cluster'),
    raw: join(root, 'raw'),
    lock: join(root, 'lock'),
    secret: join(root, 'secret'),
    log: join(root, 'server.log'),
  }
}

/**
 * Makes the folder where it is missing, open to its owner alone. Root's may be passed through, for its server runs as
 * another user and keeps its files in there. Throws a Problem where the folder can't be made.
 */
export const makeDataFolder = async (folder: DataFolder): Promise<void> => {
  const known = await stat(folder.root).catch(() => null)
  if (known !== null && !known.isDirectory()) throw notADataFolder(folder.root)
  try {
    if (known === null) {
      await makeFolder(folder.root)
      await chmod(folder.root, process.getuid?.() === 0 ? 0o711 : 0o700)
    }
    await makeFolder(folder.raw, 0o700)
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? folderNotWritable(folder.root, error) : folderProblem(folder, error)
  }
}

/** Makes a folder and those above it. Node's own way of doing so never returns where none can be made (under /proc). */
const makeFolder = async (path: string, mode = 0o777): Promise<void> => {
  const failure = await mkdir(path, mode).then(
    () => null,
    (error: unknown) => error,
  )
  if (failure === null || codeOf(failure) === 'EEXIST') return
  if (codeOf(failure) !== 'ENOENT' || dirname(path) === path) throw failure
  await makeFolder(dirname(path))
  await mkdir(path, mode)
}

/** An error of the file system, told as a problem of the data folder; other errors as they are. */
export const folderProblem = (folder: DataFolder, error: unknown): unknown => {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder.root, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT')
    return folderNotWritable(folder.root, error)
  if (code === 'ENOTDIR') return notADataFolder(folder.root)
  return error
}
