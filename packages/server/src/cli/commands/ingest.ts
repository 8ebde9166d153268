import type { IngestReport } from '@sijil/core/contract/ingest-report.js'
import type { Command } from 'commander'
import type { Store } from '../../actions/with-store.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { ingestSummary } from '../render/ingest-summary.ts'
import { showProgress } from '../show-progress.ts'
import { tellRefusals } from '../tell-refusals.ts'
import { useStore } from '../use-store.ts'

interface IngestOptions {
  readonly json?: true
}

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
    ],
    notes: 'Exit code 1 when some inputs were refused; all others are in the store then.',
  })
    .argument('<path...>', 'files, folders, globs or - for standard input')
    .option('--json', 'print what was done as one JSON object')
    .action(async (paths: string[], options: IngestOptions, command: Command) => {
      const report = await useStore(command, cli, (store) => ingestAll(store, paths, cli))
      await cli.io.out.write(options.json === true ? `${JSON.stringify(report)}\n` : ingestSummary(report))
      if (options.json !== true) await tellRefusals(cli, report.refusals)
      if (report.refused > 0) cli.exit(1)
      if (cli.io.signal.aborted) cli.exit(130)
    })

const ingestAll = async (store: Store, paths: readonly string[], { io }: Cli): Promise<IngestReport> => {
  const { ingestPaths } = await import('../../actions/ingest-paths.ts')
  const progress = showProgress(io)
  try {
    const { stdin, signal } = io
    return await ingestPaths(store, { paths, stdin, today: io.today(), signal, onProgress: progress.show })
  } finally {
    progress.end()
  }
}
