import type { Command } from 'commander'
import { collect } from '../collect.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { tellFindings } from '../tell-findings.ts'
import { storeOptions } from '../use-store.ts'

/** `sijil doctor`: can Sijil work on this machine? */
export const doctorCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'doctor', {
    summary: 'check this machine: what Sijil needs, and what is in its way',
    about:
      'Checks what Sijil needs: the version of Node, the data folder and the room on its disk, the PostgreSQL that comes with it or the ' +
      'server of DATABASE_URL, its locale and extensions. Says of what does not hold what to do about it.',
    examples: [['sijil doctor', 'one line a check']],
    notes: 'Exit code 3 when something does not hold.',
  })
    .option('--json', 'print one check a line as JSON')
    .action(async (options: { readonly json?: true }, command: Command) => {
      const { doctor } = await import('../../actions/doctor.ts')
      await tellFindings(cli, await collect(doctor(storeOptions(command, cli))), options)
    })
