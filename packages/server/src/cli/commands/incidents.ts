import { INCIDENT_SORTS, type IncidentFilter, type IncidentSort } from '@sijil/core/contract/incident-filter.js'
import type { Command } from 'commander'
import { withIncidentFilter } from '../incident-filter-options.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { type PageOptions, printListing, withPages } from '../page-options.ts'
import { incidentsTable } from '../render/incidents-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil incidents`: the table. */
export const incidentsCommand = (cli: Cli): Command =>
  withPages(
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
          [
            'sijil incidents --search "market OR bakery" --bbox 36,35,38,37',
            'by words, in English or Arabic, and on the map',
          ],
          ['sijil incidents --sort deadliest --limit 20', 'a page of them; stderr says how to go on'],
          ['sijil incidents --json | head -1', 'the first incident with all its fields'],
        ],
        notes:
          'Fields of --json: id, kind (incident or rollup), from, to, datePrecision, place {text, name, lat, lon, precision, admin1, country, radius}, ' +
          'killed and injured {low, high, best, civilians, combatants, unknown}, missing, abducted, displaced, killedOrInjured, children, ' +
          'women {low, high}, groups, reported, means, actors, documents, origins, grade, claims, partOf, checks. high: null = open ("at least").',
      }),
    ),
    INCIDENT_SORTS,
  )
    .option('--json', 'print one incident a line as JSON')
    .action(async (options: IncidentFilter & PageOptions<IncidentSort>, command: Command) => {
      const { json: _, limit: __, after: ___, sort = 'oldest', ...filter } = options
      const { listIncidents } = await import('../../actions/list-incidents.ts')
      const { findIncidents } = await import('../../actions/find-incidents.ts')
      await useStore(command, cli, (store) =>
        printListing(
          cli,
          {
            find: (page) => findIncidents(store, filter, { ...page, sort }),
            all: () => listIncidents(store, filter, sort),
            table: (records) => incidentsTable(records, lookOf(cli.io.out)),
          },
          options,
        ),
      )
    })
