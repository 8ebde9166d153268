import { toComparisonRecord } from '@sijil/core/contract/comparison-record.js'
import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { comparisonPage } from '../render/comparison-page.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil compare CODE`: one evidence base, several codebooks. */
export const compareCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'compare', {
    summary: 'what different codebooks make of one incident, and why',
    about:
      'Prints the figures that four codebooks draw from the same claims: `range` (as Airwars and Iraq Body Count), `ucdp` ' +
      '(best, low, high), `acled` (its literal rules for vague words) and `latest` (as AOAV), side by side, with the rule that parts them.',
    examples: [['sijil compare CODE', 'CODE as `sijil incidents` prints it']],
    notes: 'Fields of --json: id, metric, answers [{policy, version, rule, figure}], partings [{policies, text}].',
  })
    .argument('<code>', "the incident's code")
    .option('--json', 'print one metric a line as JSON')
    .action(async (code: string, { json }: { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { compareIncident } = await import('../../actions/compare-incident.ts')
      const comparisons = await useStore(command, cli, (store) => compareIncident(store, code))
      const records = comparisons.map((comparison) => toComparisonRecord(code, comparison))
      if (json === true) await printJsonLines(out, records)
      else await out.write(comparisonPage(code, records, lookOf(out)))
    })
