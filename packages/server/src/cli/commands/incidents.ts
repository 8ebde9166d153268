import type { IncidentFilter } from '@sijil/core/contract/incident-filter.js'
import type { Command } from 'commander'
import { collect } from '../collect.ts'
import { withIncidentFilter } from '../incident-filter-options.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { incidentsTable } from '../render/incidents-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil incidents`: the table. */
export const incidentsCommand = (cli: Cli): Command =>
  withIncidentFilter(
    newCommand(cli.io, 'incidents', {
      summary: 'the table of incidents, with ranges, origins and checks',
      about:
        'Prints the incidents of the record: code, date, place, killed low–high (best), injured, children among the killed, means, who is said to have ' +
        'done it, documents / independent origins, and sum checks. The numbers are ranges of reports, not of deaths. Roll-ups, the ' +
        'sums that reports give over several incidents, stand apart and are never added to them.',
      examples: [
        ['sijil incidents --from 2024-03-01 --to 2024-03-31', 'what happened in March'],
        ['sijil incidents --place Sarmuq --min-killed 5', 'by place, in any spelling, and by number'],
        ['sijil incidents --json | head -1', 'the first incident with all its fields'],
      ],
      notes:
        'Fields of --json: id, kind (incident or rollup), from, to, datePrecision, place {text, name, lat, lon, precision, admin1, country, radius}, ' +
        'killed and injured {low, high, best, civilians, combatants, unknown}, missing, abducted, displaced, killedOrInjured, children, ' +
        'women {low, high}, groups, reported, means, actors, documents, origins, grade, claims, partOf, checks. high: null = open ("at least").',
    }),
  )
    .option('--json', 'print one incident a line as JSON')
    .action(async ({ json, ...filter }: IncidentFilter & { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { listIncidents } = await import('../../actions/list-incidents.ts')
      await useStore(command, cli, async (store) => {
        const records = listIncidents(store, filter)
        if (json === true) await printJsonLines(out, records)
        else await out.write(incidentsTable(await collect(records), lookOf(out)))
      })
    })
