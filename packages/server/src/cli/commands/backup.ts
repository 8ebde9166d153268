import { Problem } from '@sijil/core/contract/problem.js'
import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { readPassphrase } from '../read-passphrase.ts'
import { printable } from '../render/printable.ts'
import { count } from '../render/words.ts'
import { showProgress } from '../show-progress.ts'
import { useStore } from '../use-store.ts'

interface BackupOptions {
  readonly passphraseFile?: string
  readonly unlocked?: true
  readonly json?: true
}

/** `sijil backup FILE`: the whole store in one file. */
export const backupCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'backup', {
    summary: 'write the whole store into one file',
    about:
      'Writes the whole store, reports, claims, decisions and log, as it stands at one moment into one file, locked by a passphrase. ' +
      'Others may go on working. Nothing but Sijil is needed to read it back, on another machine or into another server.',
    examples: [
      ['sijil backup sijil.backup --passphrase-file ~/sijil.pass', 'locked by the first line of that file'],
      ['sijil backup sijil.backup --unlocked', 'anybody who gets the file can read it'],
    ],
    notes: 'The passphrase may also come from SIJIL_PASSPHRASE. Whoever loses it loses the backup.',
  })
    .argument('<file>', 'the file to be written; one of that name is replaced once the new one is whole')
    .option('--passphrase-file <file>', 'lock it by the first line of this file')
    .option('--unlocked', 'do not lock it')
    .option('--json', 'print one JSON object')
    .action(async (to: string, { passphraseFile, unlocked, json }: BackupOptions, command: Command) => {
      const passphrase = unlocked === true ? null : await readPassphrase(passphraseFile, cli.io)
      if (passphrase === null && unlocked !== true) throw unlockedOnPurpose()
      const { backUp } = await import('../../actions/back-up.ts')
      const progress = showProgress(cli.io)
      const made = await useStore(command, cli, (store) =>
        backUp(store, { to, passphrase, onProgress: progress.show }),
      ).finally(progress.end)
      const told = `${count(made.rows)} rows and ${count(made.files)} raw files, ${count(made.bytes)} bytes: ${printable(to)}\nSHA-256 ${made.sha256}\n`
      await cli.io.out.write(json === true ? `${JSON.stringify({ file: to, ...made })}\n` : told)
    })

const unlockedOnPurpose = (): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'no-passphrase',
    what: 'a backup holds names of people and is locked unless you say otherwise',
    mend: 'give a passphrase with --passphrase-file FILE or SIJIL_PASSPHRASE, or say --unlocked',
  })
