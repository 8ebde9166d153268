import type { IncidentFilter } from '@sijil/core/contract/incident-filter.js'
import type { PublishedIncident } from '@sijil/core/contract/published-incident.js'
import { incidentsCsv } from '@sijil/core/stages/publish/incidents-csv.js'
import { incidentsGeojson } from '@sijil/core/stages/publish/incidents-geojson.js'
import { incidentsJson } from '@sijil/core/stages/publish/incidents-json.js'
import { type Command, Option } from 'commander'
import { withIncidentFilter } from '../incident-filter-options.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printText } from '../print-lines.ts'
import { useStore } from '../use-store.ts'

type Writer = (incidents: AsyncIterable<PublishedIncident>) => AsyncGenerator<string>

const WRITERS = { csv: incidentsCsv, json: incidentsJson, geojson: incidentsGeojson } satisfies Record<string, Writer>

interface ExportOptions extends IncidentFilter {
  readonly format: keyof typeof WRITERS
  readonly withNames?: true
  readonly withRollups?: true
}

/** `sijil export`: the incidents for other programs. */
export const exportCommand = (cli: Cli): Command =>
  withIncidentFilter(
    newCommand(cli.io, 'export', {
      summary: 'the incidents as CSV, JSON or GeoJSON',
      about:
        'Prints the incidents for other programs, with their sources by type and the sentences of their claims. Names of persons read ' +
        '[name] unless --with-names asks for them. CSV: UTF-8, ISO dates, `; ` between the items of a list, formulas disarmed by an ' +
        'apostrophe. GeoJSON: each point carries its precision and radius, a point that only stands for an area says so, and what could not ' +
        'be located has no point. The numbers are ranges of reports, not of deaths.',
      examples: [
        ['sijil export --format csv > incidents.csv', 'a row an incident'],
        ['sijil export --format geojson --from 2024-03-01 > march.geojson', 'for a map'],
        ['sijil export --format json --with-names > record.json', 'with the names of persons: keep it safe'],
      ],
      notes:
        'Roll-ups are left out of CSV and GeoJSON, so that whoever adds up a column counts nobody twice; --with-rollups brings them, marked ' +
        'in the column `kind`. JSON always has them, in a list of their own. The columns are described in docs/export.md.',
    }),
  )
    .addOption(
      new Option('--format <format>', 'csv, json or geojson').choices(Object.keys(WRITERS)).makeOptionMandatory(),
    )
    .option('--with-names', 'leave the names of persons as they stand in the reports')
    .option('--with-rollups', 'roll-ups too, in CSV and GeoJSON')
    .action(async ({ format, withNames, withRollups, ...filter }: ExportOptions, command: Command) => {
      const { publishIncidents } = await import('../../actions/publish-incidents.ts')
      await useStore(command, cli, async (store) => {
        const incidents = publishIncidents(store, filter, { withNames: withNames === true, today: cli.io.today() })
        const chosen = format === 'json' || withRollups === true ? incidents : withoutRollups(incidents, cli)
        await printText(cli.io.out, WRITERS[format](chosen))
      })
    })

/** Passes incidents on and says on stderr, once, how many roll-ups were left out. */
async function* withoutRollups(
  incidents: AsyncIterable<PublishedIncident>,
  { io }: Cli,
): AsyncGenerator<PublishedIncident> {
  let left = 0
  for await (const incident of incidents) {
    if (incident.kind === 'rollup') left++
    else yield incident
  }
  if (left > 0)
    await io.err.write(`left out ${left} roll-up(s), sums over several incidents; --with-rollups brings them\n`)
}
