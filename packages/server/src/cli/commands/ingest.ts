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
    ],
    notes:
      'Exit code 1 when some inputs were refused; all others are in the store then. `sijil imports` shows the ledger.',
  })
    .argument('<path...>', 'files, folders, globs or - for standard input')
    .option('--json', 'print what was done as one JSON object')
    .action(async (paths: string[], options: { readonly json?: true }, command: Command) => {
      const { io } = cli
      const { ingestPaths } = await import('../../actions/ingest-paths.ts')
      const progress = showProgress(io)
      const { stdin, signal } = io
      const report = await useStore(command, cli, (store) =>
        ingestPaths(store, { paths, stdin, today: io.today(), signal, onProgress: progress.show }),
      ).finally(progress.end)
      await tellReport(cli, report, options)
    })
