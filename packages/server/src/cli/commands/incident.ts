import { toIncidentDetail } from '@sijil/core/contract/incident-detail.js'
import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { dayOption } from '../options.ts'
import { incidentPage } from '../render/incident-page.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

interface IncidentOptions {
  readonly json?: true
  readonly asOf?: string
}

/** `sijil incident CODE`: everything about one. */
export const incidentCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'incident', {
    summary: 'everything about one incident, with every claim quoted',
    about:
      'Prints all that stands behind one incident: each figure with the claims that set its bounds and why, every claim quoted in its ' +
      'sentence with document, outlet, attributed source and characters, contradictions, independent origins, checks, and the roll-up it ' +
      'belongs to. A code that was merged or split still leads to where its claims are now.',
    examples: [
      ['sijil incident CODE', 'CODE as `sijil incidents` prints it'],
      ['sijil incident CODE --as-of 2024-03-15', 'as the reports published by the end of that day tell it'],
      ['sijil incident CODE --json', 'the same as one JSON object'],
    ],
    notes:
      'Passages stand between ⟦ ⟧ (underlined where there is colour); the numbers in [ ] lead from a figure to its evidence, the letters ' +
      'from a claim to its origin. --json adds to the fields of an incident: figures and groupFigures (low, high, best, lowBy, highBy, ' +
      'bestBy, why), gradeMeaning, evidence, originList, rollups, parts.',
  })
    .argument('<code>', "the incident's code")
    .option('--as-of <day>', 'as known at the end of this day (YYYY-MM-DD)', dayOption)
    .option('--json', 'print one JSON object')
    .action(async (code: string, { json, asOf }: IncidentOptions, command: Command) => {
      const { out } = cli.io
      const { showIncident } = await import('../../actions/show-incident.ts')
      const dossier = await useStore(command, cli, (store) =>
        showIncident(store, code, asOf === undefined ? {} : { asOf }),
      )
      const detail = toIncidentDetail(dossier)
      await out.write(json === true ? `${JSON.stringify(detail)}\n` : incidentPage(detail, lookOf(out)))
    })
