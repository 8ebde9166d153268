import type { Command } from 'commander'
import { collect } from '../collect.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { showProgress } from '../show-progress.ts'
import { tellFindings } from '../tell-findings.ts'
import { useStore } from '../use-store.ts'

/** `sijil verify`: is the record what was stored? */
export const verifyCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'verify', {
    summary: 'check that nothing in the store was changed or lost',
    about:
      'Walks the log of the store from its beginning: each entry carries the hash of the one before, every document and what was read in ' +
      'it must be as it was stored, every quote must stand where its claim says, every raw file must have the bytes it came with, and every ' +
      'code must lead somewhere. Two stores with the same last hash hold the same record.',
    examples: [['sijil verify', 'what was checked, and the first thing of each kind that does not hold']],
    notes: 'Exit code 3 when something does not hold.',
  })
    .option('--json', 'print one check a line as JSON')
    .action(async (options: { readonly json?: true }, command: Command) => {
      const { verifyStore } = await import('../../actions/verify-store.ts')
      const progress = showProgress(cli.io)
      const findings = await useStore(command, cli, (store) =>
        collect(verifyStore(store, { onProgress: progress.show })),
      ).finally(progress.end)
      await tellFindings(cli, findings, options)
    })
