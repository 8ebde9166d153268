import { toHistoryRecords } from '@sijil/core/contract/history-record.js'
import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { historyPage } from '../render/history-page.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil history CODE`: what was known when, and why it changed. */
export const historyCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'history', {
    summary: 'how the figures of an incident changed, and why',
    about:
      'Prints every change of an incident since it was first known: the day, which figure, from what to what, and why: a new source, a ' +
      'correction, wounded people who died, a merge or split, a judgement, a place located anew, or a new version of the rules.',
    examples: [
      ['sijil history CODE', 'all changes, the oldest first'],
      ['sijil incident CODE --as-of 2024-03-15', 'the incident as it was known on that day'],
    ],
    notes: 'Fields of --json: id, day, changes [{field, before, after, reason, claims, text}].',
  })
    .argument('<code>', "the incident's code")
    .option('--json', 'print one day of changes a line as JSON')
    .action(async (code: string, { json }: { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { incidentHistory } = await import('../../actions/incident-history.ts')
      const changes = await useStore(command, cli, (store) => incidentHistory(store, code))
      const records = toHistoryRecords(code, changes)
      if (json === true) await printJsonLines(out, records)
      else await out.write(historyPage(code, records, lookOf(out)))
    })
