import type { Command } from 'commander'
import type { Store } from '../../actions/with-store.ts'
import { collect } from '../collect.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { numberArgument } from '../options.ts'
import { printJsonLines } from '../print-lines.ts'
import { importPage, importsTable } from '../render/imports-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

interface ImportsOptions {
  readonly json?: true
}

/** `sijil imports [NUMBER]`: the ledger of what was read. */
export const importsCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'imports', {
    summary: 'the ledger of imports, and what each refused',
    about:
      'Prints the imports that were run, with how many of their inputs were new, known already, copied or refused. With a number: ' +
      'what that import refused, why, and what to do.',
    examples: [
      ['sijil imports', 'all imports'],
      ['sijil imports 3', 'what the third refused, with the reasons'],
      ['sijil retry 3', 'read the refused ones again, once they are mended'],
    ],
  })
    .argument('[number]', 'the number of an import', numberArgument)
    .option('--json', 'print one import a line as JSON, or the one with its refusals')
    .action(async (number: number | undefined, options: ImportsOptions, command: Command) => {
      await useStore(command, cli, (store) =>
        number === undefined ? printImports(cli, store, options) : printImport(cli, store, number, options),
      )
    })

const printImports = async ({ io }: Cli, store: Store, { json }: ImportsOptions): Promise<void> => {
  const { listImports } = await import('../../actions/list-imports.ts')
  if (json === true) await printJsonLines(io.out, listImports(store))
  else await io.out.write(importsTable(await collect(listImports(store)), lookOf(io.out)))
}

const printImport = async ({ io }: Cli, store: Store, number: number, { json }: ImportsOptions): Promise<void> => {
  const { showImport } = await import('../../actions/show-import.ts')
  const { refusals, ...record } = await showImport(store, number)
  const detail = { ...record, refusals: [...refusals] }
  await io.out.write(json === true ? `${JSON.stringify(detail)}\n` : importPage(detail, lookOf(io.out)))
}
