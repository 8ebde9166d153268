import { INCIDENT_COLUMNS } from './incidents-csv.ts'

/** The page `docs/export.md`: what an export holds, column by column. */
export const columnsPage = (): string =>
  [
    '# Exports',
    '',
    '`sijil export --format csv|json|geojson` prints the incidents for other programs. The numbers are ranges of what reports',
    'say of people harmed, not of deaths that Sijil has verified.',
    '',
    '- **Names of persons** read `[name]` in quotes, actors and checks unless `--with-names` asks for them; without it,',
    '  sources are told by their type alone.',
    '- **Roll-ups**, sums that reports give over several incidents, are left out of CSV and GeoJSON unless `--with-rollups`',
    '  asks for them, and stand in a list of their own (`rollups`) in JSON. Never add them to the incidents.',
    '- **CSV** is UTF-8 with a header row and CRLF line ends. Items of a list are kept apart by `; `; a `;` or `\\` within an',
    "  item has a `\\` before it. A text that a spreadsheet would run as a formula begins with an apostrophe (`'=1+1`).",
    '- **GeoJSON** points carry `precision` (UCDP where_prec) and `radius` (metres). `point` says whether it is the `place`',
    '  or only the `middle of an area`; an incident that could not be located has no geometry.',
    '',
    '## Columns of the CSV',
    '',
    '| column | holds |',
    '|---|---|',
    ...INCIDENT_COLUMNS.map(({ name, about }) => `| ${name} | ${about.replaceAll('|', '\\|')} |`),
    '',
    'JSON and GeoJSON hold the same as nested fields, those of `sijil incidents --json`, and `gradeMeaning`, `sources` and',
    '`quotes`.',
    '',
  ].join('\n')
