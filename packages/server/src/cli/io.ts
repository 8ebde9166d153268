import type { Readable } from 'node:stream'
import type { Day } from '@sijil/core/model/time-range.js'

/** Nobody reads any more what a command prints (`| head`): it ends, and nothing is wrong. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone'
}

/** One of the two streams a command writes to. */
export interface Output {
  /** Resolves when the reader has taken the text; rejects with `ReaderGone` when nobody reads any more. */
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  /** Columns of the terminal; a calm default where there is none. */
  readonly width: number
  readonly colour: boolean
}

/** All that a command may touch of the world outside the store. */
export interface Io {
  /** Results, and nothing else. */
  readonly out: Output
  /** Progress, warnings, errors. */
  readonly err: Output
  readonly stdin: Readable
  readonly env: Readonly<Record<string, string | undefined>>
  today(): Day
  /** The present instant, ISO, in UTC. */
  now(): string
  /** Who is at the machine, for the decisions they take. */
  readonly user: string
  /** Lets programs go first in which somebody waits for an answer: for work that takes long. */
  giveWay(): void
  /** Aborted by Ctrl-C: finish what is in hand and stop. */
  readonly signal: AbortSignal
}

/** 0 done · 1 some inputs refused · 2 misuse · 3 the store can't be used · 70 a fault of Sijil's own · 130 stopped by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130

/** What a command gets: the streams, and a way to say how it went (0 unless it says otherwise). */
export interface Cli {
  readonly io: Io
  exit(code: ExitCode): void
}
