import cliProgress from 'cli-progress'
import type { Io } from './io.ts'

/** How far a long piece of work has come. `total` is null while nobody knows. */
export interface Progress {
  readonly phase: string
  readonly done: number
  readonly total: number | null
}

export interface ProgressView {
  readonly show: (progress: Progress) => void
  /** Must be called whatever happens, so that the terminal is left clean. */
  readonly end: () => void
}

/** Progress on stderr: a bar where there is a terminal, else a line as each phase begins. */
export const showProgress = (io: Io): ProgressView => (io.err.isTerminal ? barView() : lineView(io))

const barView = (): ProgressView => {
  const bar = new cliProgress.SingleBar(
    { format: '{phase} {bar} {percentage}% {unit}', stream: process.stderr, hideCursor: true, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  )
  let running = false
  return {
    show: ({ phase, done, total }) => {
      const payload = { phase, unit: total === null ? `${done}` : '' }
      if (!running) bar.start(total ?? 0, done, payload)
      running = true
      if (total !== null) bar.setTotal(total)
      bar.update(done, payload)
    },
    end: () => {
      if (running) bar.stop()
      running = false
    },
  }
}

const lineView = (io: Io): ProgressView => {
  let phase: string | null = null
  return {
    show: (progress) => {
      if (progress.phase === phase) return
      phase = progress.phase
      void io.err.write(`${phase} …\n`).catch(() => {})
    },
    end: () => {},
  }
}
