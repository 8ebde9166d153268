import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Shows the main job on the example reports: a fresh store, the examples' gazetteer, the reports, the table, one incident in
 * full. Everything runs through the command line as a user would type it.
 */
const ROOT = fileURLToPath(new URL('../', import.meta.url))
const DATA = '.sijil/demo'
const started = process.hrtime.bigint()

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** Runs `sijil …` in the checkout; returns what it printed. `allowed`: exit codes that are no failure here. */
const sijil = (args: readonly string[], allowed: readonly number[] = [0]): string => {
  const run = spawnSync(process.execPath, [join('bin', 'sijil.js'), ...args, '--data', DATA], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '', COLUMNS: process.env.COLUMNS ?? '120' },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (run.error !== undefined) throw run.error
  if (run.status === null || !allowed.includes(run.status)) {
    process.stdout.write(run.stdout)
    throw new Error(`sijil ${args.join(' ')} ended with ${run.status ?? run.signal}`)
  }
  return run.stdout
}

const show = (args: readonly string[], allowed?: readonly number[]): void => {
  say(`\n$ sijil ${args.join(' ')}`)
  process.stdout.write(sijil(args, allowed))
}

/** The incident that most documents tell of: the one with the most to show. */
const mostToldOf = (): string => {
  const incidents = sijil(['incidents', '--json'])
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly id: string; readonly documents: readonly string[] })
  const [first] = incidents.toSorted((a, b) => b.documents.length - a.documents.length)
  if (first === undefined) throw new Error('the example reports gave no incident')
  return first.id
}

rmSync(join(ROOT, DATA), { recursive: true, force: true })
say('All of what follows is invented: Zarimand, its places, parties, people and outlets do not exist.')
show(['gazetteer', 'import', 'examples/gazetteer.csv'])
show(['organisations', 'import', 'examples/organisations.csv'])
// Two of the examples are broken on purpose; 1 says that some inputs were refused.
show(['ingest', 'examples/reports'], [0, 1])
show(['incidents'])
const code = mostToldOf()
show(['incident', code])
const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000
say(`\nDone in ${seconds.toFixed(1)} s. The ranges above are ranges of reports: reported is not true.`)
say('Next, look at the tolls that no incident may contain:')
say(`\n  npx sijil tolls --data ${DATA}\n`)
say('or at reports of your own:')
say('\n  npx sijil ingest PATH… && npx sijil incidents\n')
