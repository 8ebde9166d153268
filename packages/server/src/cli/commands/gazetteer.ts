import { Problem } from '@sijil/core/contract/problem.js'
import type { Command } from 'commander'
import type { ImportedGazetteer } from '../../actions/import-gazetteers.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { countOption } from '../options.ts'
import { printJsonLines } from '../print-lines.ts'
import { gazetteersTable, matchesTable } from '../render/gazetteer-tables.ts'
import { lookOf } from '../render/look.ts'
import { printable } from '../render/printable.ts'
import { showProgress } from '../show-progress.ts'
import { useStore } from '../use-store.ts'

/** `sijil gazetteer …`: the places that reports are placed by. */
export const gazetteerCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'gazetteer', {
    summary: 'the places that reports are placed by: import, add, apply, list, search, remove',
    about:
      'Sijil brings a gazetteer of 200,000 towns and the first-order areas of all countries. Most villages are in none of it: ' +
      'import the places of the country you work on.',
    examples: [
      ['sijil gazetteer add SY', 'download and use the places of Syria from GeoNames'],
      ['sijil gazetteer import places.csv', 'use a table of your own'],
      ['sijil gazetteer search "Kafr Nabl" --country SY', 'what the gazetteers know under a name'],
    ],
  })
    .addCommand(importCommand(cli))
    .addCommand(addCommand(cli))
    .addCommand(applyCommand(cli))
    .addCommand(listCommand(cli))
    .addCommand(searchCommand(cli))
    .addCommand(removeCommand(cli))

const importCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'import', {
    summary: 'use places from files',
    about:
      'Imports GeoNames country dumps (.txt or .zip; admin1CodesASCII.txt beside them is read), its alternateNamesV2 (names in all languages, for ' +
      'the places in use already), and tables of your own: CSV or XLSX with the ' +
      'header name, alt_names (split by ;), lat, lon, admin1, country, kind; population, pcode, adm1_pcode to adm3_pcode, radius and id may stand with them; and OCHA’s tables of areas with p-codes (COD-AB) as CSV or XLSX. Importing a ' +
      'name again replaces it. Rows that cannot be read are named with their line and left out.',
    examples: [
      ['sijil gazetteer import SY.zip', 'the dump of a country'],
      ['sijil gazetteer import villages.csv --name survey-2024', 'a table of your own'],
    ],
  })
    .argument('<file...>', 'GeoNames dumps or CSV tables')
    .option('--name <name>', "what to call it (one file; default: the file's name)")
    .option('--licence <text>', 'under which terms it may be used, for the record')
    .action(
      async (paths: string[], options: { readonly name?: string; readonly licence?: string }, command: Command) => {
        if (options.name !== undefined && paths.length > 1) throw oneName(paths)
        const { importGazetteers } = await import('../../actions/import-gazetteers.ts')
        const request = { paths, name: options.name ?? null, source: null, licence: options.licence ?? null }
        await useStore(command, cli, async (store) => {
          for await (const done of importGazetteers(store, request)) await tell(cli, done)
        })
        await sayApply(cli)
      },
    )

const oneName = (paths: readonly string[]): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'one-name-many-files',
    what: `--name names one gazetteer, but ${paths.length} files are given`,
    mend: 'import them one by one, or leave --name out: each is called after its file',
  })

const tell = async (cli: Cli, done: ImportedGazetteer | Problem): Promise<void> => {
  const { out, err } = cli.io
  if (done instanceof Problem) {
    cli.exit(1)
    await err.write(`refused ${printable(done.message)}\n  ${printable(done.mend)}\n`)
    return
  }
  const bad = done.bad.map(({ line, why }) => `skipped ${printable(done.path)}, line ${line}: ${printable(why)}\n`)
  if (bad.length > 0) {
    cli.exit(1)
    await err.write(bad.join(''))
  }
  const how = done.known ? 'was there already' : 'imported'
  await out.write(
    `${printable(done.name)}: ${how}, ${done.places.toLocaleString('en')} places (${done.format}, ${done.version})\n`,
  )
}

/** What was read before is not placed anew unasked: that takes its time, and may move incidents. */
const sayApply = (cli: Cli): Promise<void> =>
  cli.io.err.write('What was read before keeps its places until `sijil gazetteer apply`.\n')

const addCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'add', {
    summary: "download and use a country's places from GeoNames",
    about:
      "Downloads the GeoNames dump of a country and imports it under the country's code. A download that broke off goes on where it stopped.",
    examples: [['sijil gazetteer add IQ', 'the places of Iraq']],
    notes: 'SIJIL_GAZETTEER_URL or --url name another server; CC in it stands for the code of the country.',
  })
    .argument('<country>', 'two-letter code of the country (ISO 3166-1)')
    .option('--url <url>', 'where from; CC stands for the code of the country')
    .action(async (country: string, options: { readonly url?: string }, command: Command) => {
      const { addGazetteer } = await import('../../actions/add-gazetteer.ts')
      const { GEONAMES_URL } = await import('../../sources/download-gazetteer.ts')
      const url = options.url ?? cli.io.env.SIJIL_GAZETTEER_URL ?? GEONAMES_URL
      await useStore(command, cli, async (store) =>
        tell(cli, await addGazetteer(store, { country: countryCode(country), url, signal: cli.io.signal })),
      )
      await sayApply(cli)
    })

/** Reads a country code in any case. */
export const countryCode = (value: string): string => {
  if (/^[A-Za-z]{2}$/.test(value)) return value.toUpperCase()
  throw new Problem({
    kind: 'misuse',
    code: 'no-country-code',
    what: `"${value}" is no country code`,
    mend: 'give the two letters of ISO 3166-1, as in SY for Syria',
  })
}

const applyCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'apply', {
    summary: 'place what was read before by the gazetteers in use',
    about:
      'Places all stored claims anew, by the gazetteers in use now, and brings the incidents up to date: to be run after gazetteers were ' +
      'imported or removed. Texts are not read again. Where a claim lay before stays in its history.',
    examples: [['sijil gazetteer apply', 'after `sijil gazetteer import`']],
    notes:
      'Fields of --json: gazetteer (those in use), documents, claims, moved (claims that lie elsewhere now), incidents.',
  })
    .option('--json', 'print what was done as one JSON object')
    .option('--queue', 'leave it to `sijil worker`')
    .action(async ({ json, queue }: { readonly json?: true; readonly queue?: true }, command: Command) => {
      const { io } = cli
      if (queue === true) {
        const { queuePlacing } = await import('../../actions/queue/queue-documents.ts')
        return io.out.write(`${await useStore(command, cli, queuePlacing)} documents queued\n`)
      }
      const { applyGazetteers } = await import('../../actions/apply-gazetteers.ts')
      const progress = showProgress(io)
      const done = await useStore(command, cli, (store) =>
        applyGazetteers(store, { today: io.today(), signal: io.signal, onProgress: progress.show }),
      ).finally(progress.end)
      const number = (value: number): string => value.toLocaleString('en')
      await io.out.write(
        json === true
          ? `${JSON.stringify(done)}\n`
          : `${number(done.claims)} claims of ${number(done.documents)} documents placed, ${number(done.moved)} lie elsewhere now; ` +
              `${number(done.incidents)} incidents\n`,
      )
    })

const listCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'list', {
    summary: 'the gazetteers in use',
    about: 'Prints the gazetteers in use: name, number of places, where they came from and when.',
    examples: [['sijil gazetteer list', 'all of them']],
    notes: 'Fields of --json: name, version, format, places, source, licence, addedAt, sha256.',
  })
    .option('--json', 'print one gazetteer a line as JSON')
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const { listGazetteers } = await import('../../actions/list-gazetteers.ts')
      await useStore(command, cli, async (store) => {
        const records = await listGazetteers(store)
        if (json === true) await printJsonLines(cli.io.out, records)
        else await cli.io.out.write(gazetteersTable(records, lookOf(cli.io.out)))
      })
    })

interface SearchOptions {
  readonly country?: string
  readonly limit: number
  readonly json?: true
}

const searchCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'search', {
    summary: 'what the gazetteers know under a name',
    about: 'Prints places called like this, in any script and romanisation, the likest first.',
    examples: [['sijil gazetteer search "خان شيخون"', 'the same place as under "Khan Sheikhoun"']],
    notes:
      'Fields of --json: id, name, match (the spelling that matched), likeness (1 = the same), lat, lon, kind, country, admin1, population, pcode.',
  })
    .argument('<name>', 'a name')
    .option('--country <code>', 'only in this country')
    .option('--limit <number>', 'how many at most', countOption, 10)
    .option('--json', 'print one place a line as JSON')
    .action(async (name: string, options: SearchOptions, command: Command) => {
      const { searchGazetteer } = await import('../../actions/search-gazetteer.ts')
      const country = options.country === undefined ? null : countryCode(options.country)
      await useStore(command, cli, async (store) => {
        const matches = await searchGazetteer(store, { name, country, limit: options.limit })
        const records = matches.map(({ entry, name: match, likeness }) => ({ ...entry, match, likeness }))
        if (options.json === true) await printJsonLines(cli.io.out, records)
        else await cli.io.out.write(matchesTable(records, lookOf(cli.io.out)))
      })
    })

const removeCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'remove', {
    summary: 'use an imported gazetteer no more',
    about: 'Removes an imported gazetteer. Claims that it placed keep their places until they are placed anew.',
    examples: [['sijil gazetteer remove SY', 'the gazetteer called SY']],
  })
    .argument('<name>', 'its name, as `sijil gazetteer list` has it')
    .action(async (name: string, _options: object, command: Command) => {
      const { removeGazetteer } = await import('../../actions/remove-gazetteer.ts')
      await useStore(command, cli, async (store) => removeGazetteer(store, name))
      await cli.io.out.write(`${printable(name)}: removed\n`)
      await sayApply(cli)
    })
