import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A process of its own that runs one of the scripts beside this file. */
export interface Child {
  readonly process: ChildProcess
  /** Waits for a line of its output that begins so, and gives the rest of that line. Throws when it ends before. */
  line(prefix: string): Promise<string>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Waits for its end; its exit code and all it said. */
  end(): Promise<{ readonly code: number | null; readonly output: string }>
}

/** A user without rights, for tests that run as root. */
export const NOBODY = { uid: 65534, gid: 65534 } as const

export interface ChildOptions {
  readonly user?: { readonly uid: number; readonly gid: number }
  readonly env?: Readonly<Record<string, string>>
  /** A shell command before which the script runs: `ulimit -f 2000`. */
  readonly before?: string
}

/** Starts `testing/<script>.ts` with its arguments, from the sources. */
export const startChild = (script: string, args: readonly string[], options: ChildOptions = {}): Child => {
  const file = fileURLToPath(new URL(`./${script}.ts`, import.meta.url))
  return start(['--conditions=source', '--import', 'tsx', file, ...args], options)
}

const BIN = fileURLToPath(new URL('../../../../bin/sijil.js', import.meta.url))

/** Whether there is a build for `startSijil` to run. */
export const isBuilt = existsSync(new URL('../../dist/cli/main.js', import.meta.url))
if (!isBuilt) console.info('there is no build: what needs the command itself is not tested (`npm run build` makes one)')

/** Starts the command `sijil` as it was built. */
export const startSijil = (args: readonly string[], options: ChildOptions = {}): Child => start([BIN, ...args], options)

const start = (args: readonly string[], options: ChildOptions): Child => {
  const [program, rest] =
    options.before === undefined
      ? [process.execPath, args]
      : ['/bin/sh', ['-c', `${options.before}; exec "$@"`, 'sh', process.execPath, ...args]]
  const child = spawn(program, rest, {
    ...options.user,
    cwd: fileURLToPath(new URL('../../../..', import.meta.url)),
    // Another user may not write where the compiled sources are kept.
    env: { ...process.env, ...(options.user === undefined ? {} : { TSX_DISABLE_CACHE: '1' }), ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  return follow(child)
}

const follow = (child: ChildProcess): Child => {
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  const ended = once(child, 'close')
  const find = (prefix: string) =>
    output
      .split('\n')
      .slice(0, -1)
      .find((line) => line.startsWith(prefix))
  return {
    process: child,
    line: async (prefix) => {
      for (;;) {
        const found = find(prefix)
        if (found !== undefined) return found.slice(prefix.length).trim()
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`ended before "${prefix}":\n${output}`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    end: async () => {
      child.stdin?.end()
      await ended
      return { code: child.exitCode, output }
    },
  }
}
