import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { readPassphrase } from '../read-passphrase.ts'
import { count } from '../render/words.ts'
import { showProgress } from '../show-progress.ts'
import { useStore } from '../use-store.ts'

interface RestoreOptions {
  readonly passphraseFile?: string
  readonly json?: true
}

/** `sijil restore FILE`: a backup into an empty store. */
export const restoreCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'restore', {
    summary: 'read a backup into an empty store',
    about:
      'Reads a backup into an empty store: all of it, or nothing when the file is damaged. The store is then the same record, with the ' +
      'same codes, decisions and last hash.',
    examples: [['sijil restore sijil.backup --data ~/new-store --passphrase-file ~/sijil.pass', 'into a new store']],
    notes: '`sijil verify` checks the restored record from its beginning.',
  })
    .argument('<file>', 'a file that `sijil backup` wrote')
    .option('--passphrase-file <file>', 'unlock it by the first line of this file (or SIJIL_PASSPHRASE)')
    .option('--json', 'print one JSON object')
    .action(async (from: string, { passphraseFile, json }: RestoreOptions, command: Command) => {
      const passphrase = await readPassphrase(passphraseFile, cli.io)
      const { restore } = await import('../../actions/restore.ts')
      const progress = showProgress(cli.io)
      const restored = await useStore(command, cli, (store) =>
        restore(store, { from, passphrase, onProgress: progress.show }),
      ).finally(progress.end)
      const told = `Restored ${count(restored.rows)} rows and ${count(restored.files)} raw files. \`sijil verify\` checks them.\n`
      await cli.io.out.write(json === true ? `${JSON.stringify(restored)}\n` : told)
    })
