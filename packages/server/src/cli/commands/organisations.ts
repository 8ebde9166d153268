import type { OrganisationListRecord } from '@sijil/core/contract/organisation-record.js'
import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { lookOf } from '../render/look.ts'
import { printable } from '../render/printable.ts'
import { type Column, tableLines } from '../render/table.ts'
import { showProgress } from '../show-progress.ts'
import { useStore } from '../use-store.ts'

/** `sijil organisations …`: who is who among sources, outlets and parties. */
export const organisationsCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'organisations', {
    summary: 'who is who among sources, outlets and parties: import, list, remove',
    about:
      'Sources that are one organisation under several names have one vote. Sijil brings a list of the best known; import those of the ' +
      'country you work on. What is imported comes over what Sijil brings.',
    examples: [['sijil organisations import sources.csv', 'use a table of your own']],
  })
    .addCommand(importCommand(cli))
    .addCommand(listCommand(cli))
    .addCommand(removeCommand(cli))

const importCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'import', {
    summary: 'use organisations and their other names from a file',
    about:
      'Imports a table (CSV) with the header name, and as far as known key, type, party, aliases. aliases are parted by |, in any script; ' +
      'type is a kind of source (civil_defence, hospital, monitor, local_media, …) or party for an armed force; party is the belligerent ' +
      'that it is or speaks for. A key that Sijil brings gets the new names besides its own. The record is folded anew.',
    examples: [['sijil organisations import sources.csv', 'importing a name again replaces it']],
  })
    .argument('<file>', 'the table')
    .option('--name <name>', "what to call it (default: the file's name)")
    .option('--json', 'print what came of it as JSON')
    .action(async (path: string, options: { readonly name?: string; readonly json?: true }, command: Command) => {
      const { io } = cli
      const { importOrganisations } = await import('../../actions/import-organisations.ts')
      const progress = showProgress(io)
      const done = await useStore(command, cli, (store) =>
        importOrganisations(store, {
          path,
          name: options.name ?? null,
          today: io.today(),
          signal: io.signal,
          onProgress: progress.show,
        }),
      ).finally(progress.end)
      if (done.bad.length > 0) {
        cli.exit(1)
        const skipped = done.bad.map(({ line, why }) => `skipped ${printable(path)}, line ${line}: ${printable(why)}\n`)
        await io.err.write(skipped.join(''))
      }
      const known = done.known ? ', known already' : ''
      if (options.json === true) await io.out.write(`${JSON.stringify(done)}\n`)
      else await io.out.write(`${done.organisations} organisations in use as ${printable(done.name)}${known}.\n`)
    })

const listCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'list', {
    summary: 'the imported tables',
    about: 'Prints the organisations that were imported, each with its other names.',
    examples: [['sijil organisations list', 'table by table']],
  })
    .option('--json', 'print one table a line as JSON')
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { listOrganisations } = await import('../../actions/list-organisations.ts')
      const lists = await useStore(command, cli, listOrganisations)
      if (json === true) await printJsonLines(out, lists)
      else await out.write(tableOf(lists, cli))
    })

const removeCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'remove', {
    summary: 'stop using an imported table',
    about: 'Removes an imported table of organisations and folds the record anew. Those that Sijil brings stay.',
    examples: [['sijil organisations remove sources', 'the name as `sijil organisations list` prints it']],
  })
    .argument('<name>', 'the name of the table')
    .action(async (name: string, _: object, command: Command) => {
      const { removeOrganisations } = await import('../../actions/remove-organisations.ts')
      await useStore(command, cli, (store) => removeOrganisations(store, { name, today: cli.io.today() }))
      await cli.io.out.write(`${printable(name)} is no longer in use.\n`)
    })

type Row = OrganisationListRecord['organisations'][number] & { readonly list: string }

const tableOf = (lists: readonly OrganisationListRecord[], { io }: Cli): string => {
  const { width, paint } = lookOf(io.out)
  const rows = lists.flatMap(({ name, organisations }) => organisations.map((one) => ({ ...one, list: name })))
  if (rows.length === 0) return 'No organisations were imported; those that Sijil brings are in use.\n'
  const columns: readonly Column<Row>[] = [
    { head: 'table', cell: ({ list }) => list, paint: paint.faint },
    { head: 'key', cell: ({ key }) => key, least: 8, most: 28, paint: paint.strong },
    { head: 'name', cell: ({ name }) => name, least: 10, most: 36 },
    { head: 'type', cell: ({ type }) => type },
    { head: 'party', cell: ({ party }) => party ?? '', least: 6, most: 24 },
    { head: 'other names', cell: ({ aliases }) => aliases.join(' | '), least: 16, most: 70 },
  ]
  return `${tableLines(columns, rows, { width, paintHead: paint.faint }).join('\n')}\n`
}
