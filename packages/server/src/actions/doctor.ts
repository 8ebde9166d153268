import { access, constants, readdir, readFile, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from '@sijil/core/contract/problem.js'
import { messageOf } from '../error-facts.ts'
import { type DataFolder, dataFolderAt } from '../store/data-folder.ts'
import { findBinaries } from '../store/embedded/binaries.ts'
import { findCluster } from '../store/embedded/cluster.ts'
import { canReach } from '../store/embedded/server-user.ts'
import { SYSTEM_FOLDER } from '../store/embedded/system-folder.ts'
import { openStore, type Store, type StoreOptions } from '../store/open-store.ts'
import { type ServerFacts, serverFacts } from '../store/queries/server-facts.ts'
import type { Finding } from './finding.ts'

/**
 * Looks at everything that Sijil stands on, from the machine to the record, and says what is wrong and how to mend it.
 * Works where the store does not: it goes on past what fails.
 */
export async function* doctor(options: StoreOptions): AsyncGenerator<Finding> {
  const folder = dataFolderAt(options.data)
  yield node()
  yield await writable(folder)
  yield await room(folder)
  if (options.databaseUrl === null) yield* builtIn(folder)
  yield* inside(options)
  yield await strays()
}

const OLDEST_NODE = [20, 19] as const

const node = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const holds = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  const mend = holds ? '' : `: install Node ${OLDEST_NODE.join('.')} or newer`
  return { check: 'Node', holds, text: `${process.versions.node} on ${process.platform} ${process.arch}${mend}` }
}

/** The folder itself, or the nearest one above it that is there. */
const standing = async (path: string): Promise<string> =>
  access(path).then(
    () => path,
    () => (dirname(path) === path ? path : standing(dirname(path))),
  )

const writable = async (folder: DataFolder): Promise<Finding> => {
  const at = await standing(folder.root)
  const made = at === folder.root ? folder.root : `${folder.root} (made when first used, in ${at})`
  try {
    await access(at, constants.W_OK | constants.X_OK)
    return { check: 'data folder', holds: true, text: made }
  } catch {
    const mend = 'give yourself the right to write there, or name another with --data DIR or SIJIL_DATA'
    return { check: 'data folder', holds: false, text: `${made} cannot be written: ${mend}` }
  }
}

const ENOUGH = 200_000_000

const room = async (folder: DataFolder): Promise<Finding> => {
  const { bavail, bsize } = await statfs(await standing(folder.root))
  const free = bavail * bsize
  const megabytes = `${Math.floor(free / 1_000_000).toLocaleString('en')} MB free`
  return free >= ENOUGH
    ? { check: 'disk', holds: true, text: megabytes }
    : {
        check: 'disk',
        holds: false,
        text: `${megabytes}: free some, a store needs 50 MB empty and then about ten times its texts`,
      }
}

async function* builtIn(folder: DataFolder): AsyncGenerator<Finding> {
  try {
    const { path, user, exists } = await findCluster(folder, { look: true })
    const { postgres, major } = await findBinaries(user, folder.root)
    yield { check: 'PostgreSQL', holds: true, text: `${major}, brought by Sijil: ${postgres}` }
    if (!exists) return
    const reached = canReach(user, path)
    const text = reached
      ? path
      : `${path} cannot be reached by the server's user: open the folders above it to others (chmod o+x)`
    yield { check: 'server files', holds: reached, text }
  } catch (error) {
    yield { check: 'PostgreSQL', holds: false, text: told(error) }
  }
}

async function* inside(options: StoreOptions): AsyncGenerator<Finding> {
  let store: Store
  try {
    store = await openStore(options)
  } catch (error) {
    yield { check: 'store', holds: false, text: told(error) }
    return
  }
  try {
    yield* facts(store.where, await serverFacts(store.db))
  } finally {
    await store.close()
  }
}

function* facts(where: string, found: ServerFacts): Generator<Finding> {
  const durable = found.fsync && found.synchronousCommit
  yield {
    check: 'store',
    holds: true,
    text: `${where}, PostgreSQL ${found.version}, ${found.encoding}, ${found.locale}`,
  }
  yield { check: 'extensions', holds: true, text: found.extensions.join(', ') }
  yield {
    check: 'durability',
    holds: durable,
    text: durable ? 'what is acknowledged is on the disk' : 'fsync or synchronous_commit is off: turn both on',
  }
  yield {
    check: 'record',
    holds: found.waiting === 0,
    text: `${found.documents} documents, ${found.claims} claims, ${found.incidents} incidents${
      found.waiting === 0 ? '' : `; ${found.waiting} documents wait to be linked: run \`sijil ingest\` on anything`
    }`,
  }
  yield {
    check: 'imports',
    holds: found.cutShort === 0,
    text:
      found.cutShort === 0
        ? 'the last one came to its end'
        : `the last one was cut short: run \`sijil retry ${found.cutShort}\`, it goes on where it stopped`,
  }
}

/** Server files whose data folder is gone: they take room and belong to nobody. */
const strays = async (): Promise<Finding> => {
  const home = join(SYSTEM_FOLDER, 'clusters')
  const names = await readdir(home).catch(() => [])
  const lost: string[] = []
  for (const name of names) {
    const owner = await readFile(join(home, name, 'data-folder'), 'utf8').catch(() => null)
    if (
      owner !== null &&
      !(await access(owner)
        .then(() => true)
        .catch(() => false))
    )
      lost.push(join(home, name))
  }
  return lost.length === 0
    ? { check: 'left behind', holds: true, text: 'nothing' }
    : {
        check: 'left behind',
        holds: false,
        text: `the data folders of ${lost.join(', ')} are gone: remove them if they will not come back`,
      }
}

const told = (error: unknown): string =>
  error instanceof Problem
    ? `${error.what}${error.where === null ? '' : ` (${error.where})`}: ${error.mend}`
    : messageOf(error)
