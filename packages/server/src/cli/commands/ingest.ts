import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { showProgress } from '../show-progress.ts'
import { tellReport } from '../tell-report.ts'
import { useStore } from '../use-store.ts'

/** `sijil ingest PATH…`: reports into the store. */
export const ingestCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'ingest', {
    summary: 'read reports into the store',
    about:
      'Reads reports into the store, extracts their claims, finds the copies among them and links the claims to incidents. ' +
      'Files: .txt, .html, .md, .json and .jsonl documents ({doc, published, outlet, url, text}), .csv with a header row; folders, ' +
      'globs, or `-` for standard input. What is known already is passed over; an interrupted run goes on where it stopped. ' +
      'What cannot be read is refused with the reason, and the rest goes on.',
    examples: [
      ['sijil ingest reports/', 'all files of a folder'],
      ['sijil ingest "reports/**/*.html" more.jsonl', 'a glob and a file of documents, one a line'],
      ['cat report.txt | sijil ingest -', 'standard input'],
      ['sijil ingest --queue --backfill archive/', 'for workers to read at leisure'],
    ],
    notes:
      'Exit code 1 when some inputs were refused; all others are in the store then. `sijil imports` shows the ledger.',
  })
    .argument('<path...>', 'files, folders, globs or - for standard input')
    .option('--json', 'print what was done as one JSON object')
    .option('--queue', 'keep the reports and leave reading them to `sijil worker`')
    .option('--backfill', 'with --queue: let what others queue go first')
    .action(async (paths: string[], options: IngestOptions, command: Command) => {
      if (options.queue === true) return queue(cli, paths, options, command)
      const { io } = cli
      const { ingestPaths } = await import('../../actions/ingest-paths.ts')
      const progress = showProgress(io)
      const { stdin, signal } = io
      const report = await useStore(command, cli, (store) => {
        // Once the server runs, which must not give way with it.
        io.giveWay()
        return ingestPaths(store, { paths, stdin, today: io.today(), signal, onProgress: progress.show })
      }).finally(progress.end)
      await tellReport(cli, report, options)
    })

interface IngestOptions {
  readonly json?: true
  readonly queue?: true
  readonly backfill?: true
}

const queue = async (cli: Cli, paths: string[], { json, backfill }: IngestOptions, command: Command): Promise<void> => {
  const { stdin, signal, out } = cli.io
  const { queuePaths } = await import('../../actions/queue/queue-paths.ts')
  const progress = showProgress(cli.io)
  const priority = backfill === true ? 'backfill' : 'person'
  const queued = await useStore(command, cli, (store) =>
    queuePaths(store, { paths, stdin, priority, signal, onProgress: progress.show }),
  ).finally(progress.end)
  const { inputs, batches, import: id, refused } = queued
  await out.write(
    json === true
      ? `${JSON.stringify(queued)}\n`
      : `${inputs} inputs queued in ${batches} batches as import ${id}; \`sijil worker\` reads them, \`sijil status\` shows how far\n`,
  )
  if (refused > 0) {
    await cli.io.err.write(`${refused} could not be opened: \`sijil imports show ${id}\` says why\n`)
    cli.exit(1)
  }
}
