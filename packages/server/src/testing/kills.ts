import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { ingestPaths } from '../actions/ingest-paths.ts'
import { relinkFor } from '../actions/judge.ts'
import { listIncidentValues } from '../actions/list-incidents.ts'
import { recordHash } from '../actions/record-hash.ts'
import { verifyStore } from '../actions/verify-store.ts'
import { type Store, type StoreOptions, withStore } from '../actions/with-store.ts'
import { startSijil } from './child.ts'
import { writeReports } from './reports.ts'

/** What is killed on its way. */
export const SCENARIOS = ['ingestion', 'linking', 'migration', 'backup', 'judgement'] as const
export type Scenario = (typeof SCENARIOS)[number]

/** How a scenario went. */
export interface KillReport {
  readonly scenario: Scenario
  readonly rounds: number
  /** How often the process was still at work when it was killed. */
  readonly killed: number
  /** Milliseconds from a kill until the store answered again, at worst. */
  readonly slowest: number
}

export interface KillOptions {
  /** A folder of the scenario's own, which is made. */
  readonly folder: string
  /** A server's database, empty; null = the built-in store. */
  readonly databaseUrl: string | null
  readonly rounds: number
  readonly reports: number
  /** 0 ≤ x < 1; when within a run to kill. */
  readonly random: () => number
}

/**
 * Kills the command at random moments of its run, as a power cut would, round by round. Throws when anything acknowledged
 * is lost, anything half done shows, or the store does not answer at once.
 */
export const killAt = async (scenario: Scenario, options: KillOptions): Promise<KillReport> => {
  const work = await prepare(options)
  const { run, before, after, atEnd } = STAGES[scenario](work)
  await before()
  // How long a whole run takes tells where the random moments lie.
  const whole = await timed(() => finish(work, run(-1)))
  let [killed, slowest] = [0, 0]
  for (let round = 0; round < options.rounds; round++) {
    await before()
    const child = start(work, run(round))
    await sleep(whole * options.random())
    if (child.process.exitCode === null) killed++
    await child.kill()
    const opening = performance.now()
    await withStore(work.store, async (store) => {
      slowest = Math.max(slowest, performance.now() - opening)
      await after(store, round)
    })
  }
  await finish(work, run(options.rounds))
  await withStore(work.store, async (store) => {
    await sound(store)
    await atEnd(store)
  })
  return { scenario, rounds: options.rounds, killed, slowest }
}

interface Work extends KillOptions {
  readonly data: string
  readonly paths: readonly string[]
  readonly store: StoreOptions
}

const prepare = async (options: KillOptions): Promise<Work> => {
  await mkdir(options.folder, { recursive: true })
  const reports = join(options.folder, 'reports')
  await writeReports(reports, options.reports)
  const data = join(options.folder, 'data')
  return { ...options, data, paths: [reports], store: { data, databaseUrl: options.databaseUrl } }
}

const start = ({ data, databaseUrl }: Work, args: readonly string[]) =>
  startSijil([...args, '--data', data], { env: { DATABASE_URL: databaseUrl ?? '' } })

const finish = async (work: Work, args: readonly string[]): Promise<void> => {
  const { code, output } = await start(work, args).end()
  if (code !== 0) throw new Error(`sijil ${args.join(' ')} ended with ${code}:\n${output}`)
}

const timed = async (work: () => Promise<void>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Everything that `sijil verify` checks. */
const sound = async (store: Store): Promise<void> => {
  for await (const { check, holds, text } of verifyStore(store)) if (!holds) throw new Error(`${check}: ${text}`)
}

const same = (what: string, found: unknown, expected: unknown): void => {
  if (found !== expected) throw new Error(`${what}: found ${String(found)}, expected ${String(expected)}`)
}

interface Stage {
  /** The command of a round. */
  readonly run: (round: number) => readonly string[]
  /** Makes ready for a round. */
  readonly before: () => Promise<void>
  /** What must hold after each kill. */
  readonly after: (store: Store, round: number) => Promise<void>
  /** What must hold after the last run, which nobody killed. */
  readonly atEnd: (store: Store) => Promise<void>
}

/** The hash of the record of the reports, read by a process that nobody kills, on a store of its own. */
const expectedHash = async (work: Work): Promise<string> => {
  const data = join(work.folder, 'undisturbed')
  const hash = await withStore({ data, databaseUrl: null }, async (store) => {
    await ingestPaths(store, { paths: work.paths, stdin: null, today: new Date().toISOString().slice(0, 10) })
    return recordHash(store)
  })
  await rm(data, { recursive: true, force: true })
  return hash
}

const nothing = async (): Promise<void> => undefined

/** Each round brings further reports: the store is never done when it is killed. */
const ingestion = (work: Work): Stage => {
  let acknowledged = 0
  return {
    run: () => ['ingest', ...work.paths],
    before: async () => {
      const reports = work.paths[0] ?? ''
      const there = acknowledged === 0 ? 0 : work.reports + (acknowledged - 1) * MORE
      await writeReports(reports, acknowledged === 0 ? work.reports : MORE, there)
      acknowledged++
    },
    after: (store) => sound(store),
    atEnd: async (store) => same('record', await recordHash(store), await expectedHash(work)),
  }
}
const MORE = 30

/** All is linked anew each round; the record and its codes must come out as they were. */
const linking = (work: Work): Stage => {
  let hash = ''
  let codes = ''
  const codesOf = async (store: Store) => {
    const all: string[] = []
    for await (const { code } of listIncidentValues(store, {})) all.push(code)
    return all.sort().join(' ')
  }
  return {
    run: () => ['ingest', ...work.paths],
    before: async () => {
      if (hash === '') await finish(work, ['ingest', ...work.paths])
      await withStore(work.store, async (store) => {
        if (hash === '') {
          hash = await recordHash(store)
          codes = await codesOf(store)
        }
        await sql`insert into to_link select id from documents on conflict do nothing`.execute(store.db)
      })
    },
    // The incidents that stand are whole at any moment, linked anew or not.
    after: async (store) => same('record', await recordHash(store), hash),
    atEnd: async (store) => same('codes', await codesOf(store), codes),
  }
}

/** The schema is made from nothing, and what is derived is made anew. */
const migration = (work: Work): Stage => ({
  run: () => ['status'],
  before: async () => {
    await withStore(work.store, async ({ db }) => {
      await sql`drop schema sijil cascade`.execute(db)
    })
  },
  after: (store) => sound(store),
  atEnd: nothing,
})

/** The file is there whole or not at all, and the store is as before. */
const backup = (work: Work): Stage => {
  const file = join(work.folder, 'sijil.backup')
  let hash = ''
  return {
    run: () => ['backup', file, '--unlocked'],
    before: async () => {
      await rm(file, { force: true })
      if (hash !== '') return
      await finish(work, ['ingest', ...work.paths])
      hash = await withStore(work.store, recordHash)
    },
    after: async (store) => {
      same('record', await recordHash(store), hash)
      if ((await stat(file).catch(() => null)) !== null) same('restored', await restoredHash(work, file), hash)
    },
    atEnd: async () => same('restored', await restoredHash(work, file), hash),
  }
}

const restoredHash = async (work: Work, file: string): Promise<string> => {
  const data = join(work.folder, 'restored')
  const { code, output } = await startSijil(['restore', file, '--data', data], { env: { DATABASE_URL: '' } }).end()
  if (code !== 0) throw new Error(output)
  const hash = await withStore({ data, databaseUrl: null }, recordHash)
  await rm(data, { recursive: true, force: true })
  return hash
}

/** A judgement is there with its entry in the log, or not at all; what it changes is made up for by the next who links. */
const judgement = (work: Work): Stage => {
  let sides: readonly string[] = []
  return {
    run: (round) => ['judge', 'different', ...sides.slice(0, 2), '--because', `round ${round}`],
    before: async () => {
      if (sides.length > 0) return
      await finish(work, ['ingest', ...work.paths])
      sides = await withStore(work.store, twoClaims)
    },
    after: async (store) => {
      await sound(store)
      await everyJudgementLogged(store)
    },
    atEnd: async (store) => {
      await everyJudgementLogged(store)
      await relinkFor(store, new Date().toISOString())
    },
  }
}

const twoClaims = async ({ db }: Store): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select id from claims order by seq limit 2`.execute(db)
  return rows.map(({ id }) => id)
}

const everyJudgementLogged = async (store: Store): Promise<void> => {
  const { rows } = await sql<{ made: number; logged: number }>`
    select (select count(*)::int from judgements) as made,
           (select count(*)::int from log where kind = 'judgements') as logged`.execute(store.db)
  same('judgements in the log', rows[0]?.logged, rows[0]?.made)
}

const STAGES: Readonly<Record<Scenario, (work: Work) => Stage>> = { ingestion, linking, migration, backup, judgement }
