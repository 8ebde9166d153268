import type { Command } from 'commander'
import type { WorkerEvent } from '../../actions/queue/run-worker.ts'
import type { Store } from '../../actions/with-store.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { numberArgument } from '../options.ts'
import { useStore } from '../use-store.ts'

interface WorkerOptions {
  readonly lanes: number
  readonly untilEmpty?: true
  readonly metrics?: number
}

/** `sijil worker`: does what is queued. */
export const workerCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'worker', {
    summary: 'do what is queued, beside as many others as there are',
    about:
      'Reads queued reports, reads and places stored ones anew, and links them, until it is stopped: Ctrl-C lets it finish what is in ' +
      'hand. Run as many as there are processors, on as many machines as share the database (DATABASE_URL) and the raw files. What a ' +
      'worker had in hand when it was killed is done by another within seconds.',
    examples: [
      ['sijil ingest --queue reports/ && sijil worker --until-empty', 'queue a folder, read it, and end'],
      ['sijil worker --metrics 9464', 'for ever, with figures for Prometheus at http://127.0.0.1:9464/metrics'],
    ],
    notes:
      '`sijil status` shows the queues. Traces are sent over OTLP/HTTP when OTEL_EXPORTER_OTLP_ENDPOINT says where to; else none are made.',
  })
    .option('--lanes <number>', 'jobs in hand at once in this process', numberArgument, 2)
    .option('--until-empty', 'end when nothing is left to do')
    .option('--metrics <port>', 'serve figures for Prometheus on this port of this machine', numberArgument)
    .action(async (options: WorkerOptions, command: Command) => {
      const { startTracing } = await import('../../jobs/tracing.ts')
      const tracing = await startTracing(cli.io.env)
      try {
        const jobs = await useStore(command, cli, (store) => work(cli, store, options))
        await cli.io.out.write(`${jobs} jobs done\n`)
      } finally {
        await tracing?.end()
      }
    })

const work = async (
  { io }: Cli,
  store: Store,
  { lanes, untilEmpty, metrics: port }: WorkerOptions,
): Promise<number> => {
  const { runWorker } = await import('../../actions/queue/run-worker.ts')
  const { makeMetrics, serveMetrics } = await import('../../jobs/metrics.ts')
  const { showStatus } = await import('../../actions/show-status.ts')
  const metrics = port === undefined ? null : makeMetrics(() => showStatus(store))
  const server = metrics === null || port === undefined ? null : await serveMetrics(metrics, port)
  io.giveWay()
  try {
    return await runWorker(store, {
      today: io.today,
      lanes,
      signal: io.signal,
      ...(untilEmpty && { untilEmpty }),
      onEvent: (event) => {
        if (event.kind === 'done') metrics?.jobDone(event.queue, event.ms)
        if (event.kind === 'failed') metrics?.jobFailed(event.queue)
        const line = lineOf(event)
        if (line !== null) void io.err.write(`${line}\n`).catch(() => {})
      },
    })
  } finally {
    server?.close()
    server?.closeAllConnections()
  }
}

/** What is worth a line: jobs that were done are not. */
const lineOf = (event: WorkerEvent): string | null => {
  if (event.kind === 'failed') return `${event.queue}: ${event.reason} (${event.given})`
  if (event.kind === 'taken-over') return `took over ${event.jobs} job(s) of workers that are gone`
  return event.kind === 'waiting' ? `waiting: ${event.reason}` : null
}
