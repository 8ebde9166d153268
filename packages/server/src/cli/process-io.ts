import { constants, setPriority, userInfo } from 'node:os'
import type { WriteStream } from 'node:tty'
import { codeOf } from '../error-facts.ts'
import { type Io, type Output, ReaderGone } from './io.ts'

const WIDTH_WITHOUT_TERMINAL = 160
const NARROWEST = 40

/** The process's own streams, clock and signals. A second Ctrl-C ends the process at once; SIGTERM is as good as the first. */
export const processIo = (): Io => {
  const { env } = process
  const stop = new AbortController()
  const onStop = () => {
    stop.abort()
    // Whoever waits for standard input would otherwise wait on.
    process.stdin.destroy()
    process.once('SIGINT', () => process.exit(130))
  }
  process.once('SIGINT', onStop)
  process.once('SIGTERM', onStop)
  return {
    out: outputOf(process.stdout, env),
    err: outputOf(process.stderr, env),
    stdin: process.stdin,
    env,
    today: () => new Date().toISOString().slice(0, 10),
    now: () => new Date().toISOString(),
    user: userName(env),
    giveWay: () => {
      try {
        setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
      } catch {
        // Where that is not allowed, others wait a little longer.
      }
    },
    signal: stop.signal,
  }
}

const userName = (env: Io['env']): string => {
  try {
    return userInfo().username
  } catch {
    // A user without a name in the system's list, as in some containers.
    return env.USER ?? 'unknown'
  }
}

const outputOf = (stream: WriteStream, env: Io['env']): Output => {
  // Without a listener, a reader that went away (`| head`) would end the process with a stack trace; `write` reports it.
  stream.on('error', () => {})
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error == null ? resolve() : reject(isGone(error) ? new ReaderGone() : error)))
      }),
    isTerminal: stream.isTTY === true,
    width: widthOf(stream, env),
    colour: wantsColour(stream.isTTY === true, env),
  }
}

const widthOf = (stream: WriteStream, env: Io['env']): number => {
  const asked = Number(env.COLUMNS)
  if (stream.isTTY && stream.columns > 0) return Math.max(NARROWEST, stream.columns)
  return Number.isInteger(asked) && asked > 0 ? Math.max(NARROWEST, asked) : WIDTH_WITHOUT_TERMINAL
}

/** NO_COLOR (no-color.org) wins, then FORCE_COLOR, then whether there is a terminal that can. */
export const wantsColour = (isTerminal: boolean, env: Io['env']): boolean => {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}

/** Told apart from a database that went away, whose connection breaks by the same name. */
const isGone = (error: Error): boolean => /^(EPIPE|ERR_STREAM_DESTROYED)$/.test(codeOf(error) ?? '')
