import type { ClaimFilter } from '@sijil/core/contract/claim-filter.js'
import { METRICS, SCOPES } from '@sijil/core/model/claim.js'
import { type Command, Option } from 'commander'
import { collect } from '../collect.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { claimsTable } from '../render/claims-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil claims`: every statement about a number of people. */
export const claimsCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'claims', {
    summary: 'the claims: every statement about a number of people',
    about:
      'Prints the claims of the store: what each says, of whom, where, when, by what means, by whom, on whose word, the characters it ' +
      'stands on, and the incidents it feeds.',
    examples: [
      ['sijil claims --incident CODE', 'what one incident rests on'],
      ['sijil claims --doc report.txt --json', 'what was read in one document, one claim a line'],
    ],
    notes:
      'Fields of --json: those of `sijil extract`, and incidents [{id, low, high}]: how much of the number each incident takes.',
  })
    .option('--doc <name>', 'only of this document')
    .option('--incident <code>', 'only those that feed this incident')
    .addOption(new Option('--metric <metric>', 'only of this harm').choices(METRICS))
    .addOption(new Option('--scope <scope>', 'only of this scope').choices(SCOPES))
    .option('--json', 'print one claim a line as JSON')
    .action(async ({ json, ...filter }: ClaimFilter & { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { listClaims } = await import('../../actions/list-claims.ts')
      await useStore(command, cli, async (store) => {
        const records = listClaims(store, filter)
        if (json === true) await printJsonLines(out, records)
        else await out.write(claimsTable(await collect(records), lookOf(out)))
      })
    })
