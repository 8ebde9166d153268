import { Readable } from 'node:stream'
import { type ExitCode, type Io, ReaderGone } from '../io.ts'
import { main } from '../main.ts'

/** What a run of the command line printed, and how it ended. */
export interface Run {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

export interface FakeOptions {
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly width?: number
  readonly colour?: boolean
  readonly signal?: AbortSignal
  /** Fails as a pipe whose reader went away does, after so many writes. */
  readonly closesAfter?: number
}

/** Streams that keep what is written to them, a clock that stands still. */
export const fakeIo = (
  options: FakeOptions = {},
): { readonly io: Io; readonly printed: { out: string; err: string } } => {
  const printed = { out: '', err: '' }
  let writes = 0
  const output = (name: 'out' | 'err') => ({
    write: async (text: string) => {
      if (name === 'out' && writes++ >= (options.closesAfter ?? Number.POSITIVE_INFINITY)) throw new ReaderGone()
      printed[name] += text
    },
    isTerminal: false,
    width: options.width ?? 140,
    colour: options.colour ?? false,
  })
  const io: Io = {
    out: output('out'),
    err: output('err'),
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    env: options.env ?? {},
    today: () => '2024-04-01',
    now: () => '2024-04-01T12:00:00.000Z',
    user: 'tester',
    giveWay: () => undefined,
    signal: options.signal ?? new AbortController().signal,
  }
  return { io, printed }
}

/** Runs `sijil` within this process, its streams caught. */
export const run = async (args: readonly string[], options: FakeOptions = {}): Promise<Run> => {
  const { io, printed } = fakeIo(options)
  return { code: await main(args, io), ...printed }
}
