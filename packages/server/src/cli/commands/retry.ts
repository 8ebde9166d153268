import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { numberArgument } from '../options.ts'
import { showProgress } from '../show-progress.ts'
import { tellReport } from '../tell-report.ts'
import { useStore } from '../use-store.ts'

/** `sijil retry NUMBER`: an import's refused inputs again. */
export const retryCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'retry', {
    summary: 'read again what an import refused',
    about:
      'Reads the paths of an import again: what is in the store is passed over, what was refused is tried anew. To be used when the ' +
      'files have been mended or the disk has room again.',
    examples: [['sijil retry 3', 'the import of that number in `sijil imports`']],
    notes: 'Exit code 1 when something was refused again.',
  })
    .argument('<number>', 'the number of the import', numberArgument)
    .option('--json', 'print what was done as one JSON object')
    .action(async (number: number, options: { readonly json?: true }, command: Command) => {
      const { io } = cli
      const { retryImport } = await import('../../actions/retry-import.ts')
      const progress = showProgress(io)
      const report = await useStore(command, cli, (store) =>
        retryImport(store, number, { today: io.today(), signal: io.signal, onProgress: progress.show }),
      ).finally(progress.end)
      await tellReport(cli, report, options)
    })
