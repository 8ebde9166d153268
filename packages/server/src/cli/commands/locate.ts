import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { locatedTable } from '../render/gazetteer-tables.ts'
import { lookOf } from '../render/look.ts'
import { printable } from '../render/printable.ts'
import { storeOptions } from '../use-store.ts'
import { countryCode } from './gazetteer.ts'

interface LocateOptions {
  readonly json?: true
  readonly country?: string
  readonly gazetteer: readonly string[]
  readonly store: boolean
}

/** `sijil locate`: where the places of texts lie. */
export const locateCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'locate', {
    summary: 'where the places named in texts lie',
    about:
      'Reads lines {"id", "text"} (or bare text) from standard input and prints where the places in each lie, all places of a text located ' +
      'together: the place itself where a gazetteer has it, else the area it lies in, with the precision that says so. Uses the gazetteers ' +
      'of the store where there is one; --no-store leaves it alone.',
    examples: [
      ['echo "Shelling hit Kafr Nabl in southern Idlib" | sijil locate', 'a table'],
      [
        'sijil locate --json --gazetteer SY.txt < headlines.jsonl',
        'one object a line, with a gazetteer that is imported nowhere',
      ],
    ],
    notes:
      'Fields of --json: id, places [{start, end (half-open UTF-16 offsets), text, name, lat, lon, precision (UCDP where_prec 1–7), ' +
      "radius (metres), accuracy (the word of Airwars' ladder), country, admin1, pcode (of the smallest area known), pcodes (adm0 to adm3), gazetteerId, gazetteer, candidates (the runners-up), why}].",
  })
    .option('--json', 'print one line of input as one JSON object')
    .option('--country <code>', 'look in this country only')
    .option(
      '--gazetteer <file>',
      'also use this GeoNames dump or CSV; may be given several times',
      (file: string, files: readonly string[]) => [...files, file],
      [],
    )
    .option('--no-store', 'do not open the store, even where there is one')
    .action(async (options: LocateOptions, command: Command) => {
      const { out, err, stdin } = cli.io
      const [{ locate }, { storedIndexes }] = await Promise.all([
        import('../../actions/locate.ts'),
        import('../../actions/stored-indexes.ts'),
      ])
      const imported = options.store ? await storedIndexes(storeOptions(command, cli)) : []
      const country = options.country === undefined ? null : countryCode(options.country)
      for await (const line of locate({ input: stdin, country, files: options.gazetteer, imported })) {
        if ('why' in line) {
          cli.exit(1)
          await err.write(`skipped line ${line.line}: ${printable(line.why)}\n`)
        } else await out.write(options.json === true ? `${JSON.stringify(line)}\n` : locatedTable(line, lookOf(out)))
      }
    })
