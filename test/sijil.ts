import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './tree.ts'

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The command `sijil` on a store of its own. */
export interface Sijil {
  readonly run: (...args: readonly string[]) => Run
  /** The lines that a command prints with `--json`; throws when it fails. */
  readonly lines: <T>(...args: readonly string[]) => readonly T[]
  readonly end: () => void
}

/** A fresh built-in store in a temporary folder, used through the built command line as a user would. */
export const freshSijil = (): Sijil => {
  const data = mkdtempSync(join(tmpdir(), 'sijil-test-'))
  const env = { ...process.env, DATABASE_URL: '', SIJIL_DATA: data, NO_COLOR: '1' }
  const run = (...args: readonly string[]): Run => {
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(ROOT, 'bin/sijil.js'), ...args], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    })
    if (error !== undefined) throw error
    return { status, stdout, stderr }
  }
  const lines = <T>(...args: readonly string[]): readonly T[] => {
    const { status, stdout, stderr } = run(...args, '--json')
    if (status !== 0) throw new Error(`sijil ${args.join(' ')} ended with ${status}:\n${stderr}`)
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T)
  }
  return { run, lines, end: () => rmSync(data, { recursive: true, force: true }) }
}
