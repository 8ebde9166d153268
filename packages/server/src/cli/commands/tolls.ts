import type { Command } from 'commander'
import { collect } from '../collect.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { lookOf } from '../render/look.ts'
import { tollsTable } from '../render/tolls-table.ts'
import { useStore } from '../use-store.ts'

/** `sijil tolls`: what is kept out of every incident. */
export const tollsCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'tolls', {
    summary: 'tolls, forecasts and denials, which count in no incident',
    about:
      'Prints the claims in quarantine: tolls over a longer time or of the war, fears and forecasts, and denials. They are kept, never ' +
      'counted in an incident. Of each toll it says what the record holds of its period and area, which incidents may belong to it in ' +
      'part, and what the record does not explain.',
    examples: [
      ['sijil tolls', 'each with its period, area, source and the reason why it counts nowhere'],
      ['sijil tolls --json', 'one claim a line, in the fields of `sijil claims`, with `explanation`'],
    ],
  })
    .option('--json', 'print one claim a line as JSON')
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { explainTolls } = await import('../../actions/explain-tolls.ts')
      await useStore(command, cli, async (store) => {
        const records = explainTolls(store)
        if (json === true) await printJsonLines(out, records)
        else await out.write(tollsTable(await collect(records), lookOf(out)))
      })
    })
