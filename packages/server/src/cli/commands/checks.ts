import type { CheckFilter } from '@sijil/core/contract/review-record.js'
import type { Command } from 'commander'
import { collect } from '../collect.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { checksTable } from '../render/checks-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil checks`: every sum and bound that was tested. */
export const checksCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'checks', {
    summary: 'sums and bounds that were tested, and what people decided about them',
    about:
      'Prints the checks of all incidents and tolls: breakdowns that add up or not, origins that contradict one another, subgroups larger ' +
      'than their whole, tolls against the incidents they must hold, and decisions whose evidence has changed since.',
    examples: [['sijil checks --failing --open', 'what somebody should look at']],
  })
    .option('--failing', 'only those that do not hold')
    .option('--open', 'only those that nobody accepted or dismissed')
    .option('--json', 'print one check a line as JSON')
    .action(async ({ json, ...filter }: CheckFilter & { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { listChecks } = await import('../../actions/list-checks.ts')
      await useStore(command, cli, async (store) => {
        const records = listChecks(store, filter)
        if (json === true) await printJsonLines(out, records)
        else await out.write(checksTable(await collect(records), lookOf(out)))
      })
    })
