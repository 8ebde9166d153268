import type { ReviewFilter } from '@sijil/core/contract/review-record.js'
import type { Command } from 'commander'
import { collect } from '../collect.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { lookOf } from '../render/look.ts'
import { reviewsTable } from '../render/reviews-table.ts'
import { useStore } from '../use-store.ts'

/** `sijil reviews`: all that people decided about fields and checks. */
export const reviewsCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'reviews', {
    summary: "people's reviews, withdrawn ones too",
    about:
      'Prints what people accepted, corrected, rejected or added: by whom, when, why, and whether it was withdrawn.',
    examples: [
      ['sijil reviews', 'in the order in which they were made'],
      ['sijil reviews --on CODE --standing', 'those that hold for one incident'],
    ],
  })
    .option('--on <id>', "only on this claim's id, incident's code or check's id")
    .option('--by <name>', 'only by this person')
    .option('--standing', 'only those that nobody withdrew')
    .option('--json', 'print one review a line as JSON')
    .action(async ({ json, ...filter }: ReviewFilter & { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { listReviews } = await import('../../actions/list-reviews.ts')
      await useStore(command, cli, async (store) => {
        const records = listReviews(store, filter)
        if (json === true) await printJsonLines(out, records)
        else await out.write(reviewsTable(await collect(records), lookOf(out)))
      })
    })
