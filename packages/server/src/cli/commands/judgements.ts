import { toJudgementRecord } from '@sijil/core/contract/judgement-record.js'
import type { Command } from 'commander'
import { collect } from '../collect.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { judgementsTable } from '../render/judgements-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil judgements`: all that people decided. */
export const judgementsCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'judgements', {
    summary: "people's judgements, withdrawn ones too",
    about: 'Prints what people judged the same, different or unsure: by whom, when, why, and whether it was withdrawn.',
    examples: [['sijil judgements', 'in the order in which they were made']],
  })
    .option('--json', 'print one judgement a line as JSON')
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { listJudgements } = await import('../../actions/list-judgements.ts')
      await useStore(command, cli, async (store) => {
        const records = (await collect(listJudgements(store))).map(toJudgementRecord)
        if (json === true) await printJsonLines(out, records)
        else await out.write(judgementsTable(records, lookOf(out)))
      })
    })
