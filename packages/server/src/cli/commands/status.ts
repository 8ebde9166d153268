import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { lookOf } from '../render/look.ts'
import { statusPage } from '../render/status-page.ts'
import { useStore } from '../use-store.ts'

/** `sijil status`: the queues. */
export const statusCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'status', {
    summary: 'what workers have to do, do and did',
    about:
      'Prints for each queue how many jobs wait, are in hand, were done in the last hour and a minute, and were given up; how long the ' +
      'oldest waits; imports under way; documents that wait to be linked; and why jobs were given up.',
    examples: [
      ['sijil status', 'the queues'],
      ['sijil status --json', 'one object, for scripts'],
    ],
  })
    .option('--json', 'print it as one JSON object')
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { showStatus } = await import('../../actions/show-status.ts')
      const status = await useStore(command, cli, showStatus)
      await out.write(json === true ? `${JSON.stringify(status)}\n` : statusPage(status, lookOf(out)))
    })
