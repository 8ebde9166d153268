import { CLAIM_KINDS, CLAIM_SORTS, type ClaimFilter, type ClaimSort } from '@sijil/core/contract/claim-filter.js'
import { MEANS, METRICS, SCOPES } from '@sijil/core/model/claim.js'
import { type Command, Option } from 'commander'
import { withPlaceFilter } from '../incident-filter-options.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { countOption, dayOption } from '../options.ts'
import { type PageOptions, printListing, withPages } from '../page-options.ts'
import { claimsTable } from '../render/claims-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil claims`: every statement about a number of people. */
export const claimsCommand = (cli: Cli): Command =>
  withPages(
    withPlaceFilter(
      newCommand(cli.io, 'claims', {
        summary: 'the claims: every statement about a number of people',
        about:
          'Prints the claims of the store: what each says, of whom, where, when, by what means, by whom, on whose word, the characters it ' +
          'stands on, and the incidents it feeds.',
        examples: [
          ['sijil claims --incident CODE', 'what one incident rests on'],
          ['sijil claims --search hospital --min 10 --limit 50', 'by words and number, a page of them'],
          ['sijil claims --doc report.txt --json', 'what was read in one document, one claim a line'],
        ],
        notes:
          'Fields of --json: those of `sijil extract`, and incidents [{id, low, high}]: how much of the number each incident takes.',
      })
        .option('--search <words>', 'only where these words stand in the passage, its places, actors or sources')
        .option('--doc <name>', 'only of this document')
        .option('--incident <code>', 'only those that feed this incident')
        .addOption(new Option('--kind <kind>', 'only of this kind').choices(CLAIM_KINDS))
        .addOption(new Option('--metric <metric>', 'only of this harm').choices(METRICS))
        .addOption(new Option('--scope <scope>', 'only of this scope').choices(SCOPES))
        .option('--from <day>', 'leave out harm that ended before this day (YYYY-MM-DD)', dayOption)
        .option('--to <day>', 'leave out harm that began after this day (YYYY-MM-DD)', dayOption)
        .option('--actor <name>', 'only where this is part of the name of who is said to have done it')
        .addOption(new Option('--means <means>', 'only by these means').choices(MEANS))
        .option('--min <number>', 'only of at least so many people, by the high bound', countOption)
        .option('--max <number>', 'only of at most so many people, by the low bound', countOption),
    ),
    CLAIM_SORTS,
  )
    .option('--json', 'print one claim a line as JSON')
    .action(async (options: ClaimFilter & PageOptions<ClaimSort>, command: Command) => {
      const { json: _, limit: __, after: ___, sort = 'oldest', ...filter } = options
      const { listClaims } = await import('../../actions/list-claims.ts')
      const { findClaims } = await import('../../actions/find-claims.ts')
      await useStore(command, cli, (store) =>
        printListing(
          cli,
          {
            find: (page) => findClaims(store, filter, { ...page, sort }),
            all: () => listClaims(store, filter, sort),
            table: (records) => claimsTable(records, lookOf(cli.io.out)),
          },
          options,
        ),
      )
    })
