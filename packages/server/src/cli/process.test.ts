import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeFolder, testFolder } from '../testing/test-store.ts'

const SCRIPT = fileURLToPath(new URL('./testing/sijil.ts', import.meta.url))
const SIJIL = `"${process.execPath}" --conditions=source --import tsx "${SCRIPT}"`

let folder = ''
beforeAll(async () => {
  folder = await testFolder()
  const line = (n: number) =>
    JSON.stringify({ doc: `d${n}`, text: `${n + 2} people were killed in Sarmuq on Tuesday.` })
  await writeFile(join(folder, 'many.jsonl'), Array.from({ length: 3000 }, (_, n) => line(n)).join('\n'))
})
afterAll(() => removeFolder(folder))

/** A shell line in which `sijil` is the command, as a process of its own. */
const shell = (line: string): ChildProcess =>
  spawn('bash', ['-c', `set -o pipefail; sijil() { ${SIJIL} "$@"; }; ${line}`], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })

const ended = async (child: ChildProcess) => {
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    said.err += chunk
  })
  await once(child, 'close')
  return { code: child.exitCode, ...said }
}

test('a reader that goes away ends it quietly', async () => {
  const { code, out, err } = await ended(shell(`sijil extract "${folder}/many.jsonl" --json | head -1`))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({ doc: 'd0', low: 2 })
})

test('and is not taken for a database that went away', { timeout: 120_000 }, async () => {
  const data = join(folder, 'data')
  const ingested = await ended(shell(`head -120 "${folder}/many.jsonl" | sijil ingest - --data "${data}"`))
  expect(ingested.code, ingested.err).toBe(0)
  const { code, out, err } = await ended(shell(`sijil claims --json --data "${data}" | head -1`))
  await removeFolder(data)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({ metric: 'killed' })
})

test('Ctrl-C ends a wait for standard input with exit code 130, and no stack trace', async () => {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', SCRIPT, 'extract', '-', '--json'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // Enough for a first part to be read and printed; the end of the input never comes.
  const told = JSON.stringify({ doc: 'd', text: 'Four people were killed in Sarmuq.' })
  const filler = JSON.stringify({ doc: 'f', text: `${'-'.repeat(79)}\n`.repeat(400) })
  child.stdin.on('error', () => {})
  child.stdin.write(`${told}\n${`${filler}\n`.repeat(40)}`)
  const all = ended(child)
  await once(child.stdout, 'data')
  child.kill('SIGINT')
  const { code, err } = await all
  expect({ code, err }).toEqual({ code: 130, err: '' })
})
