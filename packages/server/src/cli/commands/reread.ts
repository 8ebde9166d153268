import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { showProgress } from '../show-progress.ts'
import { useStore } from '../use-store.ts'

/** `sijil reread`: stored documents by today's rules. */
export const rereadCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'reread', {
    summary: 'read stored documents anew by the rules of this version',
    about:
      'Reads the stored documents anew whose claims were read by the rules of another version, and brings the record up to date. What ' +
      'was read before stays in the store, and the past of each incident tells what changed. It goes on where it was cut short.',
    examples: [
      ['sijil reread', 'after an update'],
      ['sijil reread --queue', 'leave it to `sijil worker`'],
    ],
  })
    .option('--queue', 'leave it to `sijil worker`')
    .action(async ({ queue }: { readonly queue?: true }, command: Command) => {
      const { io } = cli
      if (queue === true) {
        const { queueReread } = await import('../../actions/queue/queue-documents.ts')
        const queued = await useStore(command, cli, queueReread)
        return io.out.write(`${queued} documents queued\n`)
      }
      const { rereadDocuments } = await import('../../actions/reread-documents.ts')
      const progress = showProgress(io)
      const read = await useStore(command, cli, (store) => {
        io.giveWay()
        return rereadDocuments(store, { today: io.today(), signal: io.signal, onProgress: progress.show })
      }).finally(progress.end)
      await io.out.write(
        read === 0 ? 'all documents were read by these rules already\n' : `${read} documents read anew\n`,
      )
    })
