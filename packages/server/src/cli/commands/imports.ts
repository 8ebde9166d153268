import type { Command } from 'commander'
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

/** `sijil imports …`: the ledger of what was read. */
export const importsCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'imports', {
    summary: 'the ledger of imports, and what became of each file',
    about: 'Every run of an import, and every file that it took in. Without a command: the list of imports.',
    examples: [
      ['sijil imports', 'all imports'],
      ['sijil imports show 3', 'every file of the third, with the reasons of what was refused'],
      ['sijil retry 3', 'read the refused ones again, once they are mended'],
    ],
  })
    .addCommand(listCommand(cli), { isDefault: true })
    .addCommand(showCommand(cli))

const listCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'list', {
    summary: 'all imports',
    about:
      'Prints the imports that were run, with how many of their inputs were new, known already, copied or refused.',
    examples: [['sijil imports list', 'all imports: the same as `sijil imports`']],
  })
    .option('--json', 'print one import a line as JSON')
    .action(async ({ json }: ImportsOptions, command: Command) => {
      const { listImports } = await import('../../actions/list-imports.ts')
      await useStore(command, cli, async (store) => {
        const { out } = cli.io
        if (json === true) await printJsonLines(out, listImports(store))
        else await out.write(importsTable(await collect(listImports(store)), lookOf(out)))
      })
    })

const showCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'show', {
    summary: 'one import, file by file',
    about:
      'Prints every file that an import took in: what came of it, the stage that it reached, its documents; of what was refused why, ' +
      'what to do, and whether it was tried again since.',
    examples: [['sijil imports show 3', 'every file of the third import']],
  })
    .argument('<number>', 'the number of an import', numberArgument)
    .option('--json', 'print it as one JSON object')
    .action(async (number: number, { json }: ImportsOptions, command: Command) => {
      const [{ showImport }, { listImportFiles }] = await Promise.all([
        import('../../actions/show-import.ts'),
        import('../../actions/list-import-files.ts'),
      ])
      await useStore(command, cli, async (store) => {
        const { out } = cli.io
        const { refusals, ...record } = await showImport(store, number)
        const shown = {
          ...record,
          refusals: [...refusals],
          files: [...(await collect(listImportFiles(store, number)))],
        }
        await out.write(json === true ? `${JSON.stringify(shown)}\n` : importPage(shown, lookOf(out)))
      })
    })
